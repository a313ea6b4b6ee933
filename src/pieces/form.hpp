#pragma once

#include "markup/components_form.hpp"
#include "markup/html.hpp"
#include "markup/url.hpp"

#include <string>
#include <vector>

namespace heed::pieces {

/// The name of the field that carries the token against forged requests.
inline constexpr const char* csrf_field = "csrf";

/// A form that changes something. Everything in it works without script.
struct Form {
    markup::Url action;
    std::string csrf; ///< the session's token
    markup::Html content;
    /// When given, what is typed is kept on the server as it is typed (`POST /drafts/NAME`) and a
    /// line says so; see assets/README.md.
    std::string draft = {};
    std::string draft_kept = "Draft kept at"; ///< before the time
    std::string draft_failed = "Draft not kept: what you type is only on this screen";
    bool files = false; ///< multipart, for uploads
    std::string id = {}, classes = {};
};
markup::Html form(const Form& options);

/// One box that asks for anything, with what was understood below it as chips.
struct SearchBox {
    markup::Url action;
    std::string label;
    std::string button;
    std::string name = "q";
    std::string value = {};
    std::vector<std::string> understood = {};
    markup::Html more = {}; ///< further fields or links below the box
    bool autofocus = false; ///< only on an empty page: after an answer the answer is heard first
    bool compact = false;   ///< beside an answer: smaller on a telephone
    std::string csrf = {};  ///< when given the search is a POST, so that words stay out of URLs
    std::string hint = {};
};
markup::Html search_box(const SearchBox& options);

/// Fields in a row above a list, sent by GET.
struct FilterBar {
    markup::Url action;
    markup::Html fields;
    std::string button;
    std::string label; ///< names the group to those who hear the page
};
markup::Html filter_bar(const FilterBar& options);

/// Small facts in outlined boxes.
markup::Html chips(const std::vector<std::string>& texts);

/// The error summary and, in `Page::title`, "Error: ": `errors` are links to fields.
markup::Html problems(const std::vector<markup::ErrorLink>& errors);

} // namespace heed::pieces
