#pragma once

#include "family/family.hpp"
#include "office/as_of.hpp"
#include "store/records.hpp"

namespace heed::family {

/// Writes a child whom only the children's index knows into the record, as the index describes
/// them: names, birth, addresses, carer, household, and the feeder's id, by which they are found
/// once from then on. What is kept from sight of them, and who they may be the same child as, goes
/// with them. A child who is in the record already is given back. The ledger's entry is the
/// caller's. Refuses `not_found` when the index knows nobody of that id.
Outcome<ChildId> take_up(store::Transaction& records, const office::Stamp& stamp,
                         const std::string& feed_id);

} // namespace heed::family
