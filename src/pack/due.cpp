#include "pack/due.hpp"

#include "core/ensure.hpp"
#include "core/json.hpp"
#include "core/text.hpp"

#include <chrono>

namespace heed::pack {

using heed::in_words;

using std::chrono::days;

Outcome<Rule> rule_named(std::string_view code)
{
    if (const auto rule = from_code<Rule>(code)) return *rule;
    return refuse(RefusalCode::no_such_rule, "rule",
                  "There are: " + listed({codes<Rule>.begin(), codes<Rule>.end()}) + ".");
}

Outcome<Due> due(const Pack& pack, Rule rule, Day from)
{
    const Timescale* timescale = pack.timescale(rule);
    if (!timescale) return refuse(RefusalCode::not_in_this_pack, "rule");
    Due due{.rule = rule,
            .from = from,
            .due = from,
            .unit = timescale->unit,
            .n = timescale->n,
            .anchor = timescale->anchor,
            .skipped = {},
            .book_by = from,
            .authority = timescale->authority};
    switch (due.unit) {
    case Unit::working_day:
        due.due = TRY(pack.calendar().working_days_after(from, due.n, &due.skipped));
        break;
    case Unit::week: due.due = from + days{7 * due.n}; break;
    case Unit::month: due.due = add_months(from, due.n); break;
    }
    due.book_by = TRY(pack.calendar().last_working_day_by(due.due));
    return due;
}

std::string due_json(const Due& due)
{
    JsonWriter json;
    json.object().key("rule").value(code(due.rule));
    json.key("from").value(to_iso(due.from)).key("due").value(to_iso(due.due));
    json.key("unit").value(code(due.unit)).key("n").value(due.n);
    json.key("anchor").value(code(due.anchor)).key("skipped").array();
    for (const auto& off : due.skipped)
        json.object().key("date").value(to_iso(off.day)).key("reason").value(off.reason).end();
    json.end().key("book_by").value(to_iso(due.book_by)).key("authority").object();
    json.key("document").value(due.authority.document);
    json.key("heading").value(due.authority.heading);
    json.key("certainty").value(code(due.authority.certainty)).end().end();
    return json.text();
}

namespace {

std::string weekday_and(Day day)
{
    static constexpr std::array names{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                      "Thursday", "Friday", "Saturday"};
    return std::string{names.at(std::chrono::weekday{day}.c_encoding())} + ' ' + in_words(day);
}

std::string counted(int n, Unit unit)
{
    static constexpr std::array units{"working day", "week", "month"};
    return std::to_string(n) + ' ' + units.at(static_cast<std::size_t>(unit)) + (n == 1 ? "" : "s");
}

/// "4 days of weekends and Good Friday (21 March 2008)"; empty when nothing was skipped.
std::string not_counted(const std::vector<DayOff>& skipped)
{
    std::vector<std::string> named;
    std::size_t weekends = 0;
    for (const auto& off : skipped) {
        if (off.reason == "weekend")
            ++weekends;
        else
            named.push_back(off.reason + " (" + in_words(off.day) + ")");
    }
    if (weekends == 1) named.insert(named.begin(), "1 day of a weekend");
    if (weekends > 1) named.insert(named.begin(), std::to_string(weekends) + " days of weekends");
    return listed(named);
}

/// Why nobody meets on a day that is not a working day.
std::string day_off(const Pack& pack, Day day)
{
    const auto off = pack.calendar().day_off(day);
    ensure(off && *off, "a deadline booked earlier without need");
    return **off == "weekend" ? "at a weekend" : **off;
}

} // namespace

std::string due_in_words(const Pack& pack, const Due& due)
{
    std::string name = pack.words_for(due.rule);
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z')
        name[0] = static_cast<char>(name[0] - 'a' + 'A');
    std::string words = name + ": by " + weekday_and(due.due) + ". That is " +
                        counted(due.n, due.unit) + " after " + weekday_and(due.from) +
                        ", the day of " + pack.words_for(due.anchor) + ".";
    if (const auto skipped = not_counted(due.skipped); !skipped.empty())
        words += " Not counted: " + skipped + ".";
    if (due.book_by != due.due)
        words += " That day is " + day_off(pack, due.due) + ": book it by " +
                 weekday_and(due.book_by) + ".";
    return words + ' ' + in_words(due.authority) + ".";
}

} // namespace heed::pack
