#pragma once

#include "family/people.hpp"
#include "intake/report.hpp"
#include "office/office.hpp"
#include "permission/desk.hpp"

#include <functional>
#include <istream>

namespace heed::intake {

struct ImportOrder {
    std::istream& file;
    std::string file_digest; ///< SHA-256 of its bytes: how it is known again
    bool dry_run = false;
    /// Told of rows done, now and then, and of the bytes of the file behind them.
    std::function<void(const Counts& counts, std::uint64_t bytes)> progress = {};
    /// Told what each row came to, as one JSON line.
    std::function<void(const std::string& line)> tell = {};
};

/// Brings a feed of the children's index in. Rows are written a chunk at a time, each chunk whole
/// or not at all, with its ledger entry: after a kill the same file goes on where it stopped, and a
/// file that went in before changes nothing. A dry run says the same and writes nothing but that
/// somebody looked. `people` must hold everybody, and then holds those who came too.
///
/// Refuses `not_allowed`, what feed::File refuses (then nothing was written), and
/// `changed_meanwhile` when another process adds to the index at the same time: started again, it
/// goes on.
Outcome<ImportReport> import_children(const office::Office& office, permission::Desk& desk,
                                      family::People& people, const ImportOrder& order);

} // namespace heed::intake
