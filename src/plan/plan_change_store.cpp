#include "child/child_store.hpp"
#include "core/text.hpp"
#include "directory/directory_store.hpp"
#include "office/statement_store.hpp"
#include "plan/next_review.hpp"
#include "plan/plan_store.hpp"

#include <set>

namespace heed::plan {

namespace {

using office::Stamp;
using store::Records;
using store::Row;
using store::Transaction;

constexpr std::size_t words_max = 200, late_words_max = 4000;
constexpr std::chrono::days one_day{1};

/// The plan as it stands now, of all its days.
Outcome<Plan> standing(Records& records, const Stamp& stamp, const PlanId& id)
{
    auto plan = find(records, id, {.on = day_in_england(stamp.now)});
    if (!plan) return refuse(RefusalCode::not_found);
    return *std::move(plan);
}

/// The same, and it is open and had begun by that day.
Outcome<Plan> open_on(Records& records, const Stamp& stamp, const PlanId& id, Day since)
{
    Plan plan = TRY(standing(records, stamp, id));
    if (!plan.period.is_open()) return refuse(RefusalCode::already_ended);
    if (since < plan.period.first())
        return too_early("since", plan.period.first(), "when the plan began");
    return plan;
}

Outcome<void> no_other_plan(Records& records, const ChildId& child, const Period& period,
                            const std::optional<PlanId>& but)
{
    for (const Plan& other : plans_of(records, child, {.on = period.first()}))
        if (other.id != but && other.period.meets(period))
            return refuse(RefusalCode::already_on_a_plan, "first_day");
    return {};
}

Outcome<void> of_the_pack(const std::vector<std::string>& categories, const pack::Pack& pack)
{
    for (const std::string& category : categories)
        if (!pack.category(category)) return refuse(RefusalCode::no_such_category, "categories");
    return {};
}

Outcome<void> known_professional(Records& records, const Stamp& stamp,
                                 const std::optional<ProfessionalId>& id)
{
    if (id && !directory::find(records, *id, office::AsOf{.on = day_in_england(stamp.now)}))
        return refuse(RefusalCode::not_found, "key_worker");
    return {};
}

void write_days(Transaction& records, const Stamp& stamp, const Plan& plan)
{
    records.change("plan_days", R"sql(
        INSERT INTO plan_days
            (id, plan_id, child_id, first_day, last_day, end_reason, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))sql",
                   stamp.uuid(), plan.id, plan.child, plan.period.first(), plan.period.last(),
                   plan.ended_because ? std::optional{code(*plan.ended_because)} : std::nullopt,
                   stamp.now);
}

/// A category with its days, as it is written.
struct CategoryDays {
    Category category;
    std::optional<Day> last = {};
};

void write(Transaction& records, const Stamp& stamp, const PlanId& plan, const CategoryDays& held)
{
    records.change("plan_category", R"sql(
        INSERT INTO plan_category
            (id, plan_id, category, is_main, from_day, to_day, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))sql",
                   stamp.uuid(), plan, held.category.code, held.category.is_main,
                   held.category.since, held.last, stamp.now);
}

struct AllocationDays {
    Allocation allocation;
    std::optional<Day> last = {};
};

void write(Transaction& records, const Stamp& stamp, const PlanId& plan, const AllocationDays& held)
{
    records.change("plan_allocation", R"sql(
        INSERT INTO plan_allocation
            (id, plan_id, professional_id, team, from_day, to_day, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))sql",
                   stamp.uuid(), plan, held.allocation.key_worker, held.allocation.team,
                   held.allocation.since, held.last, stamp.now);
}

struct ReviewDays {
    Day due, since;
    std::optional<Day> last = {};
};

void write(Transaction& records, const Stamp& stamp, const PlanId& plan, const ReviewDays& held)
{
    records.change("plan_review_due", R"sql(
        INSERT INTO plan_review_due (id, plan_id, due_day, from_day, to_day, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6))sql",
                   stamp.uuid(), plan, held.due, held.since, held.last, stamp.now);
}

/// The open statements of a plan in one of its tables, with these columns and their days.
std::vector<Row> open_rows(Records& records, const PlanId& plan, const std::string& table,
                           const std::string& columns)
{
    return records.rows("SELECT id, from_day, " + columns + " FROM " + table +
                            " WHERE plan_id = $1 AND to_day IS NULL AND superseded_at IS NULL"
                            " ORDER BY id",
                        plan);
}

