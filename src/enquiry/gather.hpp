#pragma once

#include "enquiry/facts.hpp"
#include "store/records.hpp"

namespace heed::enquiry {

/// Looks for the child and reads how they stand. `asked.child_id` picks who is meant; when that is
/// nobody's id, refuses `not_found`. `finder` must have caught up with `records`.
Outcome<Facts> gather(store::Records& records, const matching::Finder& finder, const Asked& asked,
                      Moment now);

} // namespace heed::enquiry
