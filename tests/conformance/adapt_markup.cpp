#include "conformance/fixture.hpp"

namespace heed::conformance {

using namespace heed::markup;

Tag tag_options(const value& options)
{
    return {.text = words(options),
            .classes = text(options, "classes"),
            .attributes = attributes(options)};
}

namespace {

Html adapt_tag(const value& options) { return tag(tag_options(options)); }

Html adapt_button(const value& options)
{
    const std::string type = text(options, "type");
    return button({.text = words(options),
                   .href = maybe_url(options, "href"),
                   .type = type.empty() ? "submit" : type,
                   .name = text(options, "name"),
                   .value = text(options, "value"),
                   .disabled = truthy(at(options, "disabled")),
                   .is_start_button = truthy(at(options, "isStartButton")),
                   .prevent_double_click = maybe_bool(options, "preventDoubleClick"),
                   .id = text(options, "id"),
                   .classes = text(options, "classes"),
                   .attributes = attributes(options)});
}

Html adapt_inset_text(const value& options)
{
    return inset_text({.text = words(options),
                       .id = text(options, "id"),
                       .classes = text(options, "classes"),
                       .attributes = attributes(options)});
}

Html adapt_warning_text(const value& options)
{
    WarningText warning{.text = words(options),
                        .classes = text(options, "classes"),
                        .attributes = attributes(options)};
    if (truthy(at(options, "iconFallbackText")))
        warning.icon_fallback_text = text(options, "iconFallbackText");
    return warning_text(warning);
}

Html adapt_details(const value& options)
{
    return details({.summary = words(options, "summaryHtml", "summaryText"),
                    .text = words(options),
                    .open = truthy(at(options, "open")),
                    .id = text(options, "id"),
                    .classes = text(options, "classes"),
                    .attributes = attributes(options)});
}

Html adapt_panel(const value& options)
{
    Panel all{.title = words(options, "titleHtml", "titleText"),
              .text = maybe_words(options),
              .heading_level = number(options, "headingLevel", 1),
              .classes = text(options, "classes"),
              .attributes = attributes(options)};
    const value& actions = at(options, "actions");
    if (truthy(actions)) {
        all.actions = PanelActions{
            .items = {}, .classes = text(actions, "classes"), .attributes = attributes(actions)};
        for (const auto& [place, item] : elements(actions, "items"))
            all.actions->items.push_back({.text = text(*item, "text"),
                                          .href = maybe_url(*item, "href"),
                                          .type = text(*item, "type"),
                                          .classes = text(*item, "classes"),
                                          .attributes = attributes(*item)});
    }
    return panel(all);
}

Html adapt_notification_banner(const value& options)
{
    NotificationBanner all{.text = words(options),
                           .success = text(options, "type") == "success",
                           .title = maybe_words(options, "titleHtml", "titleText"),
                           .title_heading_level = number(options, "titleHeadingLevel", 2),
                           .role = text(options, "role"),
                           .disable_auto_focus = maybe_bool(options, "disableAutoFocus"),
                           .classes = text(options, "classes"),
                           .attributes = attributes(options)};
    if (truthy(at(options, "titleId"))) all.title_id = text(options, "titleId");
    return notification_banner(all);
}

Html adapt_back_link(const value& options)
{
    return back_link({.text = maybe_words(options).value_or("Back"),
                      .href = url(options, "href", "#"),
                      .classes = text(options, "classes"),
                      .attributes = attributes(options)});
}

Html adapt_breadcrumbs(const value& options)
{
    Breadcrumbs all{.items = {},
                    .label_text = maybe_text(options, "labelText").value_or("Breadcrumb"),
                    .collapse_on_mobile = truthy(at(options, "collapseOnMobile")),
                    .classes = text(options, "classes"),
                    .attributes = attributes(options)};
    for (const auto& [place, item] : elements(options, "items"))
        all.items.push_back({.text = words(*item),
                             .href = maybe_url(*item, "href"),
                             .attributes = attributes(*item)});
    return breadcrumbs(all);
}

Html adapt_generic_header(const value& options)
{
    GenericHeader all{.logo = words(options, "logoHtml", "logoText"),
                      .url = url(options, "url", "/"),
                      .classes = text(options, "classes"),
                      .attributes = attributes(options)};
    if (truthy(at(options, "containerClasses")))
        all.container_classes = text(options, "containerClasses");
    return generic_header(all);
}

NavigationSlots navigation_slots(const value& options)
{
    const value& given = at(options, "slots");
    const value& end = at(given, "end");
    return {.start = raw(given, "start"),
            .end = end.is_object() ? raw(end, "html") : raw(given, "end"),
            .navigation_start = raw(given, "navigationStart"),
            .navigation_end = raw(given, "navigationEnd"),
            .end_inline = text(end, "align") == "inline"};
}

Html adapt_service_navigation(const value& options)
{
    ServiceNavigation all{.service_name = text(options, "serviceName"),
                          .service_url = maybe_url(options, "serviceUrl"),
                          .collapse_on_mobile = maybe_bool(options, "collapseNavigationOnMobile"),
                          .menu_button_label = text(options, "menuButtonLabel"),
                          .navigation_label = text(options, "navigationLabel"),
                          .navigation_classes = text(options, "navigationClasses"),
                          .slots = navigation_slots(options),
                          .classes = text(options, "classes"),
                          .attributes = attributes(options)};
    if (truthy(at(options, "menuButtonText")))
        all.menu_button_text = text(options, "menuButtonText");
    if (truthy(at(options, "navigationId"))) all.navigation_id = text(options, "navigationId");
    if (truthy(at(options, "ariaLabel"))) all.label = text(options, "ariaLabel");
    for (const auto& [place, item] : elements(options, "navigation"))
        all.navigation.push_back({.text = words(*item),
                                  .href = maybe_url(*item, "href"),
                                  .current = truthy(at(*item, "current")),
                                  .active = truthy(at(*item, "active")),
                                  .attributes = attributes(*item)});
    return service_navigation(all);
}

Html adapt_skip_link(const value& options)
{
    return skip_link({.text = words(options),
                      .href = url(options, "href", "#content"),
                      .classes = text(options, "classes"),
                      .attributes = attributes(options)});
}

Html adapt_phase_banner(const value& options)
{
    return phase_banner({.text = words(options),
                         .tag = tag_options(at(options, "tag")),
                         .classes = text(options, "classes"),
                         .attributes = attributes(options)});
}

std::optional<PaginationLink> pagination_link(const value& link)
{
    if (!truthy(at(link, "href"))) return std::nullopt;
    return PaginationLink{.href = url(link, "href", ""),
                          .text = maybe_words(link),
                          .label_text = text(link, "labelText"),
                          .attributes = attributes(link)};
}

Html adapt_pagination(const value& options)
{
    Pagination all{.previous = pagination_link(at(options, "previous")),
                   .next = pagination_link(at(options, "next")),
                   .classes = text(options, "classes"),
                   .attributes = attributes(options)};
    if (truthy(at(options, "landmarkLabel"))) all.landmark_label = text(options, "landmarkLabel");
    for (const auto& [place, item] : elements(options, "items")) {
        if (item->as_object().empty()) continue;
        all.items.push_back({.number = text(*item, "number"),
                             .href = maybe_url(*item, "href"),
                             .current = truthy(at(*item, "current")),
                             .ellipsis = truthy(at(*item, "ellipsis")),
                             .visually_hidden_text = maybe_text(*item, "visuallyHiddenText"),
                             .attributes = attributes(*item)});
    }
    return pagination(all);
}

} // namespace

std::vector<Named> adapters_of_markup()
{
    return {{"tag", adapt_tag},
            {"button", adapt_button},
            {"inset-text", adapt_inset_text},
            {"warning-text", adapt_warning_text},
            {"details", adapt_details},
            {"panel", adapt_panel},
            {"notification-banner", adapt_notification_banner},
            {"back-link", adapt_back_link},
            {"breadcrumbs", adapt_breadcrumbs},
            {"generic-header", adapt_generic_header},
            {"service-navigation", adapt_service_navigation},
            {"skip-link", adapt_skip_link},
            {"phase-banner", adapt_phase_banner},
            {"pagination", adapt_pagination}};
}

} // namespace heed::conformance
