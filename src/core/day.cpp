#include "core/day.hpp"

#include "core/ensure.hpp"

#include <array>
#include <charconv>

namespace heed {

using namespace std::chrono;

std::optional<Day> day_if_real(int year, unsigned month, unsigned day_of_month)
{
    if (year < 1400 || year > 2199) return std::nullopt;
    const year_month_day parts{std::chrono::year{year}, std::chrono::month{month},
                               std::chrono::day{day_of_month}};
    if (!parts.ok()) return std::nullopt;
    return Day{parts};
}

Day day(int year, unsigned month, unsigned day_of_month)
{
    const auto found = day_if_real(year, month, day_of_month);
    ensure(found.has_value(), "no such day in the calendar");
    return *found;
}

std::optional<Day> day_from_iso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t length) {
        unsigned value = 0;
        const char* first = text.data() + at;
        const auto read = std::from_chars(first, first + length, value);
        return read.ptr == first + length ? std::optional{value} : std::nullopt;
    };
    const auto year = number(0, 4), month = number(5, 2), day_of_month = number(8, 2);
    if (!year || !month || !day_of_month) return std::nullopt;
    return day_if_real(static_cast<int>(*year), *month, *day_of_month);
}

std::string to_iso(Day day)
{
    const year_month_day parts{day};
    std::string text = "0000-00-00";
    const auto put = [&](std::size_t at, int width, unsigned value) {
        for (int i = width - 1; i >= 0; --i, value /= 10)
            text[at + static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
    };
    put(0, 4, static_cast<unsigned>(static_cast<int>(parts.year())));
    put(5, 2, static_cast<unsigned>(parts.month()));
    put(8, 2, static_cast<unsigned>(parts.day()));
    return text;
}

std::string in_words(Day day)
{
    static constexpr std::array months{"January",   "February", "March",    "April",
                                       "May",       "June",     "July",     "August",
                                       "September", "October",  "November", "December"};
    const year_month_day parts{day};
    return std::to_string(static_cast<unsigned>(parts.day())) + ' ' +
           months.at(static_cast<unsigned>(parts.month()) - 1) + ' ' +
           std::to_string(static_cast<int>(parts.year()));
}

Day add_months(Day from, int count)
{
    const year_month_day moved = year_month_day{from} + months{count};
    if (moved.ok()) return moved;
    return year_month_day_last{moved.year(), month_day_last{moved.month()}};
}

int age_on(Day born, Day on)
{
    if (on < born) return -1;
    const year_month_day from{born}, to{on};
    const int years = static_cast<int>(to.year()) - static_cast<int>(from.year());
    const bool had_birthday =
        std::pair{to.month(), to.day()} >= std::pair{from.month(), from.day()};
    return had_birthday ? years : years - 1;
}

bool is_weekend(Day day)
{
    const weekday which{day};
    return which == Saturday || which == Sunday;
}

} // namespace heed
