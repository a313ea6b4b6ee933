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

/// What the query of a receipt says of the list that it was opened from, as a query of its own:
/// "?from=2026-11-29&to=2026-11-30"; empty when it was opened from elsewhere.
std::string list_in(const web::Fields& query);

/// "On a plan", "Not found": an answer in two or three words.
std::string short_answer(pack::Answer answer);

} // namespace heed::desk
