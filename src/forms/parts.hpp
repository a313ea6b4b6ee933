#pragma once

#include "markup/options.hpp"

#include <concepts>
#include <optional>
#include <string>
#include <utility>

// What every field has around it.
namespace heed::forms {

using markup::Attributes;
using markup::Html;
using markup::Words;

/// A form field's name. It has no default, so a field that would be lost cannot be made.
class Name {
public:
    Name(const char* name) : name_{name} {}
    Name(std::string name) : name_{std::move(name)} {}
    const std::string& text() const { return name_; }

private:
    std::string name_;
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

Html label(const Label& options, const std::string& for_id);
Html hint(const Hint& options);
Html error_message(const ErrorMessage& options);

/// What stands between a label and its field, and the ids that `aria-describedby` names.
struct Described {
    Html html;
    std::string ids;
};
Described describe(const std::string& id, const std::optional<Hint>& hint,
                   const std::optional<ErrorMessage>& error, std::string described_by);

/// Words before or after a field, when there are any.
Html around(const std::optional<Words>& words);

Html form_group(const FormGroup& options, bool has_error, const Html& content);

} // namespace heed::forms
