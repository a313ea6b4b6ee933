#pragma once

#include "core/moment.hpp"

#include <string>
#include <vector>

// Who looked at a child's record, as people read it.
namespace heed::office {

/// One look, or change.
struct Look {
    Moment at;
    std::string who, role, what, reason;
};

/// What one person did in one spell of work: no more than four hours lie between two looks.
struct Spell {
    std::string who, role;
    std::vector<Look> looks; ///< the earliest first; never empty

    /// "Looked at the record (5 times); Changed: Address".
    std::string what() const;
    /// Each reason once, as they came.
    std::vector<std::string> reasons() const;
};

/// The spells, the latest first. `looks` may come in any order.
std::vector<Spell> spells(std::vector<Look> looks);

/// What an action of the ledger is, in words; the action itself when it has none.
std::string action_in_words(const std::string& action);

} // namespace heed::office
