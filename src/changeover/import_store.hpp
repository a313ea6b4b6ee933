#pragma once

#include "changeover/report.hpp"
#include "extract/file.hpp"
#include "office/office.hpp"
#include "permission/desk.hpp"

#include <functional>
#include <istream>

namespace heed::changeover {

/// The day on which the registers ended.
inline const Day changeover_day = day(2008, 4, 1);

struct ImportOrder {
    std::istream& file;
    extract::HeadingMap map = {};
    Day as_at = changeover_day;
    bool dry_run = false;
    /// Told of rows done and rows in all, now and then.
    std::function<void(std::size_t done, std::size_t all)> progress = {};
};

/// Brings a register in: each row ends as accepted, accepted with questions, held or already
/// there, and is kept word for word. A dry run says the same and writes nothing but that somebody
/// looked. Rows are written in batches, each whole or not at all; after a kill the same file goes
/// on where it stopped, and a file that was imported before changes nothing.
///
/// Refuses `not_allowed`, and what extract::read_file refuses: then nothing was written.
Outcome<ImportReport> import_register(const office::Office& office, permission::Desk& desk,
                                      const ImportOrder& order);

} // namespace heed::changeover
