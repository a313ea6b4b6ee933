#pragma once

#include "office/as_of.hpp"
#include "pack/pack.hpp"
#include "review/record.hpp"
#include "store/records.hpp"

namespace heed::review {

/// All that is held of one record, as one moment knew it. Nothing when there is no such record.
std::optional<RecordFacts> read_record(store::Records& records, const RecordId& id,
                                       const office::AsOf& as_of, const pack::Pack& pack);

/// Whether any record of that child holds a plan, of today or before.
bool has_plan(store::Records& records, const RecordId& id, const office::AsOf& as_of);

} // namespace heed::review
