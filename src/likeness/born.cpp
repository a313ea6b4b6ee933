#include "asking/weights.hpp"
#include "likeness/score.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace heed::likeness {
namespace {

using asking::weights;

using std::chrono::year_month_day;

constexpr double childhood_days = 6570; // 18 years

Mark told(float bits, Level level) { return {bits, level, true, names::no_word}; }

int year_of(Day day) { return static_cast<int>(year_month_day{day}.year()); }
bool is_first_of_january(Day day)
{
    const year_month_day date{day};
    return date.month() == std::chrono::January && static_cast<unsigned>(date.day()) == 1;
}

std::array<int, 8> figures(const year_month_day& date)
{
    const int year = static_cast<int>(date.year());
    const int month = static_cast<int>(static_cast<unsigned>(date.month()));
    const int day = static_cast<int>(static_cast<unsigned>(date.day()));
    return {year / 1000, year / 100 % 10, year / 10 % 10, year % 10,
            month / 10,  month % 10,      day / 10,       day % 10};
}

/// One figure is another one, or two neighbours are turned round.
bool one_figure_off(const year_month_day& left, const year_month_day& right)
{
    // Nearly every birth is ruled out by this.
    if (left.year() != right.year() && left.month() != right.month() && left.day() != right.day())
        return false;
    const auto one = figures(left);
    const auto other = figures(right);
    std::size_t differ = 0;
    std::size_t first = 8;
    for (std::size_t at = 0; at < one.size(); ++at) {
        if (one[at] == other[at]) continue;
        ++differ;
        first = std::min(first, at);
    }
    if (differ == 1) return true;
    return differ == 2 && first + 1 < one.size() && one[first] == other[first + 1] &&
           one[first + 1] == other[first];
}

constexpr long two_years = 731;

/// Whether two days so many days apart can be one day of the month of one month. Never no when they
/// are; nearly every birth is ruled out by it, and a look at everyone holds thousands against it.
bool may_be_one_day_of_the_year(long days)
{
    constexpr long four_years = 1461;
    return (days % four_years + 2) % 365 <= 5;
}

Mark better(Mark left, Mark right) { return right.bits > left.bits ? right : left; }

Mark apart(Day asked, Day held)
{
    const auto days = std::abs((asked - held).count());
    if (days <= 31) return told(weights.born_within_a_month, Level::near);
    if (days <= 366) return told(weights.born_within_a_year, Level::near);
    if (days <= two_years) return told(weights.born_within_two_years, Level::different);
    return told(weights.born_different, Level::different);
}

Mark exact_mark(Day asked, Day held)
{
    if (asked == held) return told(weights.born_same, Level::same);
    // A figure of the year is off, or the year: the day and the month are then the same.
    const long days = std::abs((asked - held).count());
    if (days > two_years && !may_be_one_day_of_the_year(days))
        return told(weights.born_different, Level::different);
    const year_month_day one{asked};
    const year_month_day other{held};
    Mark best = apart(asked, held);
    const int years = static_cast<int>(one.year()) - static_cast<int>(other.year());
    if (one.month() == other.month() && one.day() == other.day()) {
        best = better(best, std::abs(years) == 1 ? told(weights.born_year_off, Level::year_off)
                            : std::abs(years) <= 10
                                ? told(weights.born_same_day_other_year, Level::year_off)
                                : best);
    }
    if (years == 0 && static_cast<unsigned>(one.month()) == static_cast<unsigned>(other.day()) &&
        static_cast<unsigned>(one.day()) == static_cast<unsigned>(other.month()))
        best = better(best, told(weights.born_turned, Level::turned_round));
    if (std::abs((asked - held).count()) == 1)
        best = better(best, told(weights.born_next_day, Level::near));
    if (years == 0 && one.day() == other.day() &&
        std::abs(static_cast<int>(static_cast<unsigned>(one.month())) -
                 static_cast<int>(static_cast<unsigned>(other.month()))) == 1)
        best = better(best, told(weights.born_month_off, Level::figure_off));
    if (years == 0 && one.month() == other.month())
        best = better(best, told(weights.born_same_month, Level::near));
    if (one_figure_off(one, other))
        best = better(best, told(std::abs(years) <= 2 ? weights.born_figure_off
                                                      : weights.born_figure_of_year_off,
                                 Level::figure_off));
    if (years == 0 && (is_first_of_january(asked) || is_first_of_january(held)))
        best = better(best, told(weights.born_estimated_next_year, Level::estimated_year));
    return best;
}

long days_outside(const Born& asked, Day held)
{
    if (held < asked.from) return (asked.from - held).count();
    if (held > asked.to) return (held - asked.to).count();
    return 0;
}

/// What being within so many days of one's eighteen years is worth.
float within(double days)
{
    return std::clamp(static_cast<float>(std::log2(childhood_days / days)) - 0.3F, 0.3F,
                      weights.born_same);
}

double width_of(const Born& asked)
{
    return static_cast<double>((asked.to - asked.from).count() + 1);
}

/// Up to so many days, and twice as many, outside a range somebody may be born who is meant.
double slack_of(const Born& asked)
{
    return std::max(width_of(asked) / 2, asked.about ? 45.0 : 20.0);
}

Mark range_mark(const Born& asked, Day held)
{
    const double width = width_of(asked);
    const auto outside = static_cast<double>(days_outside(asked, held));
    const double slack = slack_of(asked);
    if (outside > two_years && outside > 2 * slack)
        return told(weights.born_different, Level::different);
    const float inside = within(asked.about ? std::max(width * 1.4, width + 20) : width);
    if (outside == 0) return told(inside, Level::in_range);
    Mark best = apart(held < asked.from ? asked.from : asked.to, held);
    if (outside <= slack)
        best = better(best, told(inside - (asked.about ? 2.5F : 4.0F), Level::near));
    else if (outside <= 2 * slack)
        best = better(best, told(inside - (asked.about ? 4.5F : 6.0F), Level::near));
    // The right month of the year before or after.
    for (const int years : {-12, 12})
        if (width <= 31 && days_outside(asked, add_months(held, years)) == 0)
            best = better(best, told(inside - 4.5F, Level::year_off));
    return best;
}

Mark estimated_mark(const Born& asked, Day held)
{
    const int year = year_of(held);
    const int first = year_of(asked.from);
    const int last = year_of(asked.to);
    const double width = width_of(asked);
    const float same = std::min(weights.born_estimated_same_year, within(std::max(width, 366.0)));
    if (year >= first && year <= last) return told(same, Level::estimated_year);
    const int years = year < first ? first - year : year - last;
    if (years == 1)
        return told(std::min(weights.born_estimated_next_year, same - 1), Level::estimated_year);
    return told(years == 2 ? weights.born_within_a_year : weights.born_different, Level::different);
}

Mark expected_mark(const Born& asked, Day held)
{
    const long days = days_outside(asked, held);
    const double width = width_of(asked);
    const float most = within(std::max(width, 40.0));
    if (days <= 10) return told(std::min(most, weights.expected_within_days), Level::expected);
    if (days <= 42) return told(std::min(most, weights.expected_within_weeks), Level::expected);
    if (days <= 92) return told(std::min(most, weights.expected_within_months), Level::expected);
    return told(days <= 280 ? weights.born_within_two_years : weights.born_different,
                Level::different);
}

} // namespace

std::pair<Day, Day> days_not_far(const Born& asked)
{
    long far = two_years;
    if (!asked.exact()) far = std::max(far, static_cast<long>(std::ceil(2 * slack_of(asked))));
    return {asked.from - std::chrono::days{far}, asked.to + std::chrono::days{far}};
}

Mark born_mark(const Born& asked, BirthKind kind, Day held)
{
    switch (kind) {
    case BirthKind::unknown: return {};
    case BirthKind::estimated_year: return estimated_mark(asked, held);
    case BirthKind::expected: return expected_mark(asked, held);
    case BirthKind::known: break;
    }
    return asked.exact() ? exact_mark(asked.from, held) : range_mark(asked, held);
}

} // namespace heed::likeness
