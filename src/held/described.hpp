#pragma once

#include "extract/headings.hpp"
#include "matching/finder.hpp"

#include <string>
#include <vector>

namespace heed::held {

/// A row that nobody could take in, as far as it says anybody: what it holds may be wrong or in the
/// wrong cell. `as_at` is the day of the extract. `id` comes back in like().
matching::Person described(const std::string& id, const extract::Row& row, Day as_at);

/// The ids of those who are worth a look for any of the questions, in order.
std::vector<std::string> like(const std::vector<matching::Person>& people,
                              const std::vector<matching::Question>& questions);

} // namespace heed::held
