#pragma once

#include "markup/html.hpp"

#include <concepts>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heed::markup {

/// What a person reads in a component: text, which is escaped, or Html, which is not. It has no
/// default, so a component that needs words cannot be made without them.
class Words {
public:
    Words(const char* text) : html_{Html::escaped(text)} {}
    Words(std::string_view text) : html_{Html::escaped(text)} {}
    Words(const std::string& text) : html_{Html::escaped(text)} {}
    Words(Html html) : html_{std::move(html)}, is_markup_{true} {}

    /// Deliberately nothing: the words stand elsewhere on the page.
    static Words none() { return Words{""}; }

    const Html& html() const { return html_; }
    bool is_markup() const { return is_markup_; }
    bool empty() const { return html_.empty(); }

private:
    Html html_;
    bool is_markup_ = false;
};

/// A form field's name. It has no default, so a field that would be lost cannot be made.
class Name {
public:
    Name(const char* name) : name_{name} {}
    Name(std::string name) : name_{std::move(name)} {}
    const std::string& text() const { return name_; }

private:
    std::string name_;
};

/// Further attributes of an element, in order. Broken for a name that is no attribute's name, that
/// runs script (`on…`), styles in place, or takes an address (for those there is Url).
class Attributes {
public:
    Attributes() = default;
    Attributes(std::initializer_list<std::pair<std::string_view, std::string_view>> all);

    Attributes& set(std::string_view name, std::string_view value);
    /// An attribute without a value, as `hidden`.
    Attributes& flag(std::string_view name);
    Attributes& add(const Attributes& more);

    const Html& html() const { return html_; }

private:
    Html html_; // each with a space before it
};

/// A label. `Label{"Agency", "govuk-label--m"}`, or just `"Agency"` where a Label is wanted.
struct Label {
    template <std::convertible_to<Words> T>
    Label(T&& words, std::string more_classes = {})
        : text{std::forward<T>(words)}, classes{std::move(more_classes)}
    {
    }

    Words text;
    std::string classes;
    bool is_page_heading = false;
    Attributes attributes;
};

/// The name of a group of fields. Used as Label is.
struct Legend {
    template <std::convertible_to<Words> T>
    Legend(T&& words, std::string more_classes = {}, bool page_heading = false)
        : text{std::forward<T>(words)}, classes{std::move(more_classes)},
          is_page_heading{page_heading}
    {
    }

    Words text;
    std::string classes;
    bool is_page_heading = false;
};

struct Hint {
    template <std::convertible_to<Words> T>
    Hint(T&& words, std::string more_classes = {})
        : text{std::forward<T>(words)}, classes{std::move(more_classes)}
    {
    }

    Words text;
    std::string classes;
    Attributes attributes;
    std::string id;
};

/// What is wrong with a field. "Error:" is said before it to those who hear the page.
struct ErrorMessage {
    template <std::convertible_to<Words> T>
    ErrorMessage(T&& words, std::string more_classes = {})
        : text{std::forward<T>(words)}, classes{std::move(more_classes)}
    {
    }

    Words text;
    std::string classes;
    Attributes attributes;
    std::string id;
    std::string visually_hidden_text = "Error";
};

/// The element that holds label, hint, error and field together.
struct FormGroup {
    std::string classes;
    Attributes attributes;
    std::optional<Words> before_input, after_input;
};

} // namespace heed::markup
