#pragma once

#include "office/as_of.hpp"
#include "pack/pack.hpp"
#include "plan/plan.hpp"
#include "store/records.hpp"

#include <span>

// Plans and their histories. Writers supersede and add, never edit, and leave the ledger entry to
// their caller.
namespace heed::plan {

/// The plan the child is subject to on that day, if any; there is never more than one.
std::optional<Plan> on(store::Records& records, const ChildId& child, const office::AsOf& as_of);
/// The same for several children at once, in one query; those with no plan are left out.
std::vector<Plan> on(store::Records& records, std::span<const ChildId> children,
                     const office::AsOf& as_of);
/// The plan that ended last before `as_of.on`, as it stood on its last day.
std::optional<Plan> last_ended(store::Records& records, const ChildId& child,
                               const office::AsOf& as_of);
std::optional<Plan> find(store::Records& records, const PlanId& id, const office::AsOf& as_of);
/// All plans of the child, the latest first, each as it stood on `as_of.on` or its last day.
std::vector<Plan> plans_of(store::Records& records, const ChildId& child,
                           const office::AsOf& as_of);
/// Every plan that holds on that day: what the list is made of.
std::vector<Plan> all_on(store::Records& records, const office::AsOf& as_of);

/// The days as they should have been written; ended, and why, or still open.
struct Corrected {
    Period period;
    std::optional<EndReason> ended_because = {};
};

/// Categories of a plan from a day on.
struct Chosen {
    std::vector<std::string> categories;
    Day since;
};

/// Begins a plan. Refuses `already_on_a_plan` (one holds on some day of it), `not_found` (the
/// child), `no_such_category`, `needed` (a temporary plan's authority), `choose_why_it_ended`.
/// Neither a missing category nor a missing key worker is refused: the list must hold the child.
Outcome<PlanId> begin(store::Transaction& records, const office::Stamp& stamp,
                      const Outline& outline, const pack::Pack& pack);

/// Ends a plan on its last day. Refuses `not_found`, `already_ended`, `does_not_follow`,
/// `choose_why_it_ended`.
Outcome<void> end(store::Transaction& records, const office::Stamp& stamp, const PlanId& id,
                  Day last, EndReason reason);

/// A plan that never should have been: it is superseded, and no longer holds on any day. What was
/// known before can still be asked.
Outcome<void> strike_out(store::Transaction& records, const office::Stamp& stamp, const PlanId& id);

/// Puts right the days of a plan, for instance of one that was ended by mistake. Refuses
/// `not_found`, `already_on_a_plan`, `choose_why_it_ended`.
Outcome<void> correct_period(store::Transaction& records, const office::Stamp& stamp,
                             const PlanId& id, const Corrected& corrected);

/// From that day the plan's categories are these codes, the first the main one; what came before
/// is kept. Refuses `choose_a_category`, `no_such_category`, `not_found`, `already_ended`,
/// `does_not_follow` (before the plan began or the last change).
Outcome<void> choose_categories(store::Transaction& records, const office::Stamp& stamp,
                                const PlanId& id, const Chosen& chosen, const pack::Pack& pack);

/// From that day the plan is worked by these; the earlier key worker is kept. Refuses `not_found`
/// (plan or professional), `already_ended`, `does_not_follow`, `needed` (neither given).
Outcome<void> allocate(store::Transaction& records, const office::Stamp& stamp, const PlanId& id,
                       const Allocation& allocation);
/// The same, keeping the team. Whether they are qualified is an alarm, not a refusal: a child
/// with the wrong key worker is better off than one with none.
Outcome<void> appoint_key_worker(store::Transaction& records, const office::Stamp& stamp,
                                 const PlanId& id, const ProfessionalId& key_worker, Day since);

/// Refuses `not_found`, `already_ended`, `does_not_follow` (not after the plan's first day),
/// `too_far_away` (see next_review.hpp).
Outcome<void> set_next_review(store::Transaction& records, const office::Stamp& stamp,
                              const PlanId& id, Day due, const pack::Pack& pack);

/// Why the next review is late, for the chronology; the date and its alarm stay. Refuses
/// `not_found` (the plan, or a date that could be late), `needed` and `too_long` (words).
Outcome<void> say_why_review_late(store::Transaction& records, const office::Stamp& stamp,
                                  const PlanId& id, const std::string& words);

/// What happened to a child's plans, for the chronology, the latest first.
struct PlanEvent {
    enum class What {
        begun,
        ended,
        categories_changed,
        key_worker_changed,
        review_set,
        review_late
    };
    What what;
    Day on;
    PlanId plan;
    Kind kind = Kind::own;
    std::string words; ///< categories by label, the key worker's name, why it ended
};
std::vector<PlanEvent> events_of(store::Records& records, const ChildId& child,
                                 const office::AsOf& as_of, const pack::Pack& pack);

} // namespace heed::plan
