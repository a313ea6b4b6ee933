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

/// ` class="base more"`.
Html class_attribute(Literal base, std::string_view more = {});

/// ` name="value"`, or nothing when the value is empty.
Html attribute_unless_empty(Literal name, std::string_view value);

/// ` name="true"` or `"false"`, or nothing when it is not said.
Html truth_attribute(Literal name, std::optional<bool> value);

/// Classes with a space between, when there are more.
std::string join_classes(std::string_view base, std::string_view more);

} // namespace heed::markup
