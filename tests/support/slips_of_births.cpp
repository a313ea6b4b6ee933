#include "support/people_making.hpp"

#include <algorithm>

namespace heed::support {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

enum class Vague : std::uint8_t { month, year, age, unknown };

int year_of(Day one) { return static_cast<int>(year_month_day{one}.year()); }

bool change_birth(Making& making, Day to)
{
    if (making.knows == Knows::phone || to == making.question.born->from) return false;
    making.question.born = matching::born_on(to);
    return true;
}

Day first_of_month(Day one)
{
    const year_month_day date{one};
    return day(static_cast<int>(date.year()), static_cast<unsigned>(date.month()), 1);
}

/// The month itself, or the months around one that may be the next.
void say_month(Making& making)
{
    const Day first = first_of_month(making.who.born);
    if (making.chance.happens(0.5)) {
        making.question.born = {first, add_months(first, 1) - days{1}, false};
        return;
    }
    const double aside = making.chance.share();
    const Day said = add_months(first, aside < 0.6 ? 0 : aside < 0.8 ? 1 : -1);
    making.question.born = {add_months(said, -1), add_months(said, 2) - days{1}, false};
}

void say_age(Making& making)
{
    int age = std::max(0, age_on(making.who.born, people_today));
    const double aside = making.chance.share();
    if (aside < 0.1) age = std::max(0, age + (aside < 0.05 ? 1 : -1));
    making.age = age;
    making.question.born = matching::born_at_age(age, people_today);
}

bool say_vaguely(Making& making, Vague how)
{
    // Whoever knows the day for sure does not say it like that.
    if (making.who.born > people_today) return false;
    making.age.reset();
    if (how == Vague::month) say_month(making);
    if (how == Vague::year) making.question.born = matching::born_in_year(year_of(making.who.born));
    if (how == Vague::age) say_age(making);
    if (how == Vague::unknown) making.question.born.reset();
    return true;
}

} // namespace

void say_about_when(Making& making)
{
    static constexpr std::array<Vague, 3> ways{Vague::month, Vague::year, Vague::age};
    say_vaguely(making, ways[making.chance.below(ways.size())]);
}

bool mistype_birth(Making& making)
{
    std::string text = to_iso(making.question.born->from);
    const std::size_t at = std::array<std::size_t, 6>{2, 3, 5, 6, 8, 9}[making.chance.below(6)];
    text[at] = static_cast<char>('0' + making.chance.below(10));
    const auto other = day_from_iso(text);
    return other && *other >= day(2000, 1, 1) && *other <= day(2029, 1, 1) &&
           change_birth(making, *other);
}

bool turn_birth(Making& making)
{
    const year_month_day date{making.question.born->from};
    if (static_cast<unsigned>(date.day()) > 12) return false;
    return change_birth(making,
                        day(static_cast<int>(date.year()), static_cast<unsigned>(date.day()),
                            static_cast<unsigned>(date.month())));
}

bool say_another_year(Making& making)
{
    return change_birth(
        making, add_months(making.question.born->from, making.chance.happens(0.5) ? 12 : -12));
}

namespace {

// On the telephone these are said as days too, or they would not be what they are called.
bool with_a_day(Making& making, Change change)
{
    const Knows knows = making.knows;
    making.age.reset();
    making.question.born = matching::born_on(making.who.born);
    making.knows = Knows::rich;
    const bool changed = change(making);
    making.knows = knows;
    return changed;
}

} // namespace

std::vector<Slip> slips_of_births()
{
    return {{"dob_day_month_swap", [](Making& m) { return with_a_day(m, turn_birth); }},
            {"dob_typo", [](Making& m) { return with_a_day(m, mistype_birth); }},
            {"dob_year_off", [](Making& m) { return with_a_day(m, say_another_year); }},
            {"dob_about_month", [](Making& m) { return say_vaguely(m, Vague::month); }},
            {"dob_year_only", [](Making& m) { return say_vaguely(m, Vague::year); }},
            {"dob_age_only", [](Making& m) { return say_vaguely(m, Vague::age); }},
            {"dob_unknown", [](Making& m) { return say_vaguely(m, Vague::unknown); }}};
}

} // namespace heed::support
