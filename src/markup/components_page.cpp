#include "markup/components_page.hpp"

#include <algorithm>

namespace heed::markup {
namespace {

Literal arrow(bool to_previous)
{
    return to_previous
               ? Literal{"<svg class=\"govuk-pagination__icon govuk-pagination__icon--prev\" "
                         "xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" "
                         "aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\"><path "
                         "d=\"m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 "
                         "1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z\">"
                         "</path></svg>"}
               : Literal{"<svg class=\"govuk-pagination__icon govuk-pagination__icon--next\" "
                         "xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" "
                         "aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\"><path "
                         "d=\"m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 "
                         "3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z\"></path></svg>"};
}

Html pagination_words(const PaginationLink& link, bool to_previous)
{
    if (link.text) return link.text->html();
    return to_previous ? Html{"Previous<span class=\"govuk-visually-hidden\"> page</span>"}
                       : Html{"Next<span class=\"govuk-visually-hidden\"> page</span>"};
}

// Without page numbers the two links stand one above the other ("block"), each with its arrow in
// front; beside page numbers the arrow of "next" comes last.
Html pagination_link(const PaginationLink& link, bool to_previous, bool block)
{
    const Literal way = to_previous ? Literal{"prev"} : Literal{"next"};
    Html html;
    html << "<div class=\"govuk-pagination__" << way
         << "\"><a class=\"govuk-link govuk-pagination__link\" href=\"" << link.href << "\" rel=\""
         << way << "\"" << link.attributes.html() << ">";
    if (block || to_previous) html << arrow(to_previous) << " ";
    html << "<span class=\"govuk-pagination__link-title"
         << (block && link.label_text.empty() ? Html{" govuk-pagination__link-title--decorated"}
                                              : Html{})
         << "\">" << pagination_words(link, to_previous) << "</span>";
    if (block && !link.label_text.empty())
        html << " <span class=\"govuk-visually-hidden\">:</span> "
                "<span class=\"govuk-pagination__link-label\">"
             << link.label_text << "</span>";
    if (!block && !to_previous) html << " " << arrow(to_previous);
    html << "</a></div>";
    return html;
}

Html pagination_item(const PaginationItem& item)
{
    Html html;
    html << "<li class=\"govuk-pagination__item"
         << (item.current ? Html{" govuk-pagination__item--current"} : Html{})
         << (item.ellipsis ? Html{" govuk-pagination__item--ellipsis"} : Html{}) << "\">";
    if (item.ellipsis) {
        html << "&ctdot;</li>";
        return html;
    }
    html << "<a class=\"govuk-link govuk-pagination__link\"";
    html << " href=\"" << item.href.value_or(Url{""}) << "\" aria-label=\""
         << item.visually_hidden_text.value_or("Page " + item.number) << "\""
         << (item.current ? Html{" aria-current=\"page\""} : Html{}) << item.attributes.html()
         << ">" << item.number << "</a></li>";
    return html;
}

Html navigation_item(const NavigationItem& item)
{
    const bool marked = item.active || item.current;
    Html inner = item.text.html();
    // The strong element is for those who override colours: something still marks the place.
    if (marked)
        inner = Html{"<strong class=\"govuk-service-navigation__active-fallback\">"} + inner +
                Html{"</strong>"};
    const Html aria = !marked        ? Html{}
                      : item.current ? Html{" aria-current=\"page\""}
                                     : Html{" aria-current=\"true\""};
    Html html;
    html << "<li class=\"govuk-service-navigation__item"
         << (marked ? Html{" govuk-service-navigation__item--active"} : Html{}) << "\">";
    if (item.href)
        html << "<a class=\"govuk-service-navigation__link\" href=\"" << *item.href << "\"" << aria
             << item.attributes.html() << ">" << inner << "</a>";
    else if (!item.text.empty())
        html << "<span class=\"govuk-service-navigation__text\"" << aria << ">" << inner
             << "</span>";
    html << "</li>";
    return html;
}

Html service_name(const ServiceNavigation& options)
{
    Html html;
    if (options.service_name.empty()) return html;
    html << "<span class=\"govuk-service-navigation__service-name\">";
    if (options.service_url)
        html << "<a href=\"" << *options.service_url
             << "\" class=\"govuk-service-navigation__link\">" << options.service_name << "</a>";
    else
        html << "<span class=\"govuk-service-navigation__text\">" << options.service_name
             << "</span>";
    html << "</span>";
    return html;
}

Html menu_button(const ServiceNavigation& options)
{
    Html html;
    html << "<button type=\"button\" class=\"govuk-service-navigation__toggle "
            "govuk-js-service-navigation-toggle\" aria-controls=\""
         << options.navigation_id << "\"";
    if (options.menu_button_label != options.menu_button_text)
        html << attribute_unless_empty("aria-label", options.menu_button_label);
    html << " hidden aria-hidden=\"true\">" << options.menu_button_text << "</button>";
    return html;
}

Html navigation(const ServiceNavigation& options)
{
    Html html;
    const NavigationSlots& slots = options.slots;
    if (options.navigation.empty() && slots.navigation_start.empty() &&
        slots.navigation_end.empty())
        return html;
    const std::string& label =
        options.navigation_label.empty() ? options.menu_button_text : options.navigation_label;
    html << "<nav aria-label=\"" << label << "\""
         << class_attribute("govuk-service-navigation__wrapper", options.navigation_classes) << ">";
    if (options.collapse_on_mobile.value_or(options.navigation.size() > 1))
        html << menu_button(options);
    html << "<ul class=\"govuk-service-navigation__list\" id=\"" << options.navigation_id << "\">"
         << slots.navigation_start;
    for (const NavigationItem& item : options.navigation) html << navigation_item(item);
    html << slots.navigation_end << "</ul></nav>";
    return html;
}

} // namespace

Html back_link(const BackLink& options)
{
    Html html;
    html << "<a href=\"" << options.href << "\""
         << class_attribute("govuk-back-link", options.classes) << options.attributes.html() << ">"
         << options.text.html() << "</a>";
    return html;
}

Html breadcrumbs(const Breadcrumbs& options)
{
    Html html;
    html << "<nav class=\"govuk-breadcrumbs";
    if (!options.classes.empty()) html << " " << options.classes;
    if (options.collapse_on_mobile) html << " govuk-breadcrumbs--collapse-on-mobile";
    html << "\"" << options.attributes.html() << " aria-label=\"" << options.label_text
         << "\"><ol class=\"govuk-breadcrumbs__list\">";
    for (const Breadcrumb& item : options.items) {
        if (item.href)
            html << "<li class=\"govuk-breadcrumbs__list-item\">"
                    "<a class=\"govuk-breadcrumbs__link\" href=\""
                 << *item.href << "\"" << item.attributes.html() << ">" << item.text.html()
                 << "</a></li>";
        else
            html << "<li class=\"govuk-breadcrumbs__list-item\" aria-current=\"page\">"
                 << item.text.html() << "</li>";
    }
    html << "</ol></nav>";
    return html;
}

Html generic_header(const GenericHeader& options)
{
    Html html;
    html << "<div" << class_attribute("govuk-generic-header", options.classes)
         << options.attributes.html() << "><div"
         << class_attribute("govuk-generic-header__container", options.container_classes)
         << "><div class=\"govuk-generic-header__logo\"><a href=\"" << options.url
         << "\" class=\"govuk-generic-header__homepage-link\">" << options.logo.html()
         << "</a></div></div></div>";
    return html;
}

Html service_navigation(const ServiceNavigation& options)
{
    const NavigationSlots& slots = options.slots;
    // With a name it is a landmark of its own; otherwise the nav inside is one already.
    const bool section =
        !options.service_name.empty() || !slots.start.empty() || !slots.end.empty();
    Html html;
    if (section)
        html << "<section aria-label=\"" << options.label << "\"";
    else
        html << "<div";
    html << class_attribute("govuk-service-navigation", options.classes)
         << " data-module=\"govuk-service-navigation\"" << options.attributes.html()
         << "><div class=\"govuk-width-container"
         << (slots.end_inline ? Html{" govuk-service-navigation__inlining-container"} : Html{})
         << "\">" << slots.start << "<div class=\"govuk-service-navigation__container\">"
         << service_name(options) << navigation(options) << "</div>" << slots.end << "</div>"
         << (section ? Html{"</section>"} : Html{"</div>"});
    return html;
}

Html skip_link(const SkipLink& options)
{
    Html html;
    html << "<a href=\"" << options.href << "\""
         << class_attribute("govuk-skip-link", options.classes) << options.attributes.html()
         << " data-module=\"govuk-skip-link\">" << options.text.html() << "</a>";
    return html;
}

Html phase_banner(const PhaseBanner& options)
{
    Tag inner = options.tag;
    inner.attributes = {};
    inner.classes = join_classes("govuk-phase-banner__content__tag", options.tag.classes);
    Html html;
    html << "<div" << class_attribute("govuk-phase-banner govuk-width-container", options.classes)
         << options.attributes.html() << "><p class=\"govuk-phase-banner__content\">" << tag(inner)
         << " <span class=\"govuk-phase-banner__text\">" << options.text.html()
         << "</span></p></div>";
    return html;
}

Html pagination(const Pagination& options)
{
    const bool block = options.items.empty() && (options.next || options.previous);
    Html html;
    html << "<nav"
         << class_attribute(block ? Literal{"govuk-pagination govuk-pagination--block"}
                                  : Literal{"govuk-pagination"},
                            options.classes)
         << " aria-label=\"" << options.landmark_label << "\"" << options.attributes.html() << ">";
    if (options.previous) html << pagination_link(*options.previous, true, block);
    if (!options.items.empty()) {
        html << "<ul class=\"govuk-pagination__list\">";
        for (const PaginationItem& item : options.items) html << pagination_item(item);
        html << "</ul>";
    }
    if (options.next) html << pagination_link(*options.next, false, block);
    html << "</nav>";
    return html;
}

} // namespace heed::markup
