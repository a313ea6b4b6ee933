#include "intake/intake_store.hpp"

#include "core/ensure.hpp"
#include "feed/described.hpp"
#include "links/possible_store.hpp"

namespace heed::intake {

namespace {

/// PostgreSQL's text cannot hold NUL: it is kept as the sign that stands for it.
std::string without_nul(const std::string& words)
{
    if (!words.contains('\0')) return words;
    std::string kept;
    for (const char c : words)
        if (c == '\0')
            kept += "\xE2\x90\x80";
        else
            kept += c;
    return kept;
}

} // namespace

std::optional<Progress> progress_of(store::Records& records, const std::string& file_digest)
{
    const auto row = records.row(
        "SELECT line, counts, finished_at FROM index_import WHERE file_digest = $1", file_digest);
    if (!row) return std::nullopt;
    const auto counts = counts_from_json(row->text("counts"));
    ensure(counts.has_value(), "counts of an import that could not be written");
    return Progress{static_cast<std::size_t>(row->integer("line")), *counts,
                    !row->is_null("finished_at")};
}

void save_progress(store::Transaction& records, const std::string& file_digest,
                   const Progress& progress, const office::Stamp& stamp, const std::string& who)
{
    const auto finished = progress.finished ? std::optional{stamp.now} : std::nullopt;
    records.execute(R"sql(
        INSERT INTO index_import (file_digest, line, counts, begun_at, begun_by, finished_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (file_digest) DO UPDATE
           SET line = excluded.line, counts = excluded.counts,
               finished_at = excluded.finished_at)sql",
                    file_digest, progress.line, to_json(progress.counts), stamp.now, who, finished);
}

void hold(store::Transaction& records, const office::Stamp& stamp, const std::string& file_digest,
          const HeldRow& row)
{
    const auto& complaint = row.complaint;
    records.change("index_held_row", R"sql(
        INSERT INTO index_held_row (id, file_digest, line, words, field, wrong, state, held_at,
                                    settled_at, settled_by, settled_why)
        VALUES ($1, $2, $3, $4, $5, $6, 'held', $7, NULL, '', '')
        ON CONFLICT (file_digest, line) DO NOTHING)sql",
                   stamp.uuid(), file_digest, row.line, without_nul(row.words),
                   complaint.column ? code(*complaint.column) : std::string_view{},
                   code(complaint.wrong), stamp.now);
}

bool propose(store::Transaction& records, const office::Stamp& stamp, const std::string& feed_id,
             const Likeness& likeness)
{
    const auto pair = links::Pair::of(feed::key_of(feed_id), likeness.other.id);
    ensure(pair.has_value(), "somebody is like themselves");
    return links::propose(records, stamp,
                          {.pair = *pair,
                           .source = links::Source::feed,
                           .strong = likeness.ending == Ending::same,
                           .bits = likeness.other.bits});
}

} // namespace heed::intake
