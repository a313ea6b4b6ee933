#include "family/ties_store.hpp"

#include "family/summary_store.hpp"
#include "office/statement_store.hpp"

#include <algorithm>

namespace heed::family {

namespace {

using office::stands;
using store::Records;
using store::Row;

template <class E> E enumerator(const Row& row, std::string_view column)
{
    const auto found = from_code<E>(row.text(column));
    ensure(found.has_value(), "a column of codes holds something else");
    return *found;
}

Days days_from(const Row& row) { return {row.maybe_day("from_day"), row.maybe_day("to_day")}; }

Tied tied_from(const Row& row, const ChildId& child)
{
    Tied tied{.held = {{.child = row.id<ChildId>("child_id"),
                        .adult = row.maybe_id<AdultId>("adult_id"),
                        .other_child = row.maybe_id<ChildId>("other_child_id"),
                        .tie = enumerator<Tie>(row, "tie"),
                        .parental_responsibility =
                            enumerator<Responsibility>(row, "parental_responsibility"),
                        .court_order = row.text("court_order"),
                        .days = days_from(row)},
                       row.id<StatementId>("id")},
              .name = row.text_or_empty("name")};
    tied.of_the_other = tied.held.child != child;
    return tied;
}

Housed housed_from(const Row& row)
{
    return {.held = {{.household = row.id<HouseholdId>("household_id"),
                      .child = row.maybe_id<ChildId>("child_id"),
                      .adult = row.maybe_id<AdultId>("adult_id"),
                      .visits = row.flag("visits"),
                      .role = row.text("role"),
                      .days = days_from(row)},
                     row.id<StatementId>("id")},
            .name = row.text_or_empty("name"),
            .household_number = row.text_or_empty("local_number")};
}

/// Adults come with their names; those of children are read of all at once.
template <class Found, class WhoseName>
void name_children(Records& records, const office::AsOf& as_of, std::vector<Found>& found,
                   const WhoseName& whose)
{
    std::vector<ChildId> ids;
    for (const Found& one : found)
        if (const auto id = whose(one)) ids.push_back(*id);
    for (const Summary& child : summaries(records, ids, as_of))
        for (Found& one : found)
            if (whose(one) == child.id) one.name = child.name;
}

std::vector<Housed> stays(Records& records, const std::string& where, const std::string& whose,
                          const office::AsOf& as_of)
{
    const std::string sql = R"sql(
        SELECT s.id, s.household_id, s.child_id, s.adult_id, s.visits, s.role, s.from_day, s.to_day,
               d.name, h.local_number
          FROM stay s
          JOIN household h ON h.id = s.household_id
          LEFT JOIN adult_details d ON d.adult_id = s.adult_id AND )sql" +
                            stands("d", "$2") + " WHERE " + where + " = $1 AND " +
                            stands("s", "$2") +
                            " ORDER BY s.visits, COALESCE(s.to_day, '9999') DESC,"
                            " COALESCE(s.from_day, '') DESC, s.id";
    std::vector<Housed> found;
    for (const Row& row : records.rows(sql, whose, as_of.known()))
        found.push_back(housed_from(row));
    name_children(records, as_of, found, [](const Housed& one) { return one.held.child; });
    return found;
}

} // namespace

std::vector<Tied> ties_of(store::Records& records, const ChildId& child, const office::AsOf& as_of)
{
    static const std::string sql = R"sql(
        SELECT r.id, r.child_id, r.adult_id, r.other_child_id, r.tie, r.parental_responsibility,
               r.court_order, r.from_day, r.to_day, d.name
          FROM relationship r
          LEFT JOIN adult_details d ON d.adult_id = r.adult_id AND )sql" +
                                   stands("d", "$2") +
                                   " WHERE (r.child_id = $1 OR r.other_child_id = $1) AND " +
                                   stands("r", "$2") +
                                   " ORDER BY COALESCE(r.to_day, '9999') DESC,"
                                   " COALESCE(r.from_day, '') DESC, r.id";
    std::vector<Tied> found;
    for (const Row& row : records.rows(sql, child, as_of.known()))
        found.push_back(tied_from(row, child));
    name_children(records, as_of, found, [](const Tied& one) { return one.other(); });
    return found;
}

std::vector<Housed> stays_in(store::Records& records, const HouseholdId& household,
                             const office::AsOf& as_of)
{
    return stays(records, "s.household_id", household.text(), as_of);
}

std::vector<Housed> stays_of(store::Records& records, const ChildId& child,
                             const office::AsOf& as_of)
{
    return stays(records, "s.child_id", child.text(), as_of);
}

std::vector<ParentOf> parents_of(store::Records& records, std::span<const ChildId> children,
                                 const office::AsOf& as_of)
{
    static const std::string sql = R"sql(
        SELECT r.adult_id, r.tie, d.name, d.sex, d.born, d.died
          FROM relationship r
          JOIN adult_details d ON d.adult_id = r.adult_id AND )sql" +
                                   stands("d") + R"sql(
         WHERE r.child_id = $1
           AND r.tie IN ('mother', 'father', 'parent', 'parent_or_carer', 'step_parent',
                         'foster_carer') AND )sql" +
                                   office::holds("r") + " ORDER BY d.name_key, r.id";
    std::vector<ParentOf> found;
    for (const ChildId& child : children)
        for (const Row& row : records.rows(sql, child, as_of.on, as_of.known()))
            found.push_back({.child = child,
                             .adult = row.id<AdultId>("adult_id"),
                             .tie = enumerator<Tie>(row, "tie"),
                             .name = row.text("name"),
                             .sex = enumerator<Sex>(row, "sex"),
                             .born = row.maybe_day("born"),
                             .died = row.maybe_day("died")});
    return found;
}

std::optional<AdultDetails> adult(store::Records& records, const AdultId& id,
                                  const office::AsOf& as_of)
{
    static const std::string sql =
        "SELECT d.name, d.sex, d.born, d.died, d.telephone, d.address FROM adult_details d"
        " WHERE d.adult_id = $1 AND " +
        stands("d", "$2");
    const auto row = records.row(sql, id, as_of.known());
    if (!row) return std::nullopt;
    return AdultDetails{.name = row->text("name"),
                        .sex = enumerator<Sex>(*row, "sex"),
                        .born = row->maybe_day("born"),
                        .died = row->maybe_day("died"),
                        .telephone = row->text("telephone"),
                        .address = row->text("address")};
}

} // namespace heed::family
