#pragma once

#include "child/child.hpp"
#include "office/as_of.hpp"
#include "store/records.hpp"

#include <span>

namespace heed::child {

/// Who a child is, in a line: enough to tell one from another, and no more.
struct Summary {
    ChildId id;
    std::string name; ///< "Mary Tansley"
    Birth birth = Birth::unknown();
    Sex sex = Sex::not_known;
    std::string area;                       ///< the outcode, "ME1"; empty when not known
    std::string check;                      ///< "lives at 8 Quarry Row with Kerry Tansley (mother)"
    std::vector<std::string> also_known_as; ///< other names, those she likes first
};

/// In the order of `ids`; a child that is not in this snapshot is left out. One query for all.
std::vector<Summary> summaries(store::Records& records, std::span<const ChildId> ids,
                               const office::AsOf& as_of);
std::optional<Summary> summary(store::Records& records, const ChildId& id,
                               const office::AsOf& as_of);

} // namespace heed::child
