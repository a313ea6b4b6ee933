#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace heed {

/// A day of the calendar, without a time: a birth, a decision, a deadline. Copies freely, counts
/// in whole days, compares in order. Any day between 1400-01-01 and 2199-12-31.
using Day = std::chrono::sys_days;

/// 2008-04-01 from its parts. Broken when there is no such day.
Day day(int year, unsigned month, unsigned day_of_month);

/// The day the parts name, or nothing when the calendar has no such day (31 February).
std::optional<Day> day_if_real(int year, unsigned month, unsigned day_of_month);

/// Reads exactly `2008-04-01`. Nothing when it is anything else or no such day.
std::optional<Day> day_from_iso(std::string_view text);

/// `2008-04-01`: how days are stored and spoken to programs.
std::string to_iso(Day day);

/// `1 April 2008`: how days are written for people.
std::string in_words(Day day);

/// The same day of the month `count` months on, clipped to the month's end: 31 August and six
/// months is 28 February. <chrono> says 31 February, which is not a day, and would count on to
/// 3 March, later than the guidance allows.
Day add_months(Day from, int count);

/// Whole years between birth and `on`; -1 when `on` is before the birth. Somebody born on
/// 29 February is a year older on 1 March in common years, as English law counts.
int age_on(Day born, Day on);

bool is_weekend(Day day);

} // namespace heed
