#include "markup/components_text.hpp"

namespace heed::markup {
namespace {

Html panel_action(const PanelAction& action)
{
    if (!action.href || action.type == "button") {
        return button({.text = action.text,
                       .href = action.href,
                       .type = action.type.empty() ? "button" : action.type,
                       .classes = join_classes("govuk-button--inverse", action.classes),
                       .attributes = action.attributes});
    }
    Html html;
    html << "<a" << class_attribute("govuk-link govuk-link--inverse", action.classes) << " href=\""
         << *action.href << "\"" << action.attributes.html() << ">" << action.text << "</a>";
    return html;
}

Html panel_actions(const PanelActions& actions)
{
    Html html;
    html << "<div" << class_attribute("govuk-panel__actions", actions.classes)
         << actions.attributes.html() << ">";
    if (!actions.items.empty()) {
        html << "<div class=\"govuk-button-group\">";
        for (const PanelAction& action : actions.items) html << panel_action(action) << " ";
        html << "</div>";
    }
    html << "</div>";
    return html;
}

std::string banner_role(const NotificationBanner& options)
{
    if (!options.role.empty()) return options.role;
    return options.success ? "alert" : "region";
}

} // namespace

Html tag(const Tag& options)
{
    Html html;
    html << "<strong" << class_attribute("govuk-tag", options.classes) << options.attributes.html()
         << ">" << options.text.html() << "</strong>";
    return html;
}

Html button(const Button& options)
{
    Html common;
    common << " class=\"govuk-button";
    if (!options.classes.empty()) common << " " << options.classes;
    if (options.is_start_button) common << " govuk-button--start";
    common << "\" data-module=\"govuk-button\"" << options.attributes.html()
           << attribute_unless_empty("id", options.id) << ">";
    // A start button is a flex box, which would eat the spaces between the elements of its words.
    if (options.is_start_button && options.text.is_markup())
        common << "<span>" << options.text.html() << "</span>";
    else
        common << options.text.html();
    if (options.is_start_button)
        common << " <svg class=\"govuk-button__start-icon\" xmlns=\"http://www.w3.org/2000/svg\" "
                  "width=\"17.5\" height=\"19\" viewBox=\"0 0 33 40\" aria-hidden=\"true\" "
                  "focusable=\"false\"><path fill=\"currentColor\" d=\"M0 0h13l20 20-20 "
                  "20H0l20-20z\"/></svg>";

    Html html;
    if (options.href) {
        html << "<a href=\"" << *options.href << "\" role=\"button\" draggable=\"false\"" << common
             << "</a>";
        return html;
    }
    html << "<button type=\"" << options.type << "\"";
    html << attribute_unless_empty("value", options.value)
         << attribute_unless_empty("name", options.name);
    if (options.disabled) html << " disabled aria-disabled=\"true\"";
    html << truth_attribute("data-prevent-double-click", options.prevent_double_click) << common
         << "</button>";
    return html;
}

Html inset_text(const InsetText& options)
{
    Html html;
    html << "<div" << attribute_unless_empty("id", options.id)
         << class_attribute("govuk-inset-text", options.classes) << options.attributes.html() << ">"
         << options.text.html() << "</div>";
    return html;
}

Html warning_text(const WarningText& options)
{
    Html html;
    html << "<div" << class_attribute("govuk-warning-text", options.classes)
         << options.attributes.html()
         << "><span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span> "
            "<strong class=\"govuk-warning-text__text\"><span class=\"govuk-visually-hidden\">"
         << options.icon_fallback_text << "</span> " << options.text.html() << "</strong></div>";
    return html;
}

Html details(const Details& options)
{
    Html html;
    html << "<details" << attribute_unless_empty("id", options.id)
         << class_attribute("govuk-details", options.classes) << options.attributes.html()
         << (options.open ? Html{" open"} : Html{})
         << "><summary class=\"govuk-details__summary\">"
            "<span class=\"govuk-details__summary-text\">"
         << options.summary.html() << "</span></summary><div class=\"govuk-details__text\">"
         << options.text.html() << "</div></details>";
    return html;
}

Html panel(const Panel& options)
{
    const bool interrupts = options.classes.contains("govuk-panel--interruption");
    Html html;
    html << "<div"
         << (interrupts ? class_attribute("govuk-panel", options.classes)
                        : class_attribute("govuk-panel govuk-panel--confirmation", options.classes))
         << options.attributes.html() << "><h" << options.heading_level
         << " class=\"govuk-panel__title\">" << options.title.html() << "</h"
         << options.heading_level << ">";
    if (options.text && !options.text->empty())
        html << "<div class=\"govuk-panel__body\">" << options.text->html() << "</div>";
    if (interrupts && options.actions) html << panel_actions(*options.actions);
    html << "</div>";
    return html;
}

Html notification_banner(const NotificationBanner& options)
{
    const Words title =
        options.title.value_or(options.success ? Words{"Success"} : Words{"Important"});
    Html html;
    html << "<div"
         << class_attribute(options.success ? Literal{"govuk-notification-banner "
                                                      "govuk-notification-banner--success"}
                                            : Literal{"govuk-notification-banner"},
                            options.classes)
         << " role=\"" << banner_role(options) << "\" aria-labelledby=\"" << options.title_id
         << "\" data-module=\"govuk-notification-banner\"";
    html << truth_attribute("data-disable-auto-focus", options.disable_auto_focus)
         << options.attributes.html() << "><div class=\"govuk-notification-banner__header\"><h"
         << options.title_heading_level << " class=\"govuk-notification-banner__title\" id=\""
         << options.title_id << "\">" << title.html() << "</h" << options.title_heading_level
         << "></div><div class=\"govuk-notification-banner__content\">";
    if (options.text.is_markup())
        html << options.text.html();
    else if (!options.text.empty())
        html << "<p class=\"govuk-notification-banner__heading\">" << options.text.html() << "</p>";
    html << "</div></div>";
    return html;
}

Html paragraph(const Words& text, const std::string& classes)
{
    Html html;
    html << "<p" << attribute_unless_empty("class", classes) << ">" << text.html() << "</p>";
    return html;
}

Html heading(int level, const Words& text, const std::string& classes, const std::string& id)
{
    Html html;
    html << "<h" << level << attribute_unless_empty("id", id)
         << attribute_unless_empty("class", classes) << ">" << text.html() << "</h" << level << ">";
    return html;
}

Html link(const Words& text, const Url& href, const std::string& classes)
{
    Html html;
    html << "<a" << attribute_unless_empty("class", classes) << " href=\"" << href << "\">"
         << text.html() << "</a>";
    return html;
}

Html bullet_list(const std::vector<Words>& items)
{
    Html html{"<ul class=\"govuk-list govuk-list--bullet\">"};
    for (const Words& item : items) html << "<li>" << item.html() << "</li>";
    html << "</ul>";
    return html;
}

Html button_group(const std::vector<Html>& buttons)
{
    return Html{"<div class=\"govuk-button-group\">"} + joined(buttons, " ") + Html{"</div>"};
}

Html visually_hidden(const Words& text)
{
    Html html;
    html << "<span class=\"govuk-visually-hidden\">" << text.html() << "</span>";
    return html;
}

} // namespace heed::markup
