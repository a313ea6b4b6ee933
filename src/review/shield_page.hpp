#pragma once

#include "markup/html.hpp"
#include "office/sheet_page.hpp"
#include "shield/shield.hpp"

#include <vector>

namespace heed::review {

/// Whether a child's places, or record, are kept from sight, and by whose decision.
struct ShieldPage {
    std::string id, name;
    std::vector<shield::Shield> set;          ///< on this very record
    std::optional<shield::Kind> covered;      ///< what covers it today, from wherever
    std::map<std::string, std::string> names; ///< of users, by id
    std::string csrf;
    office::Sheet sheet;
};
markup::Html shield_page(const ShieldPage& page);

std::string_view in_words(shield::Kind kind);

} // namespace heed::review
