#pragma once

#include "feed/row.hpp"
#include "intake/likeness.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace heed::intake {

/// What the rows of a file came to. rows = same + possible + fresh + held.
struct Counts {
    std::int64_t rows = 0;
    std::int64_t same = 0;     ///< those below too
    std::int64_t possible = 0; ///< somebody must look
    std::int64_t fresh = 0;
    std::int64_t held = 0;
    std::int64_t already_there = 0; ///< of same: the very row is known
    std::int64_t changed = 0;       ///< of same: the feeder's id is known, and what it says is new
    std::int64_t proposed = 0;      ///< of same: not by number, so a person must confirm it
    bool operator==(const Counts&) const = default;
};
std::string to_json(const Counts& counts);
/// Nothing when the text is none that to_json wrote.
std::optional<Counts> counts_from_json(std::string_view text);

/// A row that could not be taken.
struct HeldRow {
    std::size_t line = 0;
    std::string words; ///< the row as it came
    feed::Complaint complaint;
};

/// What the feeder's own id says of a row.
enum class Known {
    no,
    as_it_is,        ///< the very row is known
    otherwise,       ///< what it says has changed
    as_record_child, ///< a child of the record bears the number
};
std::string_view sentence(Known known); ///< empty for `no`

/// What one row came to, for the report of one line a row.
struct RowEnding {
    std::size_t line = 0;
    std::string feed_id;
    Ending ending = Ending::fresh;
    std::vector<Likeness> likenesses;
    Known known = Known::no; ///< anything else makes it the same without a question
};
std::string to_json(const RowEnding& row);
std::string to_json(const HeldRow& row);

struct ImportReport {
    Counts counts;
    std::size_t resumed_after = 0; ///< the line after which an earlier import went on; 0: none
    std::size_t people = 0;        ///< findable when it ended
    bool dry_run = false;
    bool windows_1252 = false;
    std::vector<std::string> unknown_headings;
    std::vector<HeldRow> held; ///< the first held_shown
};
inline constexpr std::size_t held_shown = 100;

std::string to_json(const ImportReport& report);
std::string in_words(const ImportReport& report);

} // namespace heed::intake
