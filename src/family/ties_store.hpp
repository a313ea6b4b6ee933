#pragma once

#include "family/family.hpp"
#include "office/as_of.hpp"
#include "store/records.hpp"

#include <span>

// Relationships and stays as they were written, of whatever days: what forms correct, what the past
// of a family is told from, and what its drawing is drawn from.
namespace heed::family {

/// Those that a child has to adults and other children, from whichever side they were written. The
/// latest first; `as_of.on` does not matter.
std::vector<Tied> ties_of(store::Records& records, const ChildId& child, const office::AsOf& as_of);

/// Everybody's stays in that household, of all days; those who live there before those who visit.
std::vector<Housed> stays_in(store::Records& records, const HouseholdId& household,
                             const office::AsOf& as_of);
/// The child's own stays, in any household, of all days: the latest first.
std::vector<Housed> stays_of(store::Records& records, const ChildId& child,
                             const office::AsOf& as_of);

/// Whose parent or carer somebody is on that day, of those children: parents known to be so, and
/// those of whom only "parent or carer" is written.
std::vector<ParentOf> parents_of(store::Records& records, std::span<const ChildId> children,
                                 const office::AsOf& as_of);

/// Somebody who is in these children's lives in any way, by id. Nothing when they are not.
std::optional<AdultDetails> adult(store::Records& records, const AdultId& id,
                                  const office::AsOf& as_of);

} // namespace heed::family
