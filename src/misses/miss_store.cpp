#include "misses/miss_store.hpp"

#include "index/index_store.hpp"

namespace heed::misses {

namespace {

const std::string columns = R"sql(
    SELECT m.id, m.enquiry_id, e.receipt, m.record_id, m.why, m.found_at
      FROM miss_found m JOIN enquiry e ON e.id = m.enquiry_id)sql";

Miss miss_from(const store::Row& row)
{
    return {.id = row.id<MissId>("id"),
            .enquiry = row.id<enquiry::EnquiryId>("enquiry_id"),
            .receipt = row.text("receipt"),
            .record = row.text("record_id"),
            .why = row.text("why"),
            .found_at = row.moment("found_at")};
}

} // namespace

std::optional<MissId> add(store::Transaction& records, const Miss& miss)
{
    const auto added = records.change("miss_found", R"sql(
        INSERT INTO miss_found (id, enquiry_id, record_id, why, found_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (enquiry_id, record_id) DO NOTHING)sql",
                                      miss.id, miss.enquiry, miss.record, miss.why, miss.found_at);
    if (added.empty()) return std::nullopt;
    return miss.id;
}

std::optional<Miss> find(store::Records& records, const MissId& id)
{
    const auto row = records.row(columns + " WHERE m.id = $1", id);
    if (!row) return std::nullopt;
    return miss_from(*row);
}

std::vector<Miss> latest(store::Records& records, int limit)
{
    std::vector<Miss> found;
    for (const auto& row :
         records.rows(columns + " ORDER BY m.found_at DESC, m.id DESC LIMIT $1", limit))
        found.push_back(miss_from(row));
    return found;
}

Progress progress(store::Records& records)
{
    const auto row = records.row("SELECT seq, done, total FROM miss_progress WHERE id = 1");
    return {row->integer("seq"), row->integer("done"), row->integer("total")};
}

void note(store::Transaction& records, const Progress& progress, Moment now)
{
    records.execute("UPDATE miss_progress SET seq = CASE WHEN seq > $1 THEN seq ELSE $1 END,"
                    " done = $2, total = $3, at = $4 WHERE id = 1",
                    progress.seq, progress.done, progress.total, now);
}

std::int64_t last_change(store::Records& records)
{
    // Both only ever grow, so their sum does.
    return records.row("SELECT seq FROM person_change_head WHERE id = 1")->integer("seq") +
           index::head(records);
}

} // namespace heed::misses
