#pragma once

#include "child/child.hpp"
#include "core/outcome.hpp"
#include "office/as_of.hpp"
#include "plan/alarms.hpp"

#include <array>
#include <string>
#include <vector>

namespace heed::listing {

using child::ChildId;
using directory::ProfessionalId;
using plan::Alarm;

/// A child on the list, with the fields that local procedures ask of it and that are held.
struct Line {
    plan::Plan plan;
    child::Child child;
    std::optional<directory::Professional> key_worker;
    std::vector<Alarm> alarms;
    /// Other plans of the same child, under other records: "Marie Tansly, plan since 5 May 2026,
    /// key worker Priya Shah". A child is listed once.
    std::vector<std::string> also_recorded_as = {};
    // Read only when the whole list is taken away as a file (Details).
    std::vector<std::string> parents_and_carers; ///< "Kerry Tansley (mother)"
    std::vector<std::string> household_children; ///< "Jake Brandt (brother)"

    const child::Name& name(Day on) const { return child.name_on(on); }
};

/// The list as on a day, as known at a moment.
struct List {
    office::AsOf as_of;
    std::vector<Line> lines;
};

enum class SortBy { attention, name, born, category, since, key_worker, review };

/// Which lines are wanted, and how sorted. Empty means all.
struct Wanted {
    std::string category;   ///< code; of any of the plan's categories
    std::string key_worker; ///< id
    std::string team;
    std::optional<Alarm> alarm;
    bool temporary_only = false;
    SortBy sort_by = SortBy::attention;
    bool descending = false;
};

/// The lines that are wanted, sorted. `attention` puts the gravest alarms first; lines that are
/// otherwise alike stand in order of name.
std::vector<const Line*> chosen(const List& list, const Wanted& wanted);

/// How many lines have each alarm, in the order of Alarm.
struct Counts {
    std::size_t all = 0, temporary = 0;
    std::array<std::size_t, heed::codes<Alarm>.size()> alarms{};
    std::size_t of(Alarm alarm) const { return alarms.at(static_cast<std::size_t>(alarm)); }
};
Counts counts(const List& list);

/// The teams and key workers that occur, in order of name: what can be filtered by.
std::vector<std::string> teams(const List& list);
std::vector<std::pair<std::string, std::string>> key_workers(const List& list); ///< id, name

/// A moment as people and programs type it: `2026-11-22T03:10:07Z`, `2026-11-22T03:10` or
/// `2026-11-22 03:10:07` by the English clock, `2026-11-22` for the end of that day.
std::optional<Moment> moment_typed(std::string_view text);

/// `14:30` or `14:30:05` from a time as people type it: `14:30`, `14.30`, `1430`, `9:05`, `2pm`,
/// `2.30 pm`. Nothing when it is anything else.
std::optional<std::string> clock_typed(std::string_view text);

/// The moment, or now when it is later today. Refuses `not_yet` at the field from tomorrow on:
/// nobody knows what will be known then.
Outcome<Moment> known_by_now(Moment moment, Moment now, const std::string& field);

} // namespace heed::listing

namespace heed {
template <>
inline constexpr std::array<std::string_view, 7> codes<listing::SortBy>{
    "attention", "name", "born", "category", "since", "key_worker", "review"};
} // namespace heed
