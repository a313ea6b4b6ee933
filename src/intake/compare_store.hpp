#pragma once

#include "family/people.hpp"
#include "office/office.hpp"
#include "permission/desk.hpp"

#include <span>

namespace heed::intake {

/// Holds children who came into the record by another way, a register for instance, against those
/// whom the children's index knows, and puts the pairs that may be one child into the queue. Gives
/// how many are new there. Refuses `not_allowed`.
Outcome<int> compare_with_index(const office::Office& office, permission::Desk& desk,
                                family::People& people, std::span<const child::ChildId> children);

} // namespace heed::intake
