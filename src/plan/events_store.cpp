#include "core/text.hpp"
#include "directory/directory_store.hpp"
#include "office/statement_store.hpp"
#include "plan/plan_store.hpp"

#include <map>

namespace heed::plan {

namespace {

using store::Row;

/// What stands of one plan in one table, with its days, in order of the first.
struct Statements {
    const char *table, *columns;
};
std::vector<Row> statements(store::Records& records, const Statements& which, const PlanId& plan,
                            const std::string& known)
{
    return records.rows(std::string{"SELECT from_day, to_day, "} + which.columns + " FROM " +
                            which.table + " s WHERE s.plan_id = $1 AND " +
                            office::stands("s", "$2") + " ORDER BY s.from_day, s.id",
                        plan, known);
}

std::string category_words(const Row& row, const pack::Pack& pack)
{
    const pack::Category* category = pack.category(row.text("category"));
    return (category ? category->label : row.text("category")) +
           (row.flag("is_main") ? " (main)" : "");
}

/// What the categories came to be on each day on which they changed.
void add_category_events(std::vector<PlanEvent>& events, const Plan& plan,
                         const std::vector<Row>& rows, const pack::Pack& pack)
{
    std::map<Day, std::vector<std::string>> on;
    for (const Row& changed : rows) {
        on[changed.day("from_day")];
        if (const auto last = changed.maybe_day("to_day")) on[*last + std::chrono::days{1}];
    }
    for (auto& [day, words] : on)
        for (const bool main : {true, false})
            for (const Row& row : rows) {
                const auto to = row.maybe_day("to_day");
                if (row.flag("is_main") == main && row.day("from_day") <= day &&
                    (!to || day <= *to))
                    words.push_back(category_words(row, pack));
            }
    for (const auto& [day, words] : on)
        if (day != plan.period.first())
            events.push_back({.what = PlanEvent::What::categories_changed,
                              .on = day,
                              .plan = plan.id,
                              .kind = plan.kind,
                              .words = listed(words)});
}

std::string begun_words(const Plan& plan, const std::vector<Row>& categories,
                        const pack::Pack& pack)
{
    if (plan.home) return "A plan of " + plan.home->name;
    std::vector<std::string> words;
    for (const bool main : {true, false})
        for (const Row& row : categories)
            if (row.flag("is_main") == main && row.day("from_day") == plan.period.first())
                words.push_back(category_words(row, pack));
    return listed(words);
}

std::string allocation_words(store::Records& records, const Row& row, const office::AsOf& as_of)
{
    std::string words;
    if (const auto id = row.maybe_id<ProfessionalId>("professional_id"))
        if (const auto found = directory::find(records, *id, as_of)) words = found->name;
    if (!row.text("team").empty())
        words += (words.empty() ? "Team: " : ", team: ") + row.text("team");
    return words;
}

} // namespace

std::vector<PlanEvent> events_of(store::Records& records, const ChildId& child,
                                 const office::AsOf& as_of, const pack::Pack& pack)
{
    using What = PlanEvent::What;
    const std::string known = as_of.known();
    std::vector<PlanEvent> events;
    for (const Plan& plan : plans_of(records, child, as_of)) {
        const auto add = [&](What what, Day on, std::string words) {
            events.push_back({what, on, plan.id, plan.kind, std::move(words)});
        };
        const auto categories =
            statements(records, {"plan_category", "category, is_main"}, plan.id, known);
        add(What::begun, plan.period.first(), begun_words(plan, categories, pack));
        add_category_events(events, plan, categories, pack);
        if (plan.period.last() && plan.ended_because)
            add(What::ended, *plan.period.last(), std::string{label(*plan.ended_because)});
        for (const Row& row :
             statements(records, {"plan_allocation", "professional_id, team"}, plan.id, known))
            add(What::key_worker_changed, row.day("from_day"),
                allocation_words(records, row, as_of));
        for (const Row& row : statements(records, {"plan_review_due", "due_day"}, plan.id, known))
            add(What::review_set, row.day("from_day"),
                "Next review by " + heed::in_words(row.day("due_day")));
        for (const Row& row :
             records.rows("SELECT due_day, words, said_on FROM plan_review_late s"
                          " WHERE s.plan_id = $1 AND " +
                              office::stands("s", "$2") + " ORDER BY s.said_on, s.id",
                          plan.id, known))
            add(What::review_late, row.day("said_on"),
                "Due " + heed::in_words(row.day("due_day")) + ". " + row.text("words"));
    }
    std::ranges::sort(events, [](const PlanEvent& left, const PlanEvent& right) {
        if (left.on != right.on) return left.on > right.on;
        return static_cast<int>(left.what) > static_cast<int>(right.what);
    });
    return events;
}

} // namespace heed::plan
