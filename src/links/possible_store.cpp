#include "links/possible_store.hpp"

#include "child/child_store.hpp"
#include "links/links_store.hpp"

#include <cmath>

namespace heed::links {

namespace {

const std::string columns = R"sql(
    SELECT id, one, other, source, strong, centibits, note, proposed_by, proposed_at, waits_until
      FROM link_possible)sql";

Waiting waiting_from(const store::Row& row)
{
    Possible possible{.pair = {row.text("one"), row.text("other")},
                      .source = from_code<Source>(row.text("source")).value_or(Source::person),
                      .strong = row.flag("strong"),
                      .bits = static_cast<float>(row.integer("centibits")) / 100,
                      .note = row.text("note"),
                      .by = row.text("proposed_by")};
    return {std::move(possible), row.id<PossibleId>("id"), row.moment("proposed_at"),
            row.moment("waits_until")};
}

std::vector<Waiting> waiting_from(const std::vector<store::Row>& rows)
{
    std::vector<Waiting> found;
    for (const store::Row& row : rows) found.push_back(waiting_from(row));
    return found;
}

void touch(store::Transaction& records, const Pair& pair)
{
    for (const RecordId& record : {pair.one, pair.other}) child::touched(records, record);
}

} // namespace

bool propose(store::Transaction& records, const office::Stamp& stamp, const Possible& possible)
{
    const Standing standing = standing_of(records, possible.pair);
    if (standing.are_joined(possible.pair) || standing.kept_apart_by(possible.pair) != nullptr)
        return false;
    const auto added = records.rows(
        R"sql(
        INSERT INTO link_possible
               (id, one, other, source, strong, centibits, note, proposed_by, proposed_at,
                waits_until, state)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, 'waiting')
        ON CONFLICT (one, other) DO NOTHING RETURNING id)sql",
        stamp.uuid(), possible.pair.one, possible.pair.other, code(possible.source),
        possible.strong, std::lround(possible.bits * 100), possible.note, possible.by, stamp.now);
    if (added.empty()) return false;
    if (possible.source != Source::person) touch(records, possible.pair);
    return true;
}

std::vector<Waiting> waiting(store::Records& records, Moment now, int limit)
{
    return waiting_from(records.rows(columns + R"sql(
 WHERE state = 'waiting' AND waits_until <= $1
 ORDER BY strong DESC, centibits DESC, proposed_at, id LIMIT $2)sql",
                                     now, limit));
}

std::int64_t waiting_count(store::Records& records, Moment now)
{
    return records
        .row("SELECT count(*) AS pairs FROM link_possible WHERE state = 'waiting'"
             " AND waits_until <= $1",
             now)
        ->integer("pairs");
}

std::optional<Waiting> find(store::Records& records, const PossibleId& id)
{
    const auto row = records.row(columns + " WHERE id = $1", id);
    if (!row) return std::nullopt;
    return waiting_from(*row);
}

std::optional<PossibleId> of(store::Records& records, const Pair& pair)
{
    const auto row = records.row("SELECT id FROM link_possible WHERE one = $1 AND other = $2",
                                 pair.one, pair.other);
    if (!row) return std::nullopt;
    return row->id<PossibleId>("id");
}

std::vector<Waiting> waiting_about(store::Records& records, const RecordId& record)
{
    return waiting_from(records.rows(
        columns + " WHERE state = 'waiting' AND (one = $1 OR other = $1) ORDER BY proposed_at, id",
        record));
}

std::map<RecordId, std::vector<RecordId>> covered_by(store::Records& records,
                                                     std::span<const RecordId> ids)
{
    std::map<RecordId, std::vector<RecordId>> covered;
    for (const RecordId& id : ids) {
        std::vector<RecordId>& by = covered[id];
        if (!by.empty()) continue;
        by = same_child(records, id);
        const std::size_t own = by.size();
        for (std::size_t i = 0; i < own; ++i)
            for (const Waiting& pair : waiting_about(records, by[i])) {
                if (pair.source == Source::person) continue;
                const auto others =
                    same_child(records, pair.pair.one == by[i] ? pair.pair.other : pair.pair.one);
                by.insert(by.end(), others.begin(), others.end());
            }
    }
    return covered;
}

void look_later(store::Transaction& records, const PossibleId& id, Moment until)
{
    records.execute("UPDATE link_possible SET waits_until = $2 WHERE id = $1", id, until);
}

} // namespace heed::links
