#include "conformance/fixture.hpp"

namespace heed::conformance {

using namespace heed::markup;

namespace {

std::optional<ActionLinks> action_links(const value& actions)
{
    if (!truthy(at(actions, "items"))) return std::nullopt;
    ActionLinks all{.items = {}, .classes = text(actions, "classes")};
    for (const auto& [place, item] : elements(actions, "items"))
        all.items.push_back({.text = words(*item),
                             .href = url(*item, "href", ""),
                             .visually_hidden_text = text(*item, "visuallyHiddenText"),
                             .classes = text(*item, "classes"),
                             .attributes = attributes(*item)});
    return all;
}

SummaryText summary_text(const value& side) { return {words(side), text(side, "classes")}; }

Html adapt_summary_list(const value& options)
{
    SummaryList all{
        .rows = {}, .classes = text(options, "classes"), .attributes = attributes(options)};
    for (const auto& [place, row] : elements(options, "rows"))
        all.rows.push_back({.key = summary_text(at(*row, "key")),
                            .value = summary_text(at(*row, "value")),
                            .actions = action_links(at(*row, "actions")),
                            .classes = text(*row, "classes")});
    const value& card = at(options, "card");
    if (!truthy(card)) return summary_list(all);
    all.card = SummaryCard{.title = {},
                           .actions = action_links(at(card, "actions")),
                           .classes = text(card, "classes"),
                           .attributes = attributes(card)};
    const value& title = at(card, "title");
    if (truthy(title))
        all.card->title =
            SummaryTitle{words(title), number(title, "headingLevel", 2), text(title, "classes")};
    return summary_list(all);
}

Cell cell(const value& options)
{
    Cell all{words(options), text(options, "format")};
    all.classes = text(options, "classes");
    all.colspan = number(options, "colspan", 0);
    all.rowspan = number(options, "rowspan", 0);
    all.attributes = attributes(options);
    return all;
}

std::vector<Cell> cells(const value& list)
{
    std::vector<Cell> all;
    for (const value& one : list.as_array()) all.push_back(cell(one));
    return all;
}

Html adapt_table(const value& options)
{
    Table all{.caption = text(options, "caption"),
              .head = {},
              .rows = {},
              .first_cell_is_header = truthy(at(options, "firstCellIsHeader")),
              .caption_classes = text(options, "captionClasses"),
              .classes = text(options, "classes"),
              .attributes = attributes(options)};
    if (truthy(at(options, "head"))) all.head = cells(at(options, "head"));
    for (const auto& [place, row] : elements(options, "rows")) all.rows.push_back(cells(*row));
    return table(all);
}

TaskStatus task_status(const value& status)
{
    TaskStatus all{.text = words(status), .classes = text(status, "classes")};
    if (truthy(at(status, "tag"))) all.tag = tag_options(at(status, "tag"));
    return all;
}

Html adapt_task_list(const value& options)
{
    TaskList all{
        .items = {}, .classes = text(options, "classes"), .attributes = attributes(options)};
    if (truthy(at(options, "idPrefix"))) all.id_prefix = text(options, "idPrefix");
    for (const auto& [place, item] : elements(options, "items")) {
        const value& title = at(*item, "title");
        Task task{.title = words(title),
                  .status = task_status(at(*item, "status")),
                  .href = maybe_url(*item, "href"),
                  .title_classes = text(title, "classes"),
                  .classes = text(*item, "classes"),
                  .number = place + 1};
        if (truthy(at(*item, "hint"))) task.hint = words(at(*item, "hint"));
        all.items.push_back(std::move(task));
    }
    return task_list(all);
}

} // namespace

std::vector<Named> adapters_of_lists()
{
    return {{"summary-list", adapt_summary_list},
            {"table", adapt_table},
            {"task-list", adapt_task_list}};
}

} // namespace heed::conformance
