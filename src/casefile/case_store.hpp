#pragma once

#include "casefile/case.hpp"
#include "pack/pack.hpp"
#include "store/records.hpp"

#include <functional>

namespace heed::casefile {

/// Nothing when there is no such child. About fifteen small queries.
std::optional<Case> read_case(store::Records& records, const ChildId& id, const office::AsOf& as_of,
                              const pack::Pack& pack);

/// How a room beside this one adds to the chronology: it reads its own tables.
using ChronologySource = std::function<std::vector<ChronologyLine>(store::Records&, const ChildId&,
                                                                   const office::AsOf&)>;

/// What the child's own record, the plans and all sources have to tell, the latest first.
std::vector<ChronologyLine> chronology(store::Records& records, const Case& about,
                                       const pack::Pack& pack,
                                       const std::vector<ChronologySource>& sources);

} // namespace heed::casefile
