#pragma once

#include "family/people.hpp"
#include "lookup/query.hpp"
#include "office/office.hpp"
#include "permission/desk.hpp"

#include <span>

namespace heed::lookup {

inline constexpr std::size_t top_default = 10, top_max = 100;

/// One line of questions: what was understood, or why not.
struct Asked {
    std::size_t line = 0;
    std::string text; ///< as it came
    Outcome<Query> query;
};

/// Answers many on all cores, in order, at most `top` hits each: those that are worth a look. A
/// question that was not understood has none. `people` must have caught up.
std::vector<Found> find_all(const family::People& people, std::span<const Asked> asked,
                            std::size_t top);

/// Writes to the ledger what was asked (as a digest) and who was shown; durable when it returns.
/// Refuses `not_allowed`.
Outcome<void> note(const office::Office& office, permission::Desk& desk,
                   std::span<const Asked> asked, std::span<const Found> found);

} // namespace heed::lookup
