#pragma once

#include "core/outcome.hpp"
#include "pack/pack.hpp"

namespace heed::plan {

/// So much later than the pack's interval may a review be set. A conference that is booked late is
/// true and must be written down, and its lateness shows; one that is years away is a slip of the
/// finger, and would keep a child from the list of late reviews for as long.
inline constexpr int review_margin_months = 6;

/// The latest day that a next review may be set for: the pack's interval from today, and the
/// margin.
Day latest_next_review(const pack::Pack& pack, Day today);

/// Refuses `too_far_away` at the field, saying until when it may be.
Outcome<void> review_may_be_on(Day due, const pack::Pack& pack, Day today,
                               const std::string& field);

} // namespace heed::plan
