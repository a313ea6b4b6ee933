#pragma once

#include "store/database.hpp"

#include "core/embedded.hpp"

namespace heed::store {

/// How far a record's tables have come.
struct Schema {
    int version = 0; ///< 0: there is no record here yet
    bool newer_than_program = false;
};

Schema schema_of(Database& database);

/// Brings the tables up to date with `files` (names `0001-ledger.sql` …), all in one transaction;
/// a second process that starts at the same moment waits and then finds nothing to do. Gives how
/// many files were applied. Refuses `newer_record`. An old file that was edited after it was
/// applied is Broken.
///
/// One text serves both engines: {{text}}, {{int}}, {{blob}}, {{strict}} are the four words that
/// differ; what differs more stands under a line `--@sqlite`, `--@postgres`, back to `--@both`.
Outcome<int> migrate(Database& database, std::span<const Embedded> files, Moment now);

/// The tables of the record, which the ledger must be able to prove row by row: those that the
/// migrations name in lines `--@record NAME`.
std::vector<std::string> record_tables(std::span<const Embedded> files);

/// The files that the build put into this program, in order.
std::span<const Embedded> migrations();

} // namespace heed::store

namespace heed::migration_files {
std::span<const Embedded> embedded_files();
}
