#pragma once

#include "store/database.hpp"

#include <functional>

namespace heed::store {

/// Told the table and how many of its rows have been copied.
using CopyProgress = std::function<void(const std::string& table, std::int64_t rows)>;

/// Writes the whole record, as one moment left it, into a new SQLite file: also from PostgreSQL, so
/// that a backup of either can be restored into either. Writers go on meanwhile. The file is
/// encrypted with `key_hex` unless that is empty. Refuses `already_there` when the file exists.
Outcome<void> backup(Database& from, const std::string& file, const std::string& key_hex,
                     const CopyProgress& progress = {});

/// Puts a backup into an empty database. Refuses `already_a_record`, `not_a_record` (the file holds
/// none) and `newer_record`.
Outcome<void> restore(const std::string& file, const std::string& key_hex, Database& into,
                      Moment now, const CopyProgress& progress = {});

} // namespace heed::store
