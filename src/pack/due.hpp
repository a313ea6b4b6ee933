#pragma once

#include "pack/pack.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heed::pack {

/// One deadline and its whole working. `due` is the latest lawful day; a deadline is advice with
/// a reason asked for when it is missed, never a bar to acting.
struct Due {
    Rule rule;
    Day from; ///< day 0: the day of the anchor
    Day due;
    Unit unit;
    int n;
    Anchor anchor;
    std::vector<DayOff> skipped; ///< days between that were not counted; empty for weeks, months
    Day book_by;                 ///< the last working day on or before `due`
    Authority authority;

    bool operator==(const Due&) const = default;
};

/// The rule of that code, as a command names it. Refuses `no_such_rule`, naming those there are.
Outcome<Rule> rule_named(std::string_view code);

/// When `rule` falls due, counted from `from`. Refuses `not_in_this_pack` for a rule that the
/// edition does not have, `outside_the_calendar` when a day is not covered.
Outcome<Due> due(const Pack& pack, Rule rule, Day from);

/// One JSON object: rule, from, due, unit, n, anchor, skipped, book_by, authority.
std::string due_json(const Due& due);

/// The same for people, in a few sentences.
std::string due_in_words(const Pack& pack, const Due& due);

} // namespace heed::pack
