#include "plan/plan_store.hpp"

#include "office/statement_store.hpp"

namespace heed::plan {

namespace {

using store::Records;
using store::Row;

template <class E> E enumerator(const Row& row, std::string_view column)
{
    const auto found = from_code<E>(row.text(column));
    ensure(found.has_value(), "a column of codes holds something else");
    return *found;
}

/// Plans as they stood on day $1, as known at $2: a row for each category. `which` chooses among
/// plan_days d and plan p by $3 and on.
std::string plans_sql(const std::string& which)
{
    const auto holds = [](const char* alias) { return office::holds(alias, "$1", "$2"); };
    const auto stands = [](const char* alias) { return office::stands(alias, "$2"); };
    return R"sql(
        SELECT p.id, p.child_id, p.kind, p.pack, d.first_day, d.last_day, d.end_reason,
               h.authority, h.telephone, h.key_worker, h.key_worker_telephone,
               a.professional_id, a.team, a.from_day AS allocated_since, r.due_day,
               c.category, c.is_main, c.from_day AS category_since
          FROM plan_days d
          JOIN plan p ON p.id = d.plan_id
          LEFT JOIN plan_home h ON h.plan_id = p.id AND )sql" +
           stands("h") + R"sql(
          LEFT JOIN plan_allocation a ON a.plan_id = p.id AND )sql" +
           holds("a") + R"sql(
          LEFT JOIN plan_review_due r ON r.plan_id = p.id AND )sql" +
           holds("r") + R"sql(
          LEFT JOIN plan_category c ON c.plan_id = p.id AND )sql" +
           holds("c") + R"sql(
         WHERE )sql" +
           stands("d") + " AND " + which + R"sql(
         ORDER BY d.first_day DESC, p.id, c.is_main DESC, c.category)sql";
}

constexpr const char* holds_that_day =
    "d.first_day <= $1 AND (d.last_day IS NULL OR d.last_day >= $1)";

Plan plan_from(const Row& row)
{
    const auto open = Period::open(row.day("first_day"));
    const auto last = row.maybe_day("last_day");
    const auto period = last ? open.ended(*last) : Outcome<Period>{open};
    ensure(period.has_value(), "a plan that ends before it begins");
    Plan plan{.id = row.id<PlanId>("id"),
              .child = row.id<ChildId>("child_id"),
              .kind = enumerator<Kind>(row, "kind"),
              .pack = row.text("pack"),
              .period = *period,
              .next_review_due = row.maybe_day("due_day")};
    if (last) plan.ended_because = enumerator<EndReason>(row, "end_reason");
    if (!row.is_null("authority"))
        plan.home = HomeAuthority{row.text("authority"), row.text("telephone"),
                                  row.text("key_worker"), row.text("key_worker_telephone")};
    if (!row.is_null("allocated_since"))
        plan.allocation = Allocation{row.maybe_id<ProfessionalId>("professional_id"),
                                     row.text("team"), row.day("allocated_since")};
    return plan;
}

/// Rows of one plan stand together.
std::vector<Plan> plans_from(Records& records, const std::string& sql,
                             const std::vector<store::Value>& values)
{
    std::vector<Plan> found;
    records.each(sql, values, [&](const Row& row) {
        if (found.empty() || found.back().id.text() != row.text("id"))
            found.push_back(plan_from(row));
        if (!row.is_null("category"))
            found.back().categories.push_back(
                {row.text("category"), row.flag("is_main"), row.day("category_since")});
    });
    return found;
}

std::optional<Plan> first_of(std::vector<Plan> plans)
{
    if (plans.empty()) return std::nullopt;
    return std::move(plans.front());
}

std::vector<store::Value> as_values(const office::AsOf& as_of)
{
    return {store::to_value(as_of.on), store::to_value(as_of.known())};
}

} // namespace

std::optional<Plan> on(store::Records& records, const ChildId& child, const office::AsOf& as_of)
{
    return first_of(on(records, std::span{&child, 1}, as_of));
}

std::vector<Plan> on(store::Records& records, std::span<const ChildId> children,
                     const office::AsOf& as_of)
{
    if (children.empty()) return {};
    auto values = as_values(as_of);
    std::string which = std::string{holds_that_day} + " AND d.child_id IN (";
    for (const ChildId& child : children) {
        values.push_back(store::to_value(child));
        which += (values.size() > 3 ? ", $" : "$") + std::to_string(values.size());
    }
    return plans_from(records, plans_sql(which + ")"), values);
}

std::optional<Plan> last_ended(store::Records& records, const ChildId& child,
                               const office::AsOf& as_of)
{
    static const std::string sql = plans_sql("d.child_id = $3 AND d.last_day < $1");
    auto values = as_values(as_of);
    values.push_back(store::to_value(child));
    return first_of(plans_from(records, sql, values));
}

std::optional<Plan> find(store::Records& records, const PlanId& id, const office::AsOf& as_of)
{
    static const std::string sql = plans_sql("d.plan_id = $3");
    auto values = as_values(as_of);
    values.push_back(store::to_value(id));
    return first_of(plans_from(records, sql, values));
}

std::vector<Plan> plans_of(store::Records& records, const ChildId& child, const office::AsOf& as_of)
{
    static const std::string sql = plans_sql("d.child_id = $3");
    auto values = as_values(as_of);
    values.push_back(store::to_value(child));
    return plans_from(records, sql, values);
}

std::vector<Plan> all_on(store::Records& records, const office::AsOf& as_of)
{
    static const std::string sql = plans_sql(holds_that_day);
    return plans_from(records, sql, as_values(as_of));
}

} // namespace heed::plan
