#pragma once

#include "intake/import_store.hpp"

namespace heed::intake {

/// `heed import children FILE`.
struct ImportCommand {
    std::string file;
    bool dry_run = false;
    std::string report; ///< where a line of JSON a row is written; empty: nowhere
};

/// Opens the files, brings the feed in and shows its progress on standard error. Refuses
/// `no_such_file`, and what import_children refuses.
Outcome<ImportReport> import_children_command(const office::Office& office, permission::Desk& desk,
                                              family::People& people, const ImportCommand& command);

} // namespace heed::intake
