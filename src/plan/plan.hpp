#pragma once

#include "child/child.hpp"
#include "directory/directory.hpp"
#include "plan/period.hpp"

namespace heed::plan {

using child::ChildId;
using directory::ProfessionalId;
using PlanId = Id<struct PlanKind>;

/// Whose plan it is: made here, or by another authority for a child who stays here for a while.
enum class Kind { own, temporary };

/// Why a plan ended: the closed list of the guidance on discontinuing. `not_recorded` is for what
/// came from a register that did not say.
enum class EndReason {
    no_longer_at_risk, ///< only a review conference may find so
    moved_away,        ///< another authority confirmed in writing that it took over
    reached_18,
    died,
    left_the_country,
    looked_after,
    visit_ended, ///< a child who was here temporarily has gone home
    not_recorded,
};

/// One kind of harm under which the plan is recorded, from the pack in force. One of a plan's
/// categories is the main one.
struct Category {
    std::string code; ///< as in the pack: "neglect"
    bool is_main = false;
    Day since;
    bool operator==(const Category&) const = default;
};

/// The authority whose plan a temporary one is.
struct HomeAuthority {
    std::string name, telephone;
    std::string key_worker, key_worker_telephone;
    bool operator==(const HomeAuthority&) const = default;
};

/// Who works the plan: a team, and in it the key worker.
struct Allocation {
    std::optional<ProfessionalId> key_worker = {};
    std::string team = {};
    Day since;
    bool operator==(const Allocation&) const = default;
};

/// A plan as it stood on one day, as known at one moment.
struct Plan {
    PlanId id;
    ChildId child;
    Kind kind = Kind::own;
    std::string pack; ///< in force when it began; decides its deadlines for good
    Period period;
    std::optional<EndReason> ended_because;
    std::optional<HomeAuthority> home; ///< of a temporary one, and only then
    std::vector<Category> categories;  ///< the main one first
    std::optional<Allocation> allocation;
    std::optional<Day> next_review_due;

    /// Null when there is none.
    const Category* main_category() const;
    std::optional<ProfessionalId> key_worker() const
    {
        return allocation ? allocation->key_worker : std::nullopt;
    }
};

/// What it takes to begin a plan.
struct Outline {
    ChildId child;
    Period period; ///< ended already for what comes from an old register
    std::string pack;
    std::vector<std::string> categories; ///< codes of the pack; the first is the main one
    std::optional<ProfessionalId> key_worker = {};
    std::string team = {};
    std::optional<Day> next_review_due = {};
    std::optional<HomeAuthority> home = {}; ///< given: another authority's plan
    std::optional<EndReason> ended_because = {};
};

std::string_view label(EndReason reason);

} // namespace heed::plan

namespace heed {
template <> inline constexpr std::array<std::string_view, 2> codes<plan::Kind>{"own", "temporary"};
template <>
inline constexpr std::array<std::string_view, 8> codes<plan::EndReason>{
    "no_longer_at_risk", "moved_away",   "reached_18",  "died",
    "left_the_country",  "looked_after", "visit_ended", "not_recorded"};
} // namespace heed
