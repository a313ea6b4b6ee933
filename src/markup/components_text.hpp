#pragma once

#include "markup/options.hpp"

#include <optional>
#include <string>
#include <vector>

// Things to read. Each is one struct of options and one function, as in GOV.UK Frontend, whose
// published fixtures they reproduce (tests/conformance).
namespace heed::markup {

/// A short status, for instance "Late". Its colour never says it alone: it has words.
struct Tag {
    Words text;
    std::string classes = {}; ///< "govuk-tag--red" and so on
    Attributes attributes = {};
};
Html tag(const Tag& options);

/// A button, or with `href` a link that looks like one.
struct Button {
    Words text;
    std::optional<Url> href = {};
    std::string type = "submit";
    std::string name = {}, value = {};
    bool disabled = false;
    bool is_start_button = false;
    std::optional<bool> prevent_double_click = {};
    std::string id = {};
    std::string classes = {}; ///< "govuk-button--secondary", "govuk-button--warning"
    Attributes attributes = {};
};
Html button(const Button& options);

struct InsetText {
    Words text;
    std::string id = {}, classes = {};
    Attributes attributes = {};
};
Html inset_text(const InsetText& options);

/// Words beside a black exclamation mark.
struct WarningText {
    Words text;
    std::string icon_fallback_text = "Warning";
    std::string classes = {};
    Attributes attributes = {};
};
Html warning_text(const WarningText& options);

/// Words behind a summary that opens them.
struct Details {
    Words summary;
    Words text;
    bool open = false;
    std::string id = {}, classes = {};
    Attributes attributes = {};
};
Html details(const Details& options);

/// A button (or link) in a panel that interrupts.
struct PanelAction {
    std::string text;
    std::optional<Url> href = {};
    std::string type = {}; ///< "button" makes a link look like a button
    std::string classes = {};
    Attributes attributes = {};
};
struct PanelActions {
    std::vector<PanelAction> items;
    std::string classes = {};
    Attributes attributes = {};
};
struct Panel {
    Words title;
    std::optional<Words> text = {};
    int heading_level = 1;
    std::string classes = {}; ///< "govuk-panel--interruption" makes one that interrupts
    Attributes attributes = {};
    std::optional<PanelActions> actions = {}; ///< shown only when it interrupts
};
Html panel(const Panel& options);

/// News about what just happened. A success is announced at once and takes the focus.
struct NotificationBanner {
    Words text; ///< plain text becomes a heading
    bool success = false;
    std::optional<Words> title = {}; ///< "Success" or "Important" when absent
    std::string title_id = "govuk-notification-banner-title";
    int title_heading_level = 2;
    std::string role = {};
    std::optional<bool> disable_auto_focus = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html notification_banner(const NotificationBanner& options);

/// A paragraph of body text.
Html paragraph(const Words& text, const std::string& classes = "govuk-body");
/// `level` 1 to 4; size by class: "govuk-heading-xl", "-l", "-m", "-s".
Html heading(int level, const Words& text, const std::string& classes, const std::string& id = {});
Html link(const Words& text, const Url& href, const std::string& classes = "govuk-link");
Html bullet_list(const std::vector<Words>& items);
/// Buttons and links side by side.
Html button_group(const std::vector<Html>& buttons);
/// Words that are only heard.
Html visually_hidden(const Words& text);

} // namespace heed::markup
