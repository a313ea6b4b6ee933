#pragma once

#include "markup/html.hpp"

#include <string>
#include <vector>

namespace heed::pieces {

/// One box that asks for anything, with what was understood below it as chips.
struct SearchBox {
    markup::Url action;
    std::string label;
    std::string button;
    std::string name = "q";
    std::string value = {};
    std::vector<std::string> understood = {};
    std::string understood_label = "Understood as"; ///< only heard
    markup::Html more = {};                         ///< further fields or links below the box
    bool autofocus = false; ///< only on an empty page: after an answer the answer is heard first
    bool compact = false;   ///< above an answer: smaller, the label only heard on a telephone
    bool by_post = true;    ///< so that what is asked stays out of addresses and histories
    std::string csrf = {};
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

} // namespace heed::pieces
