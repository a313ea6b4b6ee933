#include "family/people.hpp"
#include "feed/described.hpp"
#include "index/index_store.hpp"

namespace heed::family {

namespace {

/// As many files as nodes may have saved; older rows are of files that were saved over.
constexpr int rows_kept = 50;

// Whose file it is, its number says: no other record has a row for it.
constexpr const char* everybody = "everybody";

std::int64_t fresh_number(Randomness& randomness)
{
    std::array<std::uint8_t, 8> bytes{};
    randomness.fill(bytes);
    std::uint64_t number = 0;
    for (const std::uint8_t byte : bytes) number = (number << 8U) | byte;
    return static_cast<std::int64_t>(number >> 2U);
}

std::optional<Fence> fence_of(store::Records& records, std::uint64_t number)
{
    const auto row =
        records.row("SELECT record_seq, index_seq FROM index_snapshot WHERE number = $1", number);
    if (!row) return std::nullopt;
    return Fence{row->integer("record_seq"), row->integer("index_seq")};
}

} // namespace

bool People::open(store::Records& records, const SavedPeople& saved)
{
    const std::scoped_lock lock{one_at_a_time_};
    auto finder = std::make_unique<matching::Finder>();
    const auto mark = finder->open(saved.file, {.label = everybody}, saved.key);
    if (!mark) return false;
    const auto fence = fence_of(records, mark->fence);
    if (!fence) return false;
    finder_ = std::move(finder);
    read_links(records);
    record_fence_ = fence->record;
    index_fence_ = fence->index;
    return true;
}

/// The links as they are now. Those who were parted from a child since the file was saved are put
/// back; those who were linked since go when the child is read again, as it has changed.
void People::read_links(store::Records& records)
{
    records.each("SELECT child_id, value FROM child_identifier"
                 " WHERE kind = 'feed' AND superseded_at IS NULL ORDER BY child_id, value",
                 {}, [&](const store::Row& row) {
                     const std::unique_lock lock{links_guard_};
                     feed_ids_[row.text("child_id")].push_back(row.text("value"));
                     linked_[row.text("value")] = row.text("child_id");
                 });
    for (const store::Row& row : records.rows("SELECT DISTINCT value FROM child_identifier"
                                              " WHERE kind = 'feed' AND superseded_at IS NOT NULL"))
        if (!child_of(row.text("value"))) unlink(records, row.text("value"));
}

Outcome<void> People::save(store::Database& database, const SavedPeople& saved, Moment now,
                           Randomness& randomness) const
{
    // Whoever is put while it is being saved is put again by whoever opens it: that does no harm.
    const Fence until = fence();
    const std::int64_t number = fresh_number(randomness);
    TRY_VOID(finder_->save(saved.file, {everybody, static_cast<std::uint64_t>(number)}, saved.key));
    database.write([&](store::Transaction& records) {
        records.execute("INSERT INTO index_snapshot (number, record_seq, index_seq, saved_at)"
                        " VALUES ($1, $2, $3, $4)",
                        number, until.record, until.index, now);
        records.execute("DELETE FROM index_snapshot WHERE number NOT IN (SELECT number FROM"
                        " index_snapshot ORDER BY saved_at DESC, number LIMIT $1)",
                        rows_kept);
    });
    return {};
}

} // namespace heed::family
