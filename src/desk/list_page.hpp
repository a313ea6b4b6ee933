#pragma once

#include "enquiry/enquiry_store.hpp"
#include "markup/html.hpp"

namespace heed::desk {

using enquiry::Line;

/// Enquiries of some days, newest first: what was asked in the night, and what came of each.
struct ListPage {
    std::vector<Line> lines;
    Day from, to;
    bool only_open = false;
    std::string from_typed, to_typed; ///< as typed, when they were not understood
    std::optional<Refusal> refusal = {};
};
markup::Html list_page(const ListPage& page);

/// "On a plan", "Not found": an answer in two or three words.
std::string short_answer(pack::Answer answer);

} // namespace heed::desk
