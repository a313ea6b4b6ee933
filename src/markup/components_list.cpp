#include "markup/components_list.hpp"

#include <algorithm>

namespace heed::markup {
namespace {

// The title of the card is heard after each of its links: "Change address (Mary's home)".
Html action_link(const ActionLink& action, const SummaryTitle* title)
{
    Html html;
    html << "<a" << class_attribute("govuk-link", action.classes) << " href=\"" << action.href
         << "\"" << action.attributes.html() << ">" << action.text.html();
    if (!action.visually_hidden_text.empty() || title) {
        html << "<span class=\"govuk-visually-hidden\">";
        if (!action.visually_hidden_text.empty()) html << " " << action.visually_hidden_text;
        if (title) html << " (" << title->text.html() << ")";
        html << "</span>";
    }
    html << "</a>";
    return html;
}

Html row_actions(const ActionLinks& actions, const SummaryTitle* title)
{
    Html html;
    html << "<dd" << class_attribute("govuk-summary-list__actions", actions.classes) << ">";
    if (actions.items.size() == 1) {
        html << action_link(actions.items.front(), title);
    } else {
        html << "<ul class=\"govuk-summary-list__actions-list\">";
        for (const ActionLink& action : actions.items)
            html << "<li class=\"govuk-summary-list__actions-list-item\">"
                 << action_link(action, title) << "</li>";
        html << "</ul>";
    }
    html << "</dd>";
    return html;
}

bool has_actions(const SummaryRow& row) { return row.actions && !row.actions->items.empty(); }

Html summary_row(const SummaryRow& row, bool any_row_has_actions, const SummaryTitle* title)
{
    // A row without the third column must be told so, but only where there is a third column.
    const bool fills_the_column = any_row_has_actions && !row.actions;
    Html html;
    html << "<div"
         << class_attribute(fills_the_column ? Literal{"govuk-summary-list__row "
                                                       "govuk-summary-list__row--no-actions"}
                                             : Literal{"govuk-summary-list__row"},
                            row.classes)
         << "><dt" << class_attribute("govuk-summary-list__key", row.key.classes) << ">"
         << row.key.text.html() << "</dt> <dd"
         << class_attribute("govuk-summary-list__value", row.value.classes) << ">"
         << row.value.text.html() << "</dd>";
    if (has_actions(row)) html << " " << row_actions(*row.actions, title);
    html << "</div>";
    return html;
}

Html card_actions(const ActionLinks& actions, const SummaryTitle* title)
{
    Html html;
    if (actions.items.size() == 1) {
        html << "<div" << class_attribute("govuk-summary-card__actions", actions.classes) << ">"
             << action_link(actions.items.front(), title) << "</div>";
        return html;
    }
    html << "<ul" << class_attribute("govuk-summary-card__actions", actions.classes) << ">";
    for (const ActionLink& action : actions.items)
        html << "<li class=\"govuk-summary-card__action\">" << action_link(action, title)
             << "</li>";
    html << "</ul>";
    return html;
}

Html in_a_card(const SummaryCard& card, const SummaryTitle* title, const Html& list)
{
    Html html;
    html << "<div" << class_attribute("govuk-summary-card", card.classes) << card.attributes.html()
         << "><div class=\"govuk-summary-card__title-wrapper\">";
    if (title)
        html << "<h" << title->heading_level
             << class_attribute("govuk-summary-card__title", title->classes) << ">"
             << title->text.html() << "</h" << title->heading_level << ">";
    if (card.actions && !card.actions->items.empty()) html << card_actions(*card.actions, title);
    html << "</div><div class=\"govuk-summary-card__content\">" << list << "</div></div>";
    return html;
}

Html spans(const Cell& cell)
{
    Html html;
    if (cell.colspan) html << " colspan=\"" << cell.colspan << "\"";
    if (cell.rowspan) html << " rowspan=\"" << cell.rowspan << "\"";
    return html;
}

Html header_cell(const Cell& cell, Literal scope, bool with_format)
{
    Html html;
    html << "<th scope=\"" << scope << "\" class=\"govuk-table__header";
    if (with_format && !cell.format.empty()) html << " govuk-table__header--" << cell.format;
    if (!cell.classes.empty()) html << " " << cell.classes;
    html << "\"" << spans(cell) << cell.attributes.html() << ">" << cell.text.html() << "</th>";
    return html;
}

Html data_cell(const Cell& cell)
{
    Html html;
    html << "<td class=\"govuk-table__cell";
    if (!cell.format.empty()) html << " govuk-table__cell--" << cell.format;
    if (!cell.classes.empty()) html << " " << cell.classes;
    html << "\"" << spans(cell) << cell.attributes.html() << ">" << cell.text.html() << "</td>";
    return html;
}

Html task_name(const Task& task, const std::string& hint_id, const std::string& status_id)
{
    Html html{"<div class=\"govuk-task-list__name-and-hint\">"};
    if (task.href)
        html << "<a" << class_attribute("govuk-link govuk-task-list__link", task.title_classes)
             << " href=\"" << *task.href << "\" aria-describedby=\""
             << (task.hint ? hint_id + " " : std::string{}) << status_id << "\">"
             << task.title.html() << "</a>";
    else
        html << "<div" << attribute_unless_empty("class", task.title_classes) << ">"
             << task.title.html() << "</div>";
    if (task.hint)
        html << " <div id=\"" << hint_id << "\" class=\"govuk-task-list__hint\">"
             << task.hint->html() << "</div>";
    html << "</div>";
    return html;
}

Html task_item(const Task& task, const std::string& id)
{
    Html html;
    html << "<li"
         << class_attribute(task.href ? Literal{"govuk-task-list__item "
                                                "govuk-task-list__item--with-link"}
                                      : Literal{"govuk-task-list__item"},
                            task.classes)
         << ">" << task_name(task, id + "-hint", id + "-status") << " <div"
         << class_attribute("govuk-task-list__status", task.status.classes) << " id=\"" << id
         << "-status\">" << (task.status.tag ? tag(*task.status.tag) : task.status.text.html())
         << "</div></li>";
    return html;
}

} // namespace

Html summary_list(const SummaryList& options)
{
    const bool any_row_has_actions = std::ranges::any_of(options.rows, has_actions);
    const SummaryTitle* title =
        options.card && options.card->title ? &*options.card->title : nullptr;
    Html list;
    list << "<dl" << class_attribute("govuk-summary-list", options.classes)
         << options.attributes.html() << ">";
    for (const SummaryRow& row : options.rows) list << summary_row(row, any_row_has_actions, title);
    list << "</dl>";
    return options.card ? in_a_card(*options.card, title, list) : list;
}

Html table(const Table& options)
{
    Html html;
    html << "<table" << class_attribute("govuk-table", options.classes) << options.attributes.html()
         << ">";
    if (!options.caption.empty())
        html << "<caption" << class_attribute("govuk-table__caption", options.caption_classes)
             << ">" << options.caption.html() << "</caption>";
    if (options.head) {
        html << "<thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">";
        for (const Cell& cell : *options.head) html << header_cell(cell, "col", true);
        html << "</tr></thead>";
    }
    html << "<tbody class=\"govuk-table__body\">";
    for (const std::vector<Cell>& row : options.rows) {
        html << "<tr class=\"govuk-table__row\">";
        for (const Cell& cell : row)
            html << (options.first_cell_is_header && &cell == &row.front()
                         ? header_cell(cell, "row", false)
                         : data_cell(cell));
        html << "</tr>";
    }
    html << "</tbody></table>";
    return html;
}

Html task_list(const TaskList& options)
{
    Html html;
    html << "<ul" << class_attribute("govuk-task-list", options.classes)
         << options.attributes.html() << ">";
    std::size_t place = 0;
    for (const Task& task : options.items) {
        ++place;
        html << task_item(task,
                          options.id_prefix + "-" + std::to_string(task.number.value_or(place)));
    }
    html << "</ul>";
    return html;
}

} // namespace heed::markup
