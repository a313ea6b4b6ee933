#include "extract/dates_as_typed.hpp"

#include "core/text.hpp"
#include "extract/names_as_typed.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

namespace heed::extract {

namespace {

using Kind = TypedDate::Kind;

/// Digits, or the month that letters named.
struct Part {
    int number = 0;
    std::size_t digits = 0; // 0: a month in letters
    bool is_month_name() const { return digits == 0; }
    bool is_full_year() const { return digits == 4; }
    bool is_short() const { return digits == 1 || digits == 2; }
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

std::optional<int> month_named(std::string_view word)
{
    static constexpr std::string_view months[]{"january",   "february", "march",    "april",
                                               "may",       "june",     "july",     "august",
                                               "september", "october",  "november", "december"};
    if (word == "sept") return 9;
    if (word.size() < 3) return std::nullopt;
    for (std::size_t i = 0; i < std::size(months); ++i)
        if (months[i] == word || (word.size() == 3 && months[i].starts_with(word)))
            return static_cast<int>(i) + 1;
    return std::nullopt;
}

bool is_weekday(std::string_view word)
{
    static constexpr std::string_view days[]{"monday", "tuesday",  "wednesday", "thursday",
                                             "friday", "saturday", "sunday"};
    return word.size() >= 3 &&
           std::ranges::any_of(days, [&](auto day) { return day.starts_with(word); });
}

/// Without the midnight that spreadsheets and databases add to a day.
std::string_view without_midnight(std::string_view text)
{
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon < 3) return text;
    const auto time = text.substr(colon - 2);
    if (!std::ranges::all_of(time,
                             [](char c) { return c == '0' || c == ':' || c == '.' || c == 'z'; }))
        return text;
    const char before = text[colon - 3];
    return before == ' ' || before == 't' ? trimmed(text.substr(0, colon - 3)) : text;
}

/// Takes a date apart; nothing when there is something in it that is no part of a date.
std::optional<std::vector<Part>> parts_of(std::string_view text, bool& expected)
{
    std::vector<Part> parts;
    for (std::size_t at = 0; at < text.size();) {
        const auto rest = text.substr(at);
        const auto in_row = [&](auto is) {
            return static_cast<std::size_t>(std::ranges::find_if_not(rest, is) - rest.begin());
        };
        if (const auto digits = in_row(is_digit)) {
            int number = 0;
            if (digits > 8) return std::nullopt;
            const auto figures = rest.substr(0, digits);
            std::from_chars(figures.begin(), figures.end(), number);
            parts.push_back({number, digits});
            at += digits;
        } else if (const auto letters = in_row(is_letter)) {
            const auto word = rest.substr(0, letters);
            static constexpr std::string_view passed_over[]{"st", "nd", "rd", "th", "of"};
            static constexpr std::string_view expecting[]{"edd", "due", "expected", "exp", "edc"};
            if (is_one_of(word, expecting))
                expected = true;
            else if (const auto month = month_named(word))
                parts.push_back({*month, 0});
            else if (!is_one_of(word, passed_over) && !is_weekday(word))
                return std::nullopt;
            at += letters;
        } else if (std::string_view{"/-. ,:()"}.contains(rest.front())) {
            ++at;
        } else {
            return std::nullopt;
        }
    }
    return parts;
}

std::optional<int> year_meant(const Part& part, Day as_at, DateOf what)
{
    if (part.is_full_year()) return part.number;
    if (part.digits != 2) return std::nullopt;
    const int this_year = static_cast<int>(std::chrono::year_month_day{as_at}.year());
    const int latest = this_year + (what == DateOf::review ? 10 : 1);
    const int year = latest - latest % 100 + part.number;
    return year > latest ? year - 100 : year;
}

TypedDate of(std::optional<int> year, int month, int day_of_month, Kind kind = Kind::day)
{
    if (!year || *year < 1850 || *year > 2199) return {Kind::unreadable};
    if (month < 1 || day_of_month < 1) return {Kind::impossible};
    const auto found =
        day_if_real(*year, static_cast<unsigned>(month), static_cast<unsigned>(day_of_month));
    return found ? TypedDate{kind, *found} : TypedDate{Kind::impossible};
}

/// 20030314 or 14032003; unreadable when both are days.
TypedDate from_eight_digits(int number)
{
    const TypedDate iso = of(number / 10'000, number / 100 % 100, number % 100);
    const TypedDate english = of(number % 10'000, number / 10'000 % 100, number / 1'000'000);
    if (iso.kind == Kind::day && english.kind == Kind::day) return {Kind::unreadable};
    if (iso.kind == Kind::day) return iso;
    return english.kind == Kind::unreadable ? iso : english;
}

TypedDate from_three(const std::vector<Part>& p, Day as_at, DateOf what)
{
    const auto year = [&](const Part& part) { return year_meant(part, as_at, what); };
    if (p[0].is_month_name() && p[1].is_short() && !p[2].is_month_name())
        return of(year(p[2]), p[0].number, p[1].number); // March 14, 2003
    if (p[0].is_full_year() && p[2].is_short() && (p[1].is_month_name() || p[1].is_short()))
        return of(p[0].number, p[1].number, p[2].number);
    if (p[0].is_short() && (p[1].is_month_name() || p[1].is_short()) && !p[2].is_month_name())
        return of(year(p[2]), p[1].number, p[0].number);
    return {Kind::unreadable};
}

TypedDate from_parts(const std::vector<Part>& p, Day as_at, DateOf what)
{
    if (p.size() == 3) return from_three(p, as_at, what);
    if (p.size() == 2 && p[1].is_full_year() && (p[0].is_month_name() || p[0].is_short()))
        return of(p[1].number, p[0].number, 1, Kind::month);
    if (p.size() == 2 && p[0].is_full_year() && (p[1].is_month_name() || p[1].is_short()))
        return of(p[0].number, p[1].number, 1, Kind::month);
    if (p.size() == 1 && p[0].digits == 8) return from_eight_digits(p[0].number);
    if (p.size() == 1 && p[0].is_full_year()) return of(p[0].number, 1, 1, Kind::year);
    return {Kind::unreadable};
}

} // namespace

TypedDate date_as_typed(std::string_view typed, Day as_at, DateOf what)
{
    std::string text = lower_ascii(trimmed(typed));
    for (const std::string_view dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014"})
        for (auto at = text.find(dash); at != std::string::npos; at = text.find(dash))
            text.replace(at, dash.size(), "-");
    if (says_nothing(text) || text == "0" || text == "00/00/0000") return {};

    bool expected = false;
    const auto parts = parts_of(without_midnight(text), expected);
    if (!parts) return {Kind::unreadable};
    if (parts->empty()) return {.kind = Kind::nothing, .expected = expected};
    TypedDate date = from_parts(*parts, as_at, what);
    date.expected = expected;
    return date;
}

} // namespace heed::extract
