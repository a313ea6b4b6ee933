#pragma once

#include "markup/components_text.hpp"
#include "markup/options.hpp"

#include <optional>
#include <string>
#include <vector>

// What stands around a page's content and leads to other pages.
namespace heed::markup {

struct BackLink {
    Words text = "Back";
    Url href = "#";
    std::string classes = {};
    Attributes attributes = {};
};
Html back_link(const BackLink& options);

/// A step of the breadcrumbs; without an address it is the page one is on.
struct Breadcrumb {
    Words text;
    std::optional<Url> href = {};
    Attributes attributes = {};
};
struct Breadcrumbs {
    std::vector<Breadcrumb> items;
    std::string label_text = "Breadcrumb";
    bool collapse_on_mobile = false;
    std::string classes = {};
    Attributes attributes = {};
};
Html breadcrumbs(const Breadcrumbs& options);

/// The bar with the organisation's name.
struct GenericHeader {
    Words logo;
    Url url = "/";
    std::string container_classes = "govuk-width-container";
    std::string classes = {};
    Attributes attributes = {};
};
Html generic_header(const GenericHeader& options);

struct NavigationItem {
    Words text;
    std::optional<Url> href = {};
    bool current = false; ///< this is the page
    bool active = false;  ///< the page is somewhere below this
    Attributes attributes = {};
};
/// Markup at fixed places of the service navigation.
struct NavigationSlots {
    Html start = {}, end = {}, navigation_start = {}, navigation_end = {};
    bool end_inline = false;
};
struct ServiceNavigation {
    std::string service_name = {};
    std::optional<Url> service_url = {};
    std::vector<NavigationItem> navigation = {};
    /// A menu button on small screens. It needs script and moves the page when it arrives; with
    /// five links or fewer leave it out.
    std::optional<bool> collapse_on_mobile = {};
    std::string menu_button_text = "Menu";
    std::string menu_button_label = {};
    std::string navigation_label = {};
    std::string navigation_id = "navigation";
    std::string navigation_classes = {};
    std::string label = "Service information";
    NavigationSlots slots = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html service_navigation(const ServiceNavigation& options);

struct SkipLink {
    Words text;
    Url href = "#content";
    std::string classes = {};
    Attributes attributes = {};
};
Html skip_link(const SkipLink& options);

struct PhaseBanner {
    Words text;
    Tag tag;
    std::string classes = {};
    Attributes attributes = {};
};
Html phase_banner(const PhaseBanner& options);

struct PaginationLink {
    Url href;
    std::optional<Words> text = {};
    std::string label_text = {};
    Attributes attributes = {};
};
struct PaginationItem {
    std::string number = {};
    std::optional<Url> href = {};
    bool current = false;
    bool ellipsis = false; ///< pages left out here
    std::optional<std::string> visually_hidden_text = {};
    Attributes attributes = {};
};
struct Pagination {
    std::vector<PaginationItem> items = {};
    std::optional<PaginationLink> previous = {}, next = {};
    std::string landmark_label = "Pagination";
    std::string classes = {};
    Attributes attributes = {};
};
Html pagination(const Pagination& options);

} // namespace heed::markup
