#pragma once

#include "office/as_of.hpp"
#include "store/records.hpp"

#include <vector>

namespace heed::office {

/// Statements of one table: those in which `column` holds `value`.
struct Statements {
    const char* table;
    const char* column;
    std::string value;
};

/// From now on those of them that stand are superseded. Gives them back; none when none stood.
/// What replaces them is written by the caller, with its reason in the ledger.
std::vector<store::Row> supersede(store::Transaction& records, const Stamp& stamp,
                                  const Statements& which);

/// SQL for "`alias` stands as known at $known": what every reader asks of every statement. The
/// parameters are a day and AsOf::known().
std::string stands(const std::string& alias, const std::string& known = "$3");
/// The same, "and is true of that day".
std::string holds(const std::string& alias, const std::string& day = "$2",
                  const std::string& known = "$3");

} // namespace heed::office
