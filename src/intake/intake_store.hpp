#pragma once

#include "intake/report.hpp"
#include "office/as_of.hpp"
#include "store/records.hpp"

#include <optional>
#include <string>

namespace heed::intake {

/// How far a file has gone in.
struct Progress {
    std::size_t line = 0; ///< the last line that is dealt with
    Counts counts;
    bool finished = false;
};

std::optional<Progress> progress_of(store::Records& records, const std::string& file_digest);
void save_progress(store::Transaction& records, const std::string& file_digest,
                   const Progress& progress, const office::Stamp& stamp, const std::string& who);

/// Keeps a row in the queue, word for word. The same line of the same file again: nothing is done.
void hold(store::Transaction& records, const office::Stamp& stamp, const std::string& file_digest,
          const HeldRow& row);

/// Puts two who may be one child into the queue of links. False when they wait there already, or
/// a person has decided on them: nothing is proposed twice.
bool propose(store::Transaction& records, const office::Stamp& stamp, const std::string& feed_id,
             const Likeness& likeness);

} // namespace heed::intake
