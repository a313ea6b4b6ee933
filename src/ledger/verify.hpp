#pragma once

#include "ledger/ledger.hpp"
#include "store/database.hpp"

namespace heed::ledger {

enum class Trouble {
    entry_altered,      ///< its fields do not give its hash
    entry_missing,      ///< numbers are skipped: entries were removed
    chain_broken,       ///< it does not follow the one before: inserted, moved or rewritten
    content_altered,    ///< its content does not give its content hash
    content_unreadable, ///< it is what was written, and cannot be read
    content_missing,    ///< its content is gone, and no entry says that it was withheld
    concern_hidden,     ///< whom it also concerned can no longer find it, or others were added
    head_wrong,         ///< the last entry is not the head: the end was cut off or added to
    history_rewritten,  ///< an older head, kept elsewhere, is not in this chain
    row_altered,        ///< a row of the record is not as its last entry left it
    row_missing,        ///< a row that an entry tells of is gone
    row_untold,         ///< a row is there that no entry tells of
};

struct Finding {
    Trouble kind;
    std::int64_t seq = 0; ///< the entry it is about; 0 for rows that no entry tells of
    std::string where;    ///< table and id, for rows; no personal data
    std::string sentence() const;
};

struct Report {
    std::int64_t entries = 0, rows = 0;
    Head head;
    std::vector<Finding> findings; ///< at most findings_max, in order of discovery
    bool good() const { return findings.empty(); }
};
inline constexpr std::size_t findings_max = 200;

/// Checks the whole ledger against itself, against the tables of the record, and against a head
/// that was kept from before. Reads one moment; writers go on meanwhile. `progress` is told the
/// number of entries from time to time.
Report verify(store::Database& database, const std::vector<std::string>& record_tables,
              const std::optional<Head>& kept_head,
              const std::function<void(std::int64_t)>& progress = {});

/// `{"seq":17,"hash":"…"}`, for keeping elsewhere; and back. Nothing when it is no head.
std::string head_json(const Head& head);
std::optional<Head> head_from_json(std::string_view text);

} // namespace heed::ledger
