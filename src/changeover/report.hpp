#pragma once

#include "child/child.hpp"
#include "extract/judge.hpp"

#include <optional>
#include <string>
#include <vector>

namespace heed::changeover {

using child::ChildId;
using extract::Finding;
using extract::RowOutcome;
using ImportId = Id<struct ImportKind>;

/// What an import came to. Always: rows = accepted + questions + held + already_there.
struct Counts {
    std::size_t rows = 0, accepted = 0, questions = 0, held = 0, already_there = 0;
    std::size_t children = 0; ///< whom the rows that were accepted are about
    std::size_t plans_open = 0, plans_ended = 0;
    bool operator==(const Counts&) const = default;
};

/// What became of one row.
struct RowReport {
    std::size_t line = 0;
    RowOutcome outcome = RowOutcome::held;
    std::optional<ChildId> child; ///< none when held, and in a dry run for whom the record has not
    std::vector<Finding> findings;
};

struct ImportReport {
    std::optional<ImportId> import; ///< none for a dry run
    Day as_at{};
    Counts counts;
    std::vector<RowReport> rows; ///< in the order of the file
    std::vector<std::string> unknown_headings;
    bool windows_1252 = false;
};

/// The document of the contract, section 4.
std::string to_json(const ImportReport& report);

/// For a terminal: the counts, and each row of which something is to be said.
std::string in_words(const ImportReport& report);

/// "429 rows: 349 accepted, 63 accepted with questions, 9 held, 8 already there."
std::string in_words(const Counts& counts);
/// "411 children, 315 plans open, 97 ended."
std::string children_in_words(const Counts& counts);

} // namespace heed::changeover
