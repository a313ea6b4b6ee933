#include "family/family_store.hpp"

#include "office/statement_store.hpp"

#include <map>
#include <set>

namespace heed::family {

namespace {

using child::BirthKind;
using child::Name;
using child::NameKind;
using store::Row;

template <class E> E enumerator(const Row& row, std::string_view column)
{
    const auto found = from_code<E>(row.text(column));
    ensure(found.has_value(), "a column of codes holds something else");
    return *found;
}

/// The other children near the child $1: of the household, and when `elsewhere` those who are
/// related or have an adult in common.
std::string near_sql(bool elsewhere)
{
    using office::holds;
    std::string sql = R"sql(
        WITH near (child_id, lives, visits) AS (
            SELECT o.child_id, 1, o.visits
              FROM stay m JOIN stay o ON o.household_id = m.household_id
             WHERE m.child_id = $1 AND m.visits = 0 AND o.child_id <> $1 AND )sql" +
                      holds("m") + " AND " + holds("o");
    if (elsewhere)
        sql += R"sql(
            UNION ALL
            SELECT r.other_child_id, 0, 0 FROM relationship r
             WHERE r.child_id = $1 AND r.other_child_id IS NOT NULL AND )sql" +
               holds("r") + R"sql(
            UNION ALL
            SELECT r.child_id, 0, 0 FROM relationship r WHERE r.other_child_id = $1 AND )sql" +
               holds("r") + R"sql(
            UNION ALL
            SELECT o.child_id, 0, 0
              FROM relationship r JOIN relationship o ON o.adult_id = r.adult_id
             WHERE r.child_id = $1 AND o.child_id <> $1
               AND r.tie IN ('mother', 'father', 'parent', 'parent_or_carer')
               AND o.tie IN ('mother', 'father', 'parent', 'parent_or_carer') AND )sql" +
               holds("r") + " AND " + holds("o");
    return sql + ")";
}

std::string near_children_sql(bool elsewhere)
{
    return near_sql(elsewhere) + R"sql(
        SELECT e.child_id, e.lives, e.visits, p.birth_kind, p.birth_day, p.sex,
               n.kind, n.forename, n.middle, n.surname,
               CASE WHEN )sql" +
           office::holds("n") + R"sql( THEN 1 ELSE 0 END AS is_now
          FROM (SELECT child_id, MAX(lives) AS lives, MAX(lives * visits) AS visits
                  FROM near GROUP BY child_id) e
          JOIN child_particulars p ON p.child_id = e.child_id AND )sql" +
           office::stands("p") + R"sql(
          JOIN child_name n ON n.child_id = e.child_id AND )sql" +
           office::stands("n") + R"sql(
         ORDER BY COALESCE(p.birth_day, '9999'), e.child_id,
                  CASE n.kind WHEN 'legal' THEN 1 WHEN 'preferred' THEN 2 ELSE 3 END, n.id)sql";
}

/// Ties of the child and of those near: by them each is called brother, sister or neither.
std::string near_ties_sql(bool elsewhere)
{
    // As one set: with an OR beside IN, PostgreSQL reads the whole table.
    return near_sql(elsewhere) + R"sql(
        , all_of_them (child_id) AS (SELECT CAST($1 AS TEXT) UNION SELECT child_id FROM near)
        SELECT r.child_id, r.adult_id, r.other_child_id, r.tie FROM relationship r
         WHERE r.child_id IN (SELECT child_id FROM all_of_them) AND )sql" +
           office::holds("r") + R"sql(
        UNION ALL
        SELECT n.child_id, NULL, NULL, n.surname FROM child_name n
         WHERE n.child_id IN (SELECT child_id FROM all_of_them)
           AND n.kind = 'legal' AND )sql" +
           office::holds("n");
}

