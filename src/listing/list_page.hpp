#pragma once

#include "listing/list.hpp"
#include "markup/html.hpp"
#include "office/sheet_page.hpp"
#include "pack/pack.hpp"
#include "web/fields.hpp"

namespace heed::listing {

/// What the page of the list shows.
struct ListPage {
    const List& list;
    Wanted wanted;
    std::size_t page = 1;
    bool all_on_one_page = false; ///< for printing
    web::Fields asked;            ///< the query, for links: each day of it in one field
    office::Sheet sheet = {};     ///< its days as they were typed, and what is wrong with one
    std::string authority = {};   ///< whose list it is; on paper
    std::string reader = {};      ///< who reads it, and so prints it: "Dora Quill, team manager"
    Moment read_at = {};
};

/// Counts that open their children, filters, the table, paging, and ways to take it away. Where a
/// day is wrong, only that and the filters.
markup::Html list_page(const ListPage& page, const pack::Pack& pack);

/// The children whose key worker somebody is, with what is due next first. `list` holds the whole
/// list; `worker` is who they are in the directory, or nothing when nobody has said so.
struct OwnPage {
    const List& list;
    std::optional<directory::Professional> worker;
};
markup::Html own_page(const OwnPage& page, const pack::Pack& pack);

inline constexpr std::size_t page_size = 50;

} // namespace heed::listing
