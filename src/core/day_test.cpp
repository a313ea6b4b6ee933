#include "core/day.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace heed;

TEST(Day, IsReadAndWrittenInIso)
{
    EXPECT_EQ(to_iso(day(2008, 4, 1)), "2008-04-01");
    EXPECT_EQ(day_from_iso("2008-04-01"), day(2008, 4, 1));
    EXPECT_EQ(in_words(day(2008, 4, 1)), "1 April 2008");
}

TEST(Day, IsNotReadFromAnythingElse)
{
    for (const char* text : {"", "2008-4-1", "2008-04-31", "2001-02-31", "01/04/2008",
                             "2008-04-01 ", "2008-13-01", "200a-04-01", "-008-04-01", "1399-12-31"})
        EXPECT_FALSE(day_from_iso(text)) << text;
}

TEST(AddMonths, ClipsToTheEndOfTheMonth)
{
    EXPECT_EQ(add_months(day(2007, 8, 31), 6), day(2008, 2, 29));
    EXPECT_EQ(add_months(day(2006, 8, 31), 6), day(2007, 2, 28));
    EXPECT_EQ(add_months(day(2008, 1, 14), 3), day(2008, 4, 14));
}

TEST(AgeOn, TurnsOnTheBirthday)
{
    EXPECT_EQ(age_on(day(2019, 3, 14), day(2026, 3, 13)), 6);
    EXPECT_EQ(age_on(day(2019, 3, 14), day(2026, 3, 14)), 7);
    EXPECT_EQ(age_on(day(2004, 2, 29), day(2005, 2, 28)), 0);
    EXPECT_EQ(age_on(day(2004, 2, 29), day(2005, 3, 1)), 1);
    EXPECT_EQ(age_on(day(2019, 3, 14), day(2019, 3, 13)), -1);
}

namespace {
Day any_day() { return day(1900, 1, 1) + std::chrono::days{*rc::gen::inRange(0, 90'000)}; }
} // namespace

RC_GTEST_PROP(Day, ReadsWhatItWrote, ())
{
    const Day written = any_day();
    RC_ASSERT(day_from_iso(to_iso(written)) == written);
}

RC_GTEST_PROP(AddMonths, KeepsTheMonthAndNeverPassesTheDay, ())
{
    using namespace std::chrono;
    const Day from = any_day();
    const int count = *rc::gen::inRange(0, 24);
    const year_month_day start{from}, by{add_months(from, count)};
    RC_ASSERT((by.year() / by.month() == start.year() / start.month() + months{count}));
    RC_ASSERT(by.day() <= start.day());
}