/// What is known of the ties of several children.
class Ties {
public:
    void take(const Row& row)
    {
        One& one = of_[row.text("child_id")];
        const std::string& tie = row.text("tie");
        if (!row.is_null("adult_id")) {
            if (is_parent(enumerator<Tie>(row, "tie")))
                one.parents.insert(row.text("adult_id"));
            else if (tie == code(Tie::parent_or_carer))
                one.carers.insert(row.text("adult_id"));
        } else if (!row.is_null("other_child_id")) {
            one.stated.emplace(row.text("other_child_id"), enumerator<Tie>(row, "tie"));
        } else {
            one.surname = tie;
        }
    }
    Kinship between(const std::string& child, const std::string& other)
    {
        const One &mine = of_[child], &theirs = of_[other];
        Kinship kinship;
        if (const auto said = mine.stated.find(other); said != mine.stated.end()) {
            kinship.stated = said->second;
        } else if (const auto turned = theirs.stated.find(child); turned != theirs.stated.end()) {
            kinship.stated = turned->second;
            kinship.stated_of_other = true;
        }
        for (const std::string& parent : mine.parents)
            ++(theirs.parents.contains(parent) ? kinship.parents_shared : kinship.parents_apart);
        for (const std::string& parent : theirs.parents)
            if (!mine.parents.contains(parent)) ++kinship.parents_apart;
        for (const std::string& carer : mine.carers)
            kinship.carers_shared |= theirs.carers.contains(carer);
        kinship.same_surname = !mine.surname.empty() && directory::name_key(mine.surname) ==
                                                            directory::name_key(theirs.surname);
        return kinship;
    }

private:
    struct One {
        std::set<std::string> parents, carers;
        std::map<std::string, Tie> stated;
        std::string surname;
    };
    std::map<std::string, One> of_;
};

std::vector<OtherChild> others(store::Records& records, const ChildId& child,
                               const office::AsOf& as_of, bool elsewhere)
{
    static const std::string home_sql = near_children_sql(false), all_sql = near_children_sql(true),
                             home_ties = near_ties_sql(false), all_ties = near_ties_sql(true);
    std::vector<OtherChild> found;
    for (const Row& row :
         records.rows(elsewhere ? all_sql : home_sql, child, as_of.on, as_of.known())) {
        const auto id = row.id<ChildId>("child_id");
        const auto name = Name::of(row.text("forename"), row.text("middle"), row.text("surname"));
        ensure(name.has_value(), "a name that could not be written");
        // Names come with the legal first; a name of today is better than any of the past.
        if (found.empty() || found.back().id != id)
            found.push_back({.id = id,
                             .name = name->spoken(),
                             .birth = Birth::held(enumerator<BirthKind>(row, "birth_kind"),
                                                  row.maybe_day("birth_day")),
                             .sex = enumerator<Sex>(row, "sex"),
                             .lives_with_child = row.flag("lives") && !row.flag("visits"),
                             .visits = row.flag("visits")});
        else if (row.flag("is_now") && row.text("kind") == code(NameKind::legal))
            found.back().name = name->spoken();
    }
    if (found.empty()) return found;
    Ties ties;
    records.each(
        elsewhere ? all_ties : home_ties,
        {store::to_value(child), store::to_value(as_of.on), store::to_value(as_of.known())},
        [&](const Row& row) { ties.take(row); });
    for (OtherChild& other : found)
        other.relation = relation_word(ties.between(child.text(), other.id.text()), other.sex);
    return found;
}

/// The adults that a child has a tie to, and those who only live in the household.
std::string adults_sql()
{
    using office::holds, office::stands;
    const std::string homes = R"sql((
        SELECT m.household_id FROM stay m WHERE m.child_id = $1 AND m.visits = 0 AND )sql" +
                              holds("m") + ")";
    const std::string details =
        "d.name, d.sex, d.born, d.died, d.telephone, d.address, s.id AS stay_id, s.visits, s.role";
    return "SELECT r.id AS relationship_id, r.adult_id, r.tie, r.parental_responsibility,"
           " r.court_order, r.from_day, r.to_day, " +
           details + R"sql(
          FROM relationship r
          JOIN adult_details d ON d.adult_id = r.adult_id AND )sql" +
           stands("d") + R"sql(
          LEFT JOIN stay s ON s.adult_id = r.adult_id AND s.household_id IN )sql" +
           homes + " AND " + holds("s") + R"sql(
         WHERE r.child_id = $1 AND )sql" +
           holds("r") + R"sql(
        UNION ALL
        SELECT NULL, s.adult_id, 'not_related', 'not_known', '', s.from_day, s.to_day, )sql" +
           details + R"sql(
          FROM stay s JOIN adult_details d ON d.adult_id = s.adult_id AND )sql" +
           stands("d") + " WHERE s.household_id IN " + homes + " AND " + holds("s") + R"sql(
           AND NOT EXISTS (SELECT 1 FROM relationship r
                            WHERE r.child_id = $1 AND r.adult_id = s.adult_id AND )sql" +
           holds("r") + ")";
}

