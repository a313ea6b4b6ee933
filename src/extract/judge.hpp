#pragma once

#include "core/codes.hpp"
#include "core/day.hpp"
#include "extract/headings.hpp"
#include "extract/names_as_typed.hpp"
#include "extract/words_as_typed.hpp"
#include "pack/pack.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heed::extract {

/// What can be said of a row. The closed list is extract/row_codes.def.
enum class RowCode {
#define ROW_CODE(code, sentence) code,
#include "extract/row_codes.def"
#undef ROW_CODE
};

/// `no_key_worker`: what programs see.
std::string_view code_name(RowCode code);
std::optional<RowCode> row_code_named(std::string_view name);

/// One thing said of a row, to programs and to people.
struct Finding {
    RowCode code;
    std::string sentence;
    bool operator==(const Finding&) const = default;
};
/// The code's sentence with `about` in its blank.
Finding finding(RowCode code, std::string_view about = {});

/// In which of these each row ends: exactly one.
enum class RowOutcome { accepted, accepted_with_questions, held, already_there };

struct Birth {
    enum class Kind { unknown, day, month, year, expected };
    Kind kind = Kind::unknown;
    Day day{}; ///< the first of the month or year when only that is known
    bool operator==(const Birth&) const = default;
};

/// A registration as a careful clerk understands it: enough to begin a plan.
struct Registration {
    std::string register_no;
    std::string surname;
    std::string forename; ///< "Unborn" for a child not yet born who has no name
    std::string middle;
    bool unborn = false;
    std::vector<Alias> aliases;
    Birth birth;
    Sex sex = Sex::unknown;
    std::string ethnicity, legal_status; ///< as typed
    std::string address, postcode, household_no;
    std::vector<Carer> carers;
    std::vector<std::string> categories; ///< codes of the pack, the main one first; may be none
    Day first_day{};
    std::optional<Day> last_day; ///< the last day of the registration, after the first
    std::optional<Day> next_review;
    std::string key_worker, key_worker_telephone, team; ///< the worker may be nobody: empty
    std::string gp, school, health;
    bool operator==(const Registration&) const = default;

    /// Whether the child was registered on that day; the last day counts.
    bool covers(Day day) const { return first_day <= day && (!last_day || *last_day >= day); }
};

/// What became of one row.
struct Judged {
    std::size_t line = 0;
    RowOutcome outcome = RowOutcome::accepted;
    std::vector<Finding> findings;
    std::optional<Registration> registration; ///< none when held or already there
    /// The line of the first row of this file about the same child; its own when there is none.
    std::size_t child_line = 0;
};

/// What a careful clerk makes of one row by itself: a rule, given the row as typed, the day of the
/// extract and the pack. A held row says everything that holds it, and nothing else.
Judged judge(const Row& row, Day as_at, const pack::Pack& pack);

} // namespace heed::extract

namespace heed {
template <>
inline constexpr std::array<std::string_view, 4> codes<extract::RowOutcome>{
    "accepted", "accepted_with_questions", "held", "already_there"};
} // namespace heed
