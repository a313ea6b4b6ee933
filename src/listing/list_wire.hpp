#pragma once

#include "listing/list.hpp"
#include "pack/pack.hpp"

#include <span>

// The list as it leaves the house: for programs, spreadsheets and terminals.
namespace heed::listing {

/// One document: `on`, `known_at`, `count`, `children`, each with every key.
std::string list_json(const List& list, std::span<const Line* const> lines, const pack::Pack& pack);
/// With a byte order mark; nothing in it is executed by a spreadsheet.
std::string list_csv(const List& list, std::span<const Line* const> lines, const pack::Pack& pack);
/// Columns in line, for a terminal.
std::string list_table(const List& list, std::span<const Line* const> lines,
                       const pack::Pack& pack);

/// "Neglect, Physical abuse", the main one first.
std::string category_labels(const plan::Plan& plan, const pack::Pack& pack);

} // namespace heed::listing
