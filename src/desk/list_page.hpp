#pragma once

#include "enquiry/enquiry_store.hpp"
#include "office/sheet_page.hpp"

namespace heed::desk {

using enquiry::Line;

/// Enquiries of some days, newest first: what was asked in the night, and what came of each.
struct ListPage {
    std::vector<Line> lines;
    Day from, to;
    bool only_open = false;
    office::Sheet asked = {}; ///< the days as they were typed, and what was wrong with one
};
markup::Html list_page(const ListPage& page);

/// "On a plan", "Not found": an answer in two or three words.
std::string short_answer(pack::Answer answer);

} // namespace heed::desk