FamilyMember member_from(const Row& row)
{
    const bool stays = !row.is_null("stay_id");
    return {.adult = row.id<AdultId>("adult_id"),
            .details = {.name = row.text("name"),
                        .sex = enumerator<Sex>(row, "sex"),
                        .born = row.maybe_day("born"),
                        .died = row.maybe_day("died"),
                        .telephone = row.text("telephone"),
                        .address = row.text("address")},
            .relationship = row.maybe_id<StatementId>("relationship_id"),
            .tie = enumerator<Tie>(row, "tie"),
            .parental_responsibility = enumerator<Responsibility>(row, "parental_responsibility"),
            .court_order = row.text("court_order"),
            .days = {row.maybe_day("from_day"), row.maybe_day("to_day")},
            .lives_with_child = stays && !row.flag("visits"),
            .visits = stays && row.flag("visits"),
            .role = row.text_or_empty("role")};
}

} // namespace

std::vector<FamilyMember> adults_of(store::Records& records, const ChildId& child,
                                    const office::AsOf& as_of)
{
    static const std::string sql = adults_sql();
    std::vector<FamilyMember> found;
    for (const Row& row : records.rows(sql, child, as_of.on, as_of.known()))
        found.push_back(member_from(row));
    std::ranges::sort(found, {}, [](const FamilyMember& one) {
        return std::tuple{!one.lives_with_child, static_cast<int>(one.tie),
                          directory::name_key(one.details.name), one.adult.text()};
    });
    return found;
}

std::vector<OtherChild> household_of(store::Records& records, const ChildId& child,
                                     const office::AsOf& as_of)
{
    return others(records, child, as_of, false);
}

std::vector<OtherChild> children_near(store::Records& records, const ChildId& child,
                                      const office::AsOf& as_of)
{
    return others(records, child, as_of, true);
}

std::optional<HouseholdId> household_of_child(store::Records& records, const ChildId& child,
                                              const office::AsOf& as_of)
{
    static const std::string sql =
        "SELECT m.household_id FROM stay m WHERE m.child_id = $1 AND m.visits = 0 AND " +
        office::holds("m") + " ORDER BY m.id DESC LIMIT 1";
    const auto row = records.row(sql, child, as_of.on, as_of.known());
    if (!row) return std::nullopt;
    return row->id<HouseholdId>("household_id");
}

std::optional<AdultId> adult_in(store::Records& records, const HouseholdId& household,
                                std::string_view name)
{
    const auto rows = records.rows(R"sql(
        SELECT d.adult_id FROM adult_details d
         WHERE d.superseded_at IS NULL AND d.name_key = $2 AND d.adult_id IN (
               SELECT s.adult_id FROM stay s
                WHERE s.household_id = $1 AND s.superseded_at IS NULL AND s.adult_id IS NOT NULL
               UNION
               SELECT r.adult_id FROM stay s JOIN relationship r ON r.child_id = s.child_id
                WHERE s.household_id = $1 AND s.superseded_at IS NULL
                  AND r.superseded_at IS NULL AND r.adult_id IS NOT NULL)
         ORDER BY d.adult_id)sql",
                                   household, directory::name_key(name));
    if (rows.empty()) return std::nullopt;
    return rows.front().id<AdultId>("adult_id");
}

} // namespace heed::family