/// Whether an open statement may give way to another from that day. One that began on that same
/// day was never true of any other, and is superseded without a trace in the days.
Outcome<void> may_give_way(const Row& row, Day since)
{
    if (row.day("from_day") > since)
        return too_early("since", row.day("from_day"), "since when it is as it stands");
    return {};
}

void write_home(Transaction& records, const Stamp& stamp, const PlanId& id,
                const HomeAuthority& home)
{
    records.change("plan_home", R"sql(
        INSERT INTO plan_home
            (id, plan_id, authority, telephone, key_worker, key_worker_telephone, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))sql",
                   stamp.uuid(), id, trimmed(home.name), trimmed(home.telephone),
                   trimmed(home.key_worker), trimmed(home.key_worker_telephone), stamp.now);
}

Outcome<void> usable(Records& records, const Stamp& stamp, const Outline& outline,
                     const pack::Pack& pack)
{
    if (!child::exists(records, outline.child)) return refuse(RefusalCode::not_found);
    if (outline.home && trimmed(outline.home->name).empty())
        return refuse(RefusalCode::needed, "authority");
    if (outline.period.is_open() == outline.ended_because.has_value())
        return refuse(RefusalCode::choose_why_it_ended, "ended_because");
    if (outline.team.size() > words_max) return refuse(RefusalCode::too_long, "team");
    if (outline.next_review_due && *outline.next_review_due <= outline.period.first())
        return too_early("next_review_due", outline.period.first(), "when the plan began");
    TRY_VOID(of_the_pack(outline.categories, pack));
    TRY_VOID(known_professional(records, stamp, outline.key_worker));
    return no_other_plan(records, outline.child, outline.period, std::nullopt);
}

} // namespace

Outcome<PlanId> begin(store::Transaction& records, const office::Stamp& stamp,
                      const Outline& outline, const pack::Pack& pack)
{
    TRY_VOID(usable(records, stamp, outline, pack));
    const auto id = stamp.fresh<PlanId>();
    const Day first = outline.period.first();
    const Kind kind = outline.home ? Kind::temporary : Kind::own;
    records.change("plan", R"sql(
        INSERT INTO plan (id, child_id, kind, pack, recorded_at)
        VALUES ($1, $2, $3, $4, $5))sql",
                   id, outline.child, code(kind), outline.pack.empty() ? pack.id() : outline.pack,
                   stamp.now);
    write_days(records, stamp,
               {.id = id,
                .child = outline.child,
                .period = outline.period,
                .ended_because = outline.ended_because});
    if (outline.home) write_home(records, stamp, id, *outline.home);
    std::set<std::string> written;
    for (const std::string& category : outline.categories)
        if (written.insert(category).second)
            write(records, stamp, id, CategoryDays{{category, written.size() == 1, first}});
    if (outline.key_worker || !trimmed(outline.team).empty())
        write(records, stamp, id,
              AllocationDays{{outline.key_worker, std::string{trimmed(outline.team)}, first}});
    if (outline.next_review_due)
        write(records, stamp, id, ReviewDays{.due = *outline.next_review_due, .since = first});
    return id;
}

Outcome<void> end(store::Transaction& records, const office::Stamp& stamp, const PlanId& id,
                  Day last, EndReason reason)
{
    Plan plan = TRY(standing(records, stamp, id));
    plan.period = TRY(plan.period.ended(last));
    plan.ended_because = reason;
    office::supersede(records, stamp, {"plan_days", "plan_id", id.text()});
    write_days(records, stamp, plan);
    return {};
}

Outcome<void> strike_out(store::Transaction& records, const office::Stamp& stamp, const PlanId& id)
{
    if (office::supersede(records, stamp, {"plan_days", "plan_id", id.text()}).empty())
        return refuse(RefusalCode::not_found);
    return {};
}

Outcome<void> correct_period(store::Transaction& records, const office::Stamp& stamp,
                             const PlanId& id, const Corrected& corrected)
{
    Plan plan = TRY(standing(records, stamp, id));
    if (corrected.period.is_open() == corrected.ended_because.has_value())
        return refuse(RefusalCode::choose_why_it_ended, "ended_because");
    TRY_VOID(no_other_plan(records, plan.child, corrected.period, id));
    plan.period = corrected.period;
    plan.ended_because = corrected.ended_because;
    office::supersede(records, stamp, {"plan_days", "plan_id", id.text()});
    write_days(records, stamp, plan);
    return {};
}

