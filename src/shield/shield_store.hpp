#pragma once

#include "core/outcome.hpp"
#include "office/as_of.hpp"
#include "shield/shield.hpp"
#include "store/records.hpp"

#include <map>
#include <set>
#include <span>
#include <vector>

namespace heed::shield {

/// Those of these records that are shielded on that day, by a shield of their own or of a record
/// that covers them (links::covered_by), each with the strictest kind. One small read while nobody
/// is shielded.
std::map<std::string, Kind> on(store::Records& records, std::span<const std::string> ids, Day day);
std::optional<Kind> on(store::Records& records, const std::string& id, Day day);

/// Those that are shielded on any day: what the index of people goes by, which knows no day. So a
/// place is out of it from the moment that a shield is set, until the shield is lifted.
std::set<std::string> on_any_day(store::Records& records, std::span<const std::string> ids);

/// Takes those of `things` out whose record is shielded on that day.
template <class Things, class IdOf>
void leave_out(store::Records& records, Day day, Things& things, IdOf id_of)
{
    std::vector<std::string> ids;
    for (const auto& thing : things) ids.push_back(id_of(thing));
    const auto shielded = on(records, ids, day);
    if (!shielded.empty())
        std::erase_if(things, [&](const auto& thing) { return shielded.contains(id_of(thing)); });
}

/// Shields set on this record that stand, the latest first.
std::vector<Shield> of(store::Records& records, const std::string& record);
std::optional<Shield> find(store::Records& records, const ShieldId& id);

// Writers leave the ledger's entry to their caller.

Outcome<ShieldId> set(store::Transaction& records, const office::Stamp& stamp,
                      const Wanted& wanted);
/// It no longer covers anybody; that it did is kept. Refuses `not_found`.
Outcome<void> lift(store::Transaction& records, const office::Stamp& stamp, const ShieldId& id);

} // namespace heed::shield
