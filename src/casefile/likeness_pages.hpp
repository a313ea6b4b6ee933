#pragma once

#include "casefile/new_child_page.hpp"
#include "family/people.hpp"
#include "office/office.hpp"

namespace heed::casefile {

/// Children of the record who are like what was said, the likest first, at most five, each with
/// why. Whoever shows them writes that they were looked at.
std::vector<MayBe> who_may_be(const office::Office& office, family::People& people,
                              const matching::Question& question);

} // namespace heed::casefile
