#include "pack/calendar.hpp"

#include "core/ensure.hpp"

namespace heed::pack {

using heed::in_words;

Calendar::Calendar(std::string id, Day first, Day last, std::map<Day, std::string> holidays,
                   Authority authority)
    : id_{std::move(id)}, first_{first}, last_{last}, holidays_{std::move(holidays)},
      authority_{std::move(authority)}
{
    ensure(first_ <= last_, "a calendar that ends before it begins");
    ensure(holidays_.empty() ||
               (holidays_.begin()->first >= first_ && holidays_.rbegin()->first <= last_),
           "a bank holiday outside its calendar");
}

Outcome<void> Calendar::covers(Day day) const
{
    if (first_ <= day && day <= last_) return {};
    return refuse(RefusalCode::outside_the_calendar, "from",
                  "They are known from " + in_words(first_) + " to " + in_words(last_) + ".");
}

std::optional<std::string> Calendar::reason(Day day) const
{
    if (const auto found = holidays_.find(day); found != holidays_.end()) return found->second;
    if (is_weekend(day)) return "weekend";
    return std::nullopt;
}

Outcome<std::optional<std::string>> Calendar::day_off(Day day) const
{
    TRY_VOID(covers(day));
    return reason(day);
}

Outcome<bool> Calendar::is_working_day(Day day) const { return !TRY(day_off(day)).has_value(); }

Outcome<Day> Calendar::working_days_after(Day from, int count, std::vector<DayOff>* skipped) const
{
    ensure(count >= 1, "working days are counted from one");
    TRY_VOID(covers(from));
    Day day = from;
    for (int left = count; left > 0;) {
        day += std::chrono::days{1};
        const auto off = TRY(day_off(day));
        if (!off)
            --left;
        else if (skipped)
            skipped->push_back({day, *off});
    }
    return day;
}

Outcome<Day> Calendar::last_working_day_by(Day day) const
{
    while (!TRY(is_working_day(day))) day -= std::chrono::days{1};
    return day;
}

Outcome<int> Calendar::working_days_between(Day from, Day until) const
{
    TRY_VOID(covers(from));
    TRY_VOID(covers(until));
    const bool forward = from <= until;
    int count = 0;
    for (Day day = forward ? from : until; day < (forward ? until : from);) {
        day += std::chrono::days{1};
        if (!reason(day)) ++count;
    }
    return forward ? count : -count;
}

} // namespace heed::pack
