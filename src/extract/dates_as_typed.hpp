#pragma once

#include "core/day.hpp"

#include <string_view>

namespace heed::extract {

/// What a date is the date of: it decides how far ahead a year of two digits may lie.
enum class DateOf { birth, past, review };

/// What somebody meant by a date they typed; never a guess.
struct TypedDate {
    enum class Kind {
        nothing,    ///< empty, or "n/k", "tbc" and the like
        day,        ///< one day of the calendar
        month,      ///< a month; `day` is its first
        year,       ///< a year; `day` is its first
        impossible, ///< parts of a date that no calendar has: 31/02/2001
        unreadable, ///< no date at all, or one that could be two
    };
    Kind kind = Kind::nothing;
    Day day{};
    bool expected = false; ///< marked EDD, "due" or "expected"

    bool operator==(const TypedDate&) const = default;
};

/// Reads a date as people in England type it: day before month, with `/ - .` or spaces, the month
/// in figures or English letters, the year in four digits or two; ISO dates; eight digits in a
/// row; with or without a midnight that a program added. A year of two digits is the latest one
/// that is not after the window of `what`: a year past `as_at` for births (due dates) and things
/// that have happened, ten for reviews.
TypedDate date_as_typed(std::string_view typed, Day as_at, DateOf what);

} // namespace heed::extract
