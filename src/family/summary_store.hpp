#pragma once

#include "family/summary.hpp"
#include "office/as_of.hpp"
#include "store/records.hpp"

#include <span>

namespace heed::family {

/// Whether the reader may see what a shield keeps from others. Whoever does not ask may not.
enum class Sees { what_is_open, what_is_shielded };

/// In the order of `ids`; a child that is not in this snapshot is left out. One query for all.
std::vector<Summary> summaries(store::Records& records, std::span<const ChildId> ids,
                               const office::AsOf& as_of, Sees sees = Sees::what_is_open);
std::optional<Summary> summary(store::Records& records, const ChildId& id,
                               const office::AsOf& as_of, Sees sees = Sees::what_is_open);

} // namespace heed::family
