#pragma once

#include "core/day.hpp"
#include "core/too_early.hpp"

namespace heed::plan {

/// From the day on which a conference made the plan to the last day on which it held. The last
/// day, if there is one, is always later than the first: a plan that was begun in error is struck
/// out, not ended on its own first day.
class Period {
public:
    static Period open(Day first) { return Period{first, std::nullopt}; }
    /// Refuses `does_not_follow` unless `last` is after `first`.
    static Outcome<Period> between(Day first, Day last);

    /// Refuses `already_ended`, `does_not_follow`.
    Outcome<Period> ended(Day last) const;

    /// Both ends count: somebody who asks on the last evening is still told of the plan.
    bool holds_on(Day day) const { return first_ <= day && (!last_ || day <= *last_); }
    bool is_open() const { return !last_; }
    /// Whether some day belongs to both.
    bool meets(const Period& other) const;

    Day first() const { return first_; }
    std::optional<Day> last() const { return last_; }
    bool operator==(const Period&) const = default;

private:
    Period(Day first, std::optional<Day> last) : first_{first}, last_{last} {}
    Day first_;
    std::optional<Day> last_;
};

} // namespace heed::plan
