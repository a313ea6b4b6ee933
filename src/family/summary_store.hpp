#pragma once

#include "family/summary.hpp"
#include "office/as_of.hpp"
#include "store/records.hpp"

#include <span>

namespace heed::family {

/// In the order of `ids`; a child that is not in this snapshot is left out. One query for all.
std::vector<Summary> summaries(store::Records& records, std::span<const ChildId> ids,
                               const office::AsOf& as_of);
std::optional<Summary> summary(store::Records& records, const ChildId& id,
                               const office::AsOf& as_of);

} // namespace heed::family
