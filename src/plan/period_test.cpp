#include "plan/period.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace heed;
using namespace heed::plan;

namespace {

Day some_day() { return day(2006, 1, 1) + std::chrono::days{*rc::gen::inRange(0, 2000)}; }

Period some_period()
{
    const Day first = some_day();
    if (*rc::gen::inRange(0, 3) == 0) return Period::open(first);
    return *Period::between(first, first + std::chrono::days{*rc::gen::inRange(1, 900)});
}

} // namespace

RC_GTEST_PROP(Period, HoldsOnExactlyItsOwnDays, ())
{
    const Day first = some_day(), last = first + std::chrono::days{*rc::gen::inRange(1, 900)},
              asked = some_day();
    const auto period = Period::open(first).ended(last);
    RC_ASSERT(period.has_value());
    RC_ASSERT(period->holds_on(asked) == (first <= asked && asked <= last));
    RC_ASSERT(Period::open(first).holds_on(asked) == (first <= asked));
}

RC_GTEST_PROP(Period, EndsOnlyAfterItsFirstDayAndOnlyOnce, ())
{
    const Day first = some_day(), last = some_day();
    const auto period = Period::between(first, last);
    RC_ASSERT(period.has_value() == (last > first));
    if (!period)
        RC_ASSERT(period.error().code == RefusalCode::does_not_follow);
    else
        RC_ASSERT(period->ended(last).error().code == RefusalCode::already_ended);
}

RC_GTEST_PROP(Period, MeetsAnotherWhenSomeDayIsOfBoth, ())
{
    const Period left = some_period(), right = some_period();
    // If any day is of both, the later of the two first days is.
    const Day later = std::max(left.first(), right.first());
    RC_ASSERT(left.meets(right) == (left.holds_on(later) && right.holds_on(later)));
    RC_ASSERT(left.meets(right) == right.meets(left));
}
