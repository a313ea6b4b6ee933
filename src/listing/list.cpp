#include "listing/list.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <ranges>
#include <set>

namespace heed::listing {

namespace {

/// Compared as lists put names: without case.
std::string name_order(const Line& line, Day on)
{
    return directory::name_key(line.name(on).sorting());
}

std::string key_worker_order(const Line& line)
{
    // Those without one first: an empty name sorts before all.
    return line.key_worker ? directory::name_key(line.key_worker->name) : std::string{};
}

std::string category_order(const Line& line)
{
    const plan::Category* main = line.plan.main_category();
    return main ? main->code : std::string{};
}

/// The more and the graver the alarms, the less.
std::string attention_order(const Line& line)
{
    int grave = 0;
    for (const Alarm alarm : line.alarms) grave += is_grave(alarm) ? 1 : 0;
    const auto first = line.alarms.empty() ? 99 : static_cast<int>(line.alarms.front());
    const auto two_figures = [](int number) {
        return std::string(number < 10 ? 1 : 0, '0') + std::to_string(number);
    };
    return two_figures(99 - grave) + two_figures(first);
}

std::string day_order(const std::optional<Day>& day) { return day ? to_iso(*day) : "9999"; }

std::string sort_key(const Line& line, SortBy by, Day on)
{
    switch (by) {
    case SortBy::attention: return attention_order(line);
    case SortBy::name: return name_order(line, on);
    case SortBy::born: return day_order(line.child.particulars.birth.day_known());
    case SortBy::category: return category_order(line);
    case SortBy::since: return to_iso(line.plan.period.first());
    case SortBy::key_worker: return key_worker_order(line);
    case SortBy::review: return day_order(line.plan.next_review_due);
    }
    return {};
}

bool is_wanted(const Line& line, const Wanted& wanted)
{
    const auto& plan = line.plan;
    if (wanted.temporary_only && plan.kind != plan::Kind::temporary) return false;
    if (wanted.alarm && std::ranges::find(line.alarms, *wanted.alarm) == line.alarms.end())
        return false;
    if (!wanted.category.empty() &&
        std::ranges::find(plan.categories, wanted.category, &plan::Category::code) ==
            plan.categories.end())
        return false;
    if (!wanted.team.empty() && (!plan.allocation || plan.allocation->team != wanted.team))
        return false;
    return wanted.key_worker.empty() ||
           (line.key_worker && line.key_worker->id.text() == wanted.key_worker);
}

} // namespace

std::vector<const Line*> chosen(const List& list, const Wanted& wanted)
{
    struct Keyed {
        std::string key, name;
        const Line* line;
    };
    std::vector<Keyed> keyed;
    for (const Line& line : list.lines)
        if (is_wanted(line, wanted))
            keyed.push_back({sort_key(line, wanted.sort_by, list.as_of.on),
                             name_order(line, list.as_of.on), &line});
    std::ranges::sort(keyed, [&](const Keyed& left, const Keyed& right) {
        if (left.key != right.key)
            return wanted.descending ? right.key < left.key : left.key < right.key;
        if (left.name != right.name) return left.name < right.name;
        return left.line->child.id < right.line->child.id;
    });
    std::vector<const Line*> lines;
    lines.reserve(keyed.size());
    for (const Keyed& one : keyed) lines.push_back(one.line);
    return lines;
}

Counts counts(const List& list)
{
    Counts found{.all = list.lines.size()};
    for (const Line& line : list.lines) {
        found.temporary += line.plan.kind == plan::Kind::temporary ? 1 : 0;
        for (const Alarm alarm : line.alarms) ++found.alarms.at(static_cast<std::size_t>(alarm));
    }
    return found;
}

std::vector<std::string> teams(const List& list)
{
    std::set<std::string> found;
    for (const Line& line : list.lines)
        if (line.plan.allocation && !line.plan.allocation->team.empty())
            found.insert(line.plan.allocation->team);
    return {found.begin(), found.end()};
}

std::vector<std::pair<std::string, std::string>> key_workers(const List& list)
{
    std::set<std::pair<std::string, std::string>> by_name;
    for (const Line& line : list.lines)
        if (line.key_worker) by_name.emplace(line.key_worker->name, line.key_worker->id.text());
    std::vector<std::pair<std::string, std::string>> found;
    for (const auto& [name, id] : by_name) found.emplace_back(id, name);
    return found;
}

std::optional<Moment> moment_typed(std::string_view text)
{
    const std::string_view typed = trimmed(text);
    if (const auto exact = moment_from_iso(typed)) return exact;
    if (typed.size() < 10) return std::nullopt;
    const auto day = day_from_iso(typed.substr(0, 10));
    if (!day) return std::nullopt;
    if (typed.size() == 10)
        return start_of(*day + std::chrono::days{1}) - std::chrono::milliseconds{1};
    if ((typed.size() != 16 && typed.size() != 19) || (typed[10] != 'T' && typed[10] != ' '))
        return std::nullopt;
    const std::string clock{typed.substr(11)};
    // Read as if it were of Greenwich, then set back by what the English clock is ahead.
    const auto greenwich = moment_from_iso(to_iso(*day) + "T" + clock + "Z");
    if (!greenwich) return std::nullopt;
    for (const int hours_ahead : {1, 0}) {
        const Moment read = *greenwich - std::chrono::hours{hours_ahead};
        const auto midnight = start_of(day_in_england(read));
        const auto summer = midnight != Moment{day_in_england(read)};
        if (summer == (hours_ahead == 1)) return read;
    }
    return greenwich;
}

std::optional<std::string> clock_typed(std::string_view text)
{
    const std::string typed = lower_ascii(trimmed(text));
    std::string_view rest = typed;
    const bool am = rest.ends_with("am"), pm = rest.ends_with("pm");
    if (am || pm) rest = trimmed(rest.substr(0, rest.size() - 2));
    std::vector<std::string> parts{""};
    for (const char one : rest) {
        if (one >= '0' && one <= '9')
            parts.back() += one;
        else if (one == ':' || one == '.')
            parts.emplace_back();
        else
            return std::nullopt;
    }
    // "1430", "930", or "2" of "2pm".
    if (parts.size() == 1 && parts[0].size() >= 3 && parts[0].size() <= 4) {
        const auto hour = parts[0].size() - 2;
        parts = {parts[0].substr(0, hour), parts[0].substr(hour)};
    } else if (parts.size() == 1 && (am || pm)) {
        parts.emplace_back("00");
    }
    if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
    const auto two_figures = [](const std::string& part) { return part.size() == 2; };
    if (parts[0].empty() || parts[0].size() > 2 ||
        !std::ranges::all_of(parts | std::views::drop(1), two_figures))
        return std::nullopt;
    int hour = std::stoi(parts[0]);
    if ((am || pm) && (hour < 1 || hour > 12)) return std::nullopt;
    if (am || pm) hour = hour % 12 + (pm ? 12 : 0);
    if (hour > 23 || std::ranges::any_of(parts | std::views::drop(1),
                                         [](const std::string& part) { return part > "59"; }))
        return std::nullopt;
    parts[0] = (hour < 10 ? "0" : "") + std::to_string(hour);
    return parts[0] + ':' + parts[1] + (parts.size() == 3 ? ':' + parts[2] : "");
}

Outcome<Moment> known_by_now(Moment moment, Moment now, const std::string& field)
{
    if (day_in_england(moment) > day_in_england(now)) return refuse(RefusalCode::not_yet, field);
    return std::min(moment, now);
}

} // namespace heed::listing