Outcome<void> choose_categories(store::Transaction& records, const office::Stamp& stamp,
                                const PlanId& id, const Chosen& chosen, const pack::Pack& pack)
{
    if (chosen.categories.empty()) return refuse(RefusalCode::choose_a_category, "categories");
    TRY_VOID(of_the_pack(chosen.categories, pack));
    TRY(open_on(records, stamp, id, chosen.since));
    std::set<std::string> to_write(chosen.categories.begin(), chosen.categories.end());
    const std::string& main = chosen.categories.front();
    for (const Row& row : open_rows(records, id, "plan_category", "category, is_main")) {
        const Category held{row.text("category"), row.flag("is_main"), row.day("from_day")};
        if (to_write.contains(held.code) && held.is_main == (held.code == main)) {
            to_write.erase(held.code); // as it was
            continue;
        }
        TRY_VOID(may_give_way(row, chosen.since));
        office::supersede(records, stamp, {"plan_category", "id", row.text("id")});
        if (held.since < chosen.since)
            write(records, stamp, id, CategoryDays{held, chosen.since - one_day});
    }
    for (const std::string& category : to_write)
        write(records, stamp, id, CategoryDays{{category, category == main, chosen.since}});
    return {};
}

Outcome<void> allocate(store::Transaction& records, const office::Stamp& stamp, const PlanId& id,
                       const Allocation& allocation)
{
    const std::string team{trimmed(allocation.team)};
    if (!allocation.key_worker && team.empty()) return refuse(RefusalCode::needed, "key_worker");
    if (team.size() > words_max) return refuse(RefusalCode::too_long, "team");
    TRY(open_on(records, stamp, id, allocation.since));
    TRY_VOID(known_professional(records, stamp, allocation.key_worker));
    for (const Row& row : open_rows(records, id, "plan_allocation", "professional_id, team")) {
        const Allocation held{row.maybe_id<ProfessionalId>("professional_id"), row.text("team"),
                              row.day("from_day")};
        TRY_VOID(may_give_way(row, allocation.since));
        office::supersede(records, stamp, {"plan_allocation", "id", row.text("id")});
        if (held.since < allocation.since)
            write(records, stamp, id, AllocationDays{held, allocation.since - one_day});
    }
    write(records, stamp, id, AllocationDays{{allocation.key_worker, team, allocation.since}});
    return {};
}

Outcome<void> appoint_key_worker(store::Transaction& records, const office::Stamp& stamp,
                                 const PlanId& id, const ProfessionalId& key_worker, Day since)
{
    const Plan plan = TRY(standing(records, stamp, id));
    return allocate(records, stamp, id,
                    {.key_worker = key_worker,
                     .team = plan.allocation ? plan.allocation->team : std::string{},
                     .since = since});
}

Outcome<void> set_next_review(store::Transaction& records, const office::Stamp& stamp,
                              const PlanId& id, Day due, const pack::Pack& pack)
{
    const Plan plan = TRY(standing(records, stamp, id));
    if (!plan.period.is_open()) return refuse(RefusalCode::already_ended);
    if (due <= plan.period.first())
        return too_early("next_review_due", plan.period.first(), "when the plan began");
    TRY_VOID(review_may_be_on(due, pack, day_in_england(stamp.now), "next_review_due"));
    // A date is set on the day that it is written down, or with the plan.
    const Day since = std::max(day_in_england(stamp.now), plan.period.first());
    for (const Row& row : open_rows(records, id, "plan_review_due", "due_day")) {
        const Day held_since = row.day("from_day");
        office::supersede(records, stamp, {"plan_review_due", "id", row.text("id")});
        if (held_since < since)
            write(records, stamp, id, ReviewDays{row.day("due_day"), held_since, since - one_day});
    }
    write(records, stamp, id, ReviewDays{.due = due, .since = since});
    return {};
}

Outcome<void> say_why_review_late(store::Transaction& records, const office::Stamp& stamp,
                                  const PlanId& id, const std::string& words)
{
    const Plan plan = TRY(standing(records, stamp, id));
    const std::string said{trimmed(words)};
    if (said.empty()) return refuse(RefusalCode::needed, "words");
    if (said.size() > late_words_max) return refuse(RefusalCode::too_long, "words");
    if (!plan.next_review_due) return refuse(RefusalCode::not_found);
    records.change("plan_review_late", R"sql(
        INSERT INTO plan_review_late (id, plan_id, due_day, words, said_on, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6))sql",
                   stamp.uuid(), id, *plan.next_review_due, said, day_in_england(stamp.now),
                   stamp.now);
    return {};
}

} // namespace heed::plan
