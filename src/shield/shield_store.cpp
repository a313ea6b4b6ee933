#include "shield/shield_store.hpp"

#include "child/child_store.hpp"
#include "core/too_early.hpp"
#include "links/links_store.hpp"
#include "links/possible_store.hpp"
#include "office/statement_store.hpp"

#include <algorithm>
#include <functional>

namespace heed::shield {

namespace {

const std::string columns =
    "SELECT id, record_id, kind, from_day, to_day, reason, recorded_by, recorded_at FROM shield";

Shield shield_from(const store::Row& row)
{
    const auto kind = from_code<Kind>(row.text("kind"));
    ensure(kind.has_value(), "a shield of a kind that there is not");
    return {.id = row.id<ShieldId>("id"),
            .record = row.text("record_id"),
            .kind = *kind,
            .from = row.day("from_day"),
            .to = row.maybe_day("to_day"),
            .reason = row.text("reason"),
            .by = row.text("recorded_by"),
            .at = row.moment("recorded_at")};
}

/// The index of people must hear of everybody whom this shield covers.
void touch_covered(store::Transaction& records, const std::string& record)
{
    const std::array one{record};
    for (const auto& [id, covering] : links::covered_by(records, one))
        for (const std::string& covered : covering) child::touched(records, covered);
}

/// Tells every shield that stands and covers one of these records, whatever its days.
void each_covering(store::Records& records, std::span<const std::string> ids,
                   const std::function<void(const std::string& id, const Shield&)>& tell)
{
    if (ids.empty() ||
        records.rows("SELECT id FROM shield WHERE superseded_at IS NULL LIMIT 1").empty())
        return;
    constexpr std::size_t few = 64;
    if (ids.size() <= few) {
        for (const auto& [id, covering] : links::covered_by(records, ids))
            for (const std::string& record : covering)
                for (const Shield& one : of(records, record)) tell(id, one);
        return;
    }
    // Of millions, from the shields: whom a record covers, it is covered by.
    const std::set<std::string> asked{ids.begin(), ids.end()};
    for (const auto& row : records.rows(columns + " WHERE superseded_at IS NULL")) {
        const Shield one = shield_from(row);
        const std::array record{one.record};
        for (const auto& [id, covered] : links::covered_by(records, record))
            for (const std::string& other : covered)
                if (asked.contains(other)) tell(other, one);
    }
}

} // namespace

std::map<std::string, Kind> on(store::Records& records, std::span<const std::string> ids, Day day)
{
    std::map<std::string, Kind> shielded;
    each_covering(records, ids, [&](const std::string& id, const Shield& one) {
        if (one.from > day || (one.to && *one.to < day)) return;
        Kind& kind = shielded.try_emplace(id, one.kind).first->second;
        kind = std::max(kind, one.kind);
    });
    return shielded;
}

std::set<std::string> on_any_day(store::Records& records, std::span<const std::string> ids)
{
    std::set<std::string> shielded;
    each_covering(records, ids, [&](const std::string& id, const Shield&) { shielded.insert(id); });
    return shielded;
}

std::optional<Kind> on(store::Records& records, const std::string& id, Day day)
{
    const auto found = on(records, std::span{&id, 1}, day);
    if (found.empty()) return std::nullopt;
    return found.begin()->second;
}

std::vector<Shield> of(store::Records& records, const std::string& record)
{
    std::vector<Shield> found;
    for (const auto& row : records.rows(columns + " WHERE record_id = $1 AND superseded_at IS NULL"
                                                  " ORDER BY recorded_at DESC, id DESC",
                                        record))
        found.push_back(shield_from(row));
    return found;
}

std::optional<Shield> find(store::Records& records, const ShieldId& id)
{
    const auto row = records.row(columns + " WHERE id = $1", id);
    if (!row) return std::nullopt;
    return shield_from(*row);
}

Outcome<ShieldId> set(store::Transaction& records, const office::Stamp& stamp, const Wanted& wanted)
{
    if (wanted.reason.empty()) return refuse(RefusalCode::say_why_decided, "reason");
    if (wanted.to && *wanted.to < wanted.from) return too_early("to", wanted.from, "the first day");
    const auto id = stamp.fresh<ShieldId>();
    records.change("shield", R"sql(
        INSERT INTO shield
               (id, record_id, kind, from_day, to_day, reason, recorded_by, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql",
                   id, wanted.record, code(wanted.kind), wanted.from, wanted.to, wanted.reason,
                   wanted.by, stamp.now);
    touch_covered(records, wanted.record);
    return id;
}

Outcome<void> lift(store::Transaction& records, const office::Stamp& stamp, const ShieldId& id)
{
    const auto lifted = office::supersede(records, stamp, {"shield", "id", id.text()});
    if (lifted.empty()) return refuse(RefusalCode::not_found);
    touch_covered(records, lifted.front().text("record_id"));
    return {};
}

} // namespace heed::shield
