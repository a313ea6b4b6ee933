#pragma once

#include "changeover/report.hpp"
#include "office/office.hpp"
#include "permission/desk.hpp"

#include <string>

namespace heed::changeover {

/// `import register FILE [--map FILE] [--as-at DATE] [--dry-run]`, as typed.
struct ImportCommand {
    std::string file;
    std::string map = {};   ///< a file; empty for none
    std::string as_at = {}; ///< a date as typed; empty for 1 April 2008
    bool dry_run = false;
};

/// Opens the files and imports, telling standard error how far it is. Refuses `no_such_file`,
/// `not_a_date`, and what import_register refuses. `to_json` and `in_words` (report.hpp) are what
/// is then printed.
Outcome<ImportReport> import_register_command(const office::Office& office, permission::Desk& desk,
                                              const ImportCommand& command);

} // namespace heed::changeover
