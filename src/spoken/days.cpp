#include "spoken/days.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>

namespace heed::spoken {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr int first_year = 1900;
constexpr int last_year = 2150;

/// 1 to 12 for "mar", "march", "sept"; 0 for anything else.
unsigned month_named(std::string_view word)
{
    static constexpr std::array<std::string_view, 12> months{
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    if (word.size() < 3) return 0;
    for (unsigned month = 0; month < months.size(); ++month)
        if (months[month].starts_with(word)) return month + 1;
    return 0;
}

/// 14 for "14", "14th"; 0 for anything else.
unsigned day_number(std::string_view word)
{
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
        if (word.size() > 2 && word.ends_with(ending)) word.remove_suffix(2);
    const int number = word.size() <= 2 ? small_number(word) : -1;
    return number >= 1 && number <= 31 ? static_cast<unsigned>(number) : 0;
}

/// A year of four figures, or of two as people write them; -1 for anything else.
int year_named(std::string_view word, Day today, bool short_form)
{
    if (short_form && word.size() == 3 && word[0] == '\'') word.remove_prefix(1);
    const int number = small_number(word);
    if (word.size() == 4 && number >= first_year && number <= last_year) return number;
    if (!short_form || word.size() != 2 || number < 0) return -1;
    const int next = static_cast<int>(year_month_day{today}.year()) + 1;
    const int year = next / 100 * 100 + number;
    return year <= next ? year : year - 100;
}

std::optional<Days> one_day(int year, unsigned month, unsigned day, std::size_t words)
{
    const auto real = day_if_real(year, month, day);
    if (!real) return std::nullopt;
    return Days{*real, *real, false, words};
}

Days taking(Days said, std::size_t words)
{
    said.words = words;
    return said;
}

std::optional<Days> from_figures(int first, int second, int year)
{
    const auto day = static_cast<unsigned>(std::max(first, 0));
    const auto month = static_cast<unsigned>(std::max(second, 0));
    if (const auto english = one_day(year, month, day, 1)) return english;
    return one_day(year, day, month, 1);
}

/// One word of parts: 14/03/2019, 14.3.19, 2019-03-14, 14-mar-19, 03/2019, 2019-03.
std::optional<Days> from_parts(std::string_view word, Day today)
{
    std::string even{word};
    std::ranges::replace_if(even, [](char sign) { return sign == '/' || sign == '.'; }, '-');
    const auto parts = split(even, '-');
    if (parts.size() == 3) {
        if (const int year = year_named(parts[0], today, false); year > 0) {
            return one_day(year, static_cast<unsigned>(std::max(small_number(parts[1]), 0)),
                           static_cast<unsigned>(std::max(small_number(parts[2]), 0)), 1);
        }
        const int year = year_named(parts[2], today, true);
        if (year < 0) return std::nullopt;
        if (const unsigned month = month_named(parts[1]))
            return one_day(year, month, day_number(parts[0]), 1);
        return from_figures(small_number(parts[0]), small_number(parts[1]), year);
    }
    if (parts.size() != 2) return std::nullopt;
    const bool year_first = parts[0].size() == 4;
    const int year = year_named(parts[year_first ? 0 : 1], today, false);
    const std::string_view other = parts[year_first ? 1 : 0];
    const int number = small_number(other);
    const unsigned month =
        number >= 1 && number <= 12 ? static_cast<unsigned>(number) : month_named(other);
    if (year < 0 || month == 0) return std::nullopt;
    return taking(days_of_month(year, month), 1);
}

/// 14032019: a day of this century, or a register's number.
std::optional<Days> from_eight_figures(std::string_view word, Day today)
{
    if (word.size() != 8 || !is_figures(word)) return std::nullopt;
    const int year = small_number(word.substr(4));
    if (year < 2000 || year > static_cast<int>(year_month_day{today}.year()) + 1)
        return std::nullopt;
    return one_day(year, static_cast<unsigned>(small_number(word.substr(2, 2))),
                   static_cast<unsigned>(small_number(word.substr(0, 2))), 1);
}

/// 2018/2019: either year.
std::optional<Days> from_two_years(std::string_view word, Day today)
{
    const auto sign = word.find_first_of("/-");
    if (sign != 4) return std::nullopt;
    const int first = year_named(word.substr(0, 4), today, false);
    const int second = year_named(word.substr(5), today, false);
    if (first < 0 || second < first) return std::nullopt;
    return Days{days_of_year(first).from, days_of_year(second).to, false, 1};
}

/// 14 march 2019, 14th of march 19, march 14 2019, march 2019.
std::optional<Days> from_words(Words words, Day today)
{
    const auto plain = [&](std::size_t at) -> std::string_view {
        return at < words.size() ? std::string_view{words[at].plain} : std::string_view{};
    };
    if (const unsigned day = day_number(plain(0))) {
        std::size_t at = 1;
        if (plain(at) == "of") ++at;
        const unsigned month = month_named(plain(at));
        const int year = year_named(plain(at + 1), today, true);
        if (month != 0 && year > 0) return one_day(year, month, day, at + 2);
        const int figures = plain(1).size() <= 2 ? small_number(plain(1)) : -1;
        const int after = year_named(plain(2), today, false);
        if (figures < 1 || after < 0) return std::nullopt;
        const auto said = from_figures(static_cast<int>(day), figures, after);
        return said ? std::optional{taking(*said, 3)} : std::nullopt;
    }
    const unsigned month = month_named(plain(0));
    if (month == 0) return std::nullopt;
    if (const unsigned day = day_number(plain(1))) {
        const int year = year_named(plain(2), today, false);
        if (year > 0) return one_day(year, month, day, 3);
    }
    const int year = year_named(plain(1), today, true);
    if (year < 0) return std::nullopt;
    return taking(days_of_month(year, month), 2);
}

std::optional<Days> plain_days_at(Words words, Day today)
{
    if (words.empty()) return std::nullopt;
    if (const auto said = from_parts(words[0].plain, today)) return said;
    if (const auto said = from_words(words, today)) return said;
    if (const auto said = from_eight_figures(words[0].plain, today)) return said;
    if (const auto said = from_two_years(words[0].plain, today)) return said;
    const int year = year_named(words[0].plain, today, false);
    if (year < 0) return std::nullopt;
    return taking(days_of_year(year), 1);
}

bool says_born(std::string_view word)
{
    return word == "born" || word == "dob" || word == "d.o.b" || word == "b" || word == "edd" ||
           word == "due" || word == "expected" || word == "birthday" || word == "birth" ||
           word == "date" || word == "of" || word == "on" || word == "in" || word == "the" ||
           word == "between" || word == "early" || word == "late" || word == "mid";
}

bool says_about(std::string_view word)
{
    return word == "about" || word == "around" || word == "approx" || word == "approximately" ||
           word == "circa" || word == "c" || word == "roughly" || word == "abt" || word == "say" ||
           word == "maybe";
}

/// How many of the first words only lead to what is said.
std::size_t leading(Words words, bool& about)
{
    std::size_t at = 0;
    while (at < words.size() && (says_born(words[at].plain) || says_about(words[at].plain))) {
        about = about || says_about(words[at].plain);
        ++at;
    }
    return at;
}

struct Length {
    enum class Unit { none, years, months, weeks, days } unit = Unit::none;
    std::size_t words = 0;
};

constexpr int oldest_age = 120;

Length::Unit unit_named(std::string_view word)
{
    using enum Length::Unit;
    if (word == "years" || word == "year" || word == "yrs" || word == "yr" || word == "y" ||
        word == "yo" || word == "y/o" || word == "year-old" || word == "years-old")
        return years;
    if (word == "months" || word == "month" || word == "mths" || word == "mth" || word == "mo" ||
        word == "month-old")
        return months;
    if (word == "weeks" || word == "week" || word == "wks" || word == "wk" || word == "week-old")
        return weeks;
    if (word == "days" || word == "day" || word == "day-old") return days;
    return none;
}

Days ages(int youngest, int oldest, Length::Unit unit, Day today)
{
    using Unit = Length::Unit;
    if (unit == Unit::years) {
        Days said = days_of_age(youngest, today);
        said.from = days_of_age(oldest, today).from;
        return said;
    }
    const auto ago = [&](int count) {
        return unit == Unit::months ? add_months(today, -count)
                                    : today - days{unit == Unit::weeks ? 7 * count : count};
    };
    return Days{ago(oldest + 1) + days{1}, ago(youngest), true, 0};
}

/// "7yo", "7yrs": the number and its unit in one word.
std::optional<std::pair<int, Length::Unit>> joined_age(std::string_view word)
{
    std::size_t figures = 0;
    while (figures < word.size() && word[figures] >= '0' && word[figures] <= '9') ++figures;
    if (figures == 0 || figures > 2 || figures == word.size()) return std::nullopt;
    std::string_view rest = word.substr(figures);
    if (rest.starts_with('-')) rest.remove_prefix(1);
    const auto unit = unit_named(rest);
    if (unit == Length::Unit::none) return std::nullopt;
    return std::pair{small_number(word.substr(0, figures)), unit};
}

std::optional<std::pair<int, int>> two_ages(std::string_view word)
{
    const auto sign = std::min(word.find_first_of("-/"), word.size());
    const int first = sign <= 2 ? small_number(word.substr(0, sign)) : -1;
    const int second = sign + 1 < word.size() && word.size() - sign <= 3
                           ? small_number(word.substr(sign + 1))
                           : -1;
    if (first < 0 || second <= first) return std::nullopt;
    return std::pair{first, second};
}

} // namespace

Days days_of_year(int year) { return {day(year, 1, 1), day(year, 12, 31), false, 0}; }

Days days_of_month(int year, unsigned month)
{
    const Day first = day(year, month, 1);
    return {first, add_months(first, 1) - days{1}, false, 0};
}

Days days_of_age(int age, Day today)
{
    const Day oldest = add_months(today, -12 * (age + 1)) + days{1};
    return {oldest, std::max(oldest, add_months(today, -12 * age)), true, 0};
}

std::optional<Days> days_at(Words words, Day today)
{
    bool about = false;
    const std::size_t lead = leading(words, about);
    auto said = plain_days_at(words.subspan(lead), today);
    if (!said) return std::nullopt;
    said->words += lead;
    said->about = about;
    const std::string_view between =
        said->words < words.size() ? std::string_view{words[said->words].plain} : "";
    if (between == "to" || between == "or" || between == "and" || between == "until") {
        const auto second = plain_days_at(words.subspan(said->words + 1), today);
        if (second && second->to >= said->from) {
            said->to = second->to;
            said->words += 1 + second->words;
        }
    }
    return said;
}

namespace {

/// What is said before the figures of an age: "about", "aged", "age about".
struct BeforeAge {
    std::size_t at = 0; ///< where the figures begin
    bool about = false;
    bool said_age = false;
};

BeforeAge before_an_age(Words words)
{
    BeforeAge said;
    said.at = leading(words, said.about);
    while (said.at < words.size() &&
           (words[said.at].plain == "aged" || words[said.at].plain == "age")) {
        said.said_age = true;
        ++said.at;
    }
    said.at += leading(words.subspan(said.at), said.about);
    return said;
}

} // namespace

std::optional<Days> age_at(Words words, Day today, bool bare)
{
    auto [at, about, said_age] = before_an_age(words);
    if (at >= words.size()) return std::nullopt;
    auto unit = Length::Unit::none;
    if (said_age && words[at].minus) return std::nullopt;
    int youngest = words[at].plain.size() <= 2 ? small_number(words[at].plain) : -1;
    // Of three figures it says itself that it is an age.
    const bool in_years =
        at + 1 < words.size() && unit_named(words[at + 1].plain) == Length::Unit::years;
    if (const int old = small_number(words[at].plain);
        (said_age || in_years) && old >= 100 && old <= oldest_age)
        youngest = old;
    if (const auto joined = joined_age(words[at].plain)) std::tie(youngest, unit) = *joined;
    int oldest = youngest;
    // "7-8 years", "7/8": only with a unit or "aged", as houses and days are written so too.
    if (const auto two = two_ages(words[at].plain);
        two && (said_age ||
                (at + 1 < words.size() && unit_named(words[at + 1].plain) != Length::Unit::none)))
        std::tie(youngest, oldest) = *two;
    if (youngest < 0) return std::nullopt;
    ++at;
    if (unit == Length::Unit::none && at + 1 < words.size() &&
        (words[at].plain == "or" || words[at].plain == "to" || words[at].plain == "and")) {
        const int second = small_number(words[at + 1].plain);
        if (second > youngest && second < 100) {
            oldest = second;
            at += 2;
        }
    }
    if (unit == Length::Unit::none && at < words.size()) {
        unit = unit_named(words[at].plain);
        if (unit != Length::Unit::none) ++at;
    }
    if (unit == Length::Unit::none) {
        if (!said_age && !bare && !about) return std::nullopt;
        if (!said_age && oldest > 25) return std::nullopt;
        unit = Length::Unit::years;
    }
    while (at < words.size() && (words[at].plain == "old" || words[at].plain == "ish")) ++at;
    Days said = ages(youngest, oldest, unit, today);
    said.words = at;
    return said;
}

std::size_t odd_age_at(Words words, Day today)
{
    if (age_at(words, today, false)) return 0;
    auto [at, about, said_age] = before_an_age(words);
    if (at >= words.size() || days_at(words.subspan(at), today)) return 0;
    const std::string_view word = words[at].plain;
    const auto figures = std::min(word.find_first_not_of("0123456789."), word.size());
    std::string_view rest = word.substr(figures);
    if (rest.starts_with('-')) rest.remove_prefix(1);
    bool has_unit = unit_named(rest) != Length::Unit::none;
    if (figures == 0 || (!rest.empty() && !has_unit)) return 0;
    ++at;
    if (!has_unit && at < words.size() && unit_named(words[at].plain) != Length::Unit::none) {
        has_unit = true;
        ++at;
    }
    const bool odd = figures > 2 || word.substr(0, figures).contains('.');
    if (!said_age && !(has_unit && odd)) return 0;
    while (at < words.size() && (words[at].plain == "old" || words[at].plain == "ish")) ++at;
    return at;
}

} // namespace heed::spoken
