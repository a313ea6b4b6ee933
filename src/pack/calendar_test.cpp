#include "core/ensure.hpp"
#include "pack/library.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>
#include <set>

using namespace heed;
using namespace heed::pack;
using std::chrono::days;

namespace {

const Calendar& england() { return list().front().calendar(); }

/// Gauss's rule, so that it shares nothing with how the file was made.
Day easter_sunday(int year)
{
    const int a = year % 19, b = year % 4, c = year % 7, k = year / 100;
    const int p = (13 + 8 * k) / 25, q = k / 4;
    const int m = (15 - p + k - q) % 30, n = (4 + k - q) % 7;
    const int d = (19 * a + m) % 30;
    int e = (2 * b + 4 * c + 6 * d + n) % 7;
    int after = 22 + d + e; // days of March
    if (d == 29 && e == 6) after = 50;
    if (d == 28 && e == 6 && (11 * m + 11) % 30 < 19) after = 49;
    return heed::day(year, 3, 1) + days{after - 1};
}

/// What the rules alone would give: each feast on its day, or on the next weekday still free.
std::set<Day> regular(int at)
{
    using namespace std::chrono;
    const std::chrono::year year{at};
    std::set<Day> off{easter_sunday(at) - days{2}, easter_sunday(at) + days{1},
                      Day{year / May / Monday[1]}, Day{year / May / Monday[last]},
                      Day{year / August / Monday[last]}};
    std::vector<Day> feasts{heed::day(at, 1, 1), heed::day(at, 12, 25), heed::day(at, 12, 26)};
    std::vector<Day> moved;
    for (const Day feast : feasts) {
        if (is_weekend(feast))
            moved.push_back(feast);
        else
            off.insert(feast);
    }
    for (Day feast : moved) {
        while (is_weekend(feast) || off.contains(feast)) feast += days{1};
        off.insert(feast);
    }
    return off;
}

Day any_covered_day(int margin_days)
{
    return day(1990, 1, 1) + days{*rc::gen::inRange(0, 18'627 - margin_days)};
}

} // namespace

TEST(BankHolidays, AreTheRegularOnesSaveTheDaysThatWereProclaimed)
{
    std::set<Day> expected;
    for (int year = 1990; year <= 2040; ++year) expected.merge(regular(year));
    for (const Day moved :
         {day(1995, 5, 1), day(2002, 5, 27), day(2012, 5, 28), day(2020, 5, 4), day(2022, 5, 30)})
        EXPECT_EQ(expected.erase(moved), 1U) << to_iso(moved);
    for (const Day given : {day(1995, 5, 8), day(1999, 12, 31), day(2002, 6, 3), day(2002, 6, 4),
                            day(2011, 4, 29), day(2012, 6, 4), day(2012, 6, 5), day(2020, 5, 8),
                            day(2022, 6, 2), day(2022, 6, 3), day(2022, 9, 19), day(2023, 5, 8)})
        EXPECT_TRUE(expected.insert(given).second) << to_iso(given);

    std::set<Day> held;
    for (const auto& [day, name] : england().holidays()) held.insert(day);
    EXPECT_EQ(held, expected);
    EXPECT_EQ(held.size(), 415U);
}

TEST(BankHolidays, HaveTheNamesPeopleKnow)
{
    const auto name = [](int year, unsigned month, unsigned date) {
        return england().holidays().at(day(year, month, date));
    };
    EXPECT_EQ(name(2008, 3, 21), "Good Friday");
    EXPECT_EQ(name(2008, 3, 24), "Easter Monday");
    EXPECT_EQ(name(2008, 5, 5), "Early May bank holiday");
    EXPECT_EQ(name(2008, 8, 25), "Summer bank holiday");
    EXPECT_EQ(name(2010, 12, 27), "Christmas Day, substitute day");
    EXPECT_EQ(name(2010, 12, 28), "Boxing Day, substitute day");
    EXPECT_EQ(name(2011, 12, 26), "Boxing Day");
    EXPECT_EQ(name(2011, 12, 27), "Christmas Day, substitute day");
    EXPECT_EQ(name(2000, 1, 3), "New Year's Day, substitute day");
    EXPECT_EQ(name(2022, 9, 19), "Bank holiday for the State Funeral of Queen Elizabeth II");
}

TEST(BankHolidays, FallOnWeekdaysAndSoTakeAWorkingDay)
{
    for (const auto& [day, name] : england().holidays()) EXPECT_FALSE(is_weekend(day)) << name;
}

TEST(Calendar, SaysWhyADayIsNotCounted)
{
    EXPECT_EQ(england().day_off(day(2008, 3, 22)), "weekend");
    EXPECT_EQ(england().day_off(day(2008, 3, 21)), "Good Friday");
    EXPECT_EQ(england().day_off(day(2008, 3, 20)), std::nullopt);
    EXPECT_EQ(england().is_working_day(day(2008, 3, 20)), true);
    EXPECT_EQ(england().is_working_day(day(2008, 3, 21)), false);
}

TEST(Calendar, CountsFromTheDayAfter)
{
    // Day 0 may itself be a day off: from Saturday the first working day is Monday.
    EXPECT_EQ(england().working_days_after(day(2008, 4, 4), 1), day(2008, 4, 7));
    EXPECT_EQ(england().working_days_after(day(2008, 4, 5), 1), day(2008, 4, 7));
    EXPECT_EQ(england().working_days_after(day(2008, 4, 7), 1), day(2008, 4, 8));
    EXPECT_EQ(england().working_days_between(day(2008, 4, 4), day(2008, 4, 8)), 2);
    EXPECT_EQ(england().working_days_between(day(2008, 4, 8), day(2008, 4, 4)), -2);
    EXPECT_EQ(england().working_days_between(day(2008, 4, 5), day(2008, 4, 5)), 0);
    EXPECT_THROW((void)england().working_days_after(day(2008, 4, 4), 0), Broken);
}

TEST(Calendar, RefusesRatherThanGuessesOutsideItsYears)
{
    const auto refused = [](const auto& outcome) {
        return !outcome && outcome.error().code == RefusalCode::outside_the_calendar;
    };
    EXPECT_TRUE(refused(england().is_working_day(day(1989, 12, 31))));
    EXPECT_TRUE(refused(england().is_working_day(day(2041, 1, 1))));
    EXPECT_TRUE(refused(england().working_days_after(day(1989, 12, 30), 10)));
    EXPECT_TRUE(refused(england().working_days_after(day(2040, 12, 30), 2)));
    EXPECT_TRUE(refused(england().last_working_day_by(day(1990, 1, 1)))); // a bank holiday
    EXPECT_TRUE(refused(england().working_days_between(day(2040, 1, 1), day(2041, 1, 1))));
    EXPECT_EQ(in_words(england().is_working_day(day(2041, 1, 1)).error()),
              "The bank holidays of that time are not known here, so working days cannot be "
              "counted. They are known from 1 January 1990 to 31 December 2040.");
}

RC_GTEST_PROP(Calendar, GivesBackTheCountItWasAskedFor, ())
{
    const int count = *rc::gen::inRange(1, 60);
    const Day from = any_covered_day(150);
    std::vector<DayOff> skipped;
    const Day found = england().working_days_after(from, count, &skipped).value();
    RC_ASSERT(england().is_working_day(found).value());
    RC_ASSERT(england().working_days_between(from, found).value() == count);
    RC_ASSERT((found - from).count() == count + static_cast<int>(skipped.size()));
    for (const auto& off : skipped)
        RC_ASSERT(england().day_off(off.day).value() == std::optional{off.reason});
}

RC_GTEST_PROP(Calendar, StepsBackOnlyOverDaysOff, ())
{
    const Day by = any_covered_day(10) + days{10};
    const Day found = england().last_working_day_by(by).value();
    RC_ASSERT(found <= by);
    RC_ASSERT(england().is_working_day(found).value());
    RC_ASSERT(england().working_days_between(found, by).value() == 0);
}
