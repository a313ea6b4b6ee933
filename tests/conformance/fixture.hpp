#pragma once

#include "forms/forms.hpp"
#include "markup/components.hpp"

#include <boost/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace heed::markup {

/// The only door by which markup that the compiler has not seen becomes Html: published fixtures
/// hold markup. It is defined here and nowhere in src.
class FixtureMarkup {
public:
    static Html raw(std::string markup)
    {
        Html html;
        html.markup_ = std::move(markup);
        return html;
    }
};

} // namespace heed::markup

// The options of GOV.UK Frontend's fixtures, read as its own templates would: JavaScript's truth.
namespace heed::conformance {

using boost::json::value;

/// A member, or null.
const value& at(const value& object, std::string_view key);
bool truthy(const value& json);
/// A string, number or truth as text; empty for what is absent.
std::string text(const value& json);
std::string text(const value& object, std::string_view key);
std::optional<std::string> maybe_text(const value& object, std::string_view key);
std::optional<bool> maybe_bool(const value& object, std::string_view key);
int number(const value& object, std::string_view key, int otherwise);

/// The markup of `html` when there is some, else the text of `text`.
markup::Words words(const value& object, std::string_view html_key = "html",
                    std::string_view text_key = "text");
std::optional<markup::Words> maybe_words(const value& object, std::string_view html_key = "html",
                                         std::string_view text_key = "text");
markup::Html raw(const value& object, std::string_view key);
markup::Attributes attributes(const value& object, std::string_view key = "attributes");
std::optional<markup::Url> maybe_url(const value& object, std::string_view key);
markup::Url url(const value& object, std::string_view key, const char* otherwise);
/// The elements of a list that are something, each with its place from 0 in the whole list.
std::vector<std::pair<std::size_t, const value*>> elements(const value& object,
                                                           std::string_view key);

using Adapter = markup::Html (*)(const value& options);
struct Named {
    std::string_view component;
    Adapter adapter;
};
std::vector<Named> adapters_of_markup();
std::vector<Named> adapters_of_lists();
std::vector<Named> adapters_of_forms();

markup::Tag tag_options(const value& options);

} // namespace heed::conformance
