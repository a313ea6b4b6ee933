#include "family/people.hpp"
#include "feed/described.hpp"
#include "index/index_store.hpp"
#include "office/statement_store.hpp"
#include "shield/shield_store.hpp"

#include <algorithm>
#include <map>

namespace heed::family {

namespace {

using child::BirthKind;
using child::NameKind;
using store::Row;

/// What matching is told of some children, a row a fact. `which` says which, of column child_id.
std::string described_sql(const std::string& which)
{
    return R"sql(
        SELECT child_id, 'particulars' AS what, birth_kind AS a, birth_day AS b, sex AS c,
               '' AS d, '' AS e, '' AS f
          FROM child_particulars WHERE superseded_at IS NULL AND )sql" +
           which + R"sql(
        UNION ALL
        SELECT child_id, 'name', kind, forename, middle, surname, COALESCE(to_day, ''), ''
          FROM child_name WHERE superseded_at IS NULL AND )sql" +
           which + R"sql(
        UNION ALL
        SELECT child_id, 'place', house, street, town, area, postcode, COALESCE(to_day, '')
          FROM child_address WHERE superseded_at IS NULL AND )sql" +
           which + R"sql(
        UNION ALL
        SELECT child_id, 'identifier', value, kind, '', '', '', ''
          FROM child_identifier WHERE superseded_at IS NULL AND )sql" +
           which + R"sql(
        UNION ALL
        SELECT child_id, 'household', household_id, '', '', '', '', ''
          FROM stay WHERE superseded_at IS NULL AND visits = 0 AND to_day IS NULL AND )sql" +
           which + R"sql(
        UNION ALL
        SELECT r.child_id, 'carer', d.name, r.tie, '', '', '', ''
          FROM relationship r
          JOIN adult_details d ON d.adult_id = r.adult_id AND d.superseded_at IS NULL
         WHERE r.superseded_at IS NULL AND r.adult_id IS NOT NULL AND )sql" +
           which;
}

matching::NameKind kind_of_name(const std::string& kind, bool ended)
{
    if (ended || kind == code(NameKind::former)) return matching::NameKind::former;
    if (kind == code(NameKind::legal)) return matching::NameKind::legal;
    if (kind == code(NameKind::preferred)) return matching::NameKind::preferred;
    return matching::NameKind::alias;
}

void take_particulars(const Row& row, matching::Person& person)
{
    const auto kind = from_code<BirthKind>(row.text("a"));
    ensure(kind.has_value(), "a birth that could not be written");
    switch (*kind) {
    case BirthKind::unknown: return;
    case BirthKind::known: person.birth.kind = matching::BirthKind::known; break;
    case BirthKind::estimated_year: person.birth.kind = matching::BirthKind::estimated_year; break;
    case BirthKind::expected: person.birth.kind = matching::BirthKind::expected; break;
    }
    person.birth.day = row.day("b");
}

void take(const Row& row, matching::Person& person)
{
    const std::string& what = row.text("what");
    if (what == "particulars") {
        take_particulars(row, person);
        if (row.text("c") == code(Sex::female)) person.sex = matching::Sex::female;
        if (row.text("c") == code(Sex::male)) person.sex = matching::Sex::male;
    } else if (what == "name") {
        person.names.push_back({.forename = row.text("b"),
                                .middle = row.text("c"),
                                .surname = row.text("d"),
                                .kind = kind_of_name(row.text("a"), !row.text("e").empty())});
    } else if (what == "place") {
        person.places.push_back({.house = row.text("a"),
                                 .street = row.text("b"),
                                 .town = row.text("c"),
                                 .area = row.text("d"),
                                 .postcode = row.text("e"),
                                 .current = row.text("f").empty()});
    } else if (what == "identifier") {
        person.identifiers.push_back(row.text("a"));
    } else if (what == "household") {
        person.household = row.text("a");
    } else {
        person.carers.push_back(row.text("a"));
    }
}

/// What the index says beside what the record says.
void add_indexed(const matching::Person& indexed, matching::Person& person)
{
    const auto add_new = [](const auto& theirs, auto& ours) {
        for (const auto& one : theirs)
            if (std::ranges::count(ours, one) == 0) ours.push_back(one);
    };
    for (matching::PersonName name : indexed.names) {
        const auto same = [&](const matching::PersonName& held) {
            return held.forename == name.forename && held.middle == name.middle &&
                   held.surname == name.surname;
        };
        if (std::ranges::any_of(person.names, same)) continue;
        name.kind = matching::NameKind::alias;
        person.names.push_back(std::move(name));
    }
    add_new(indexed.places, person.places);
    add_new(indexed.carers, person.carers);
    if (person.birth.kind == matching::BirthKind::unknown) person.birth = indexed.birth;
    if (person.sex == matching::Sex::unknown) person.sex = indexed.sex;
    if (person.household.empty()) person.household = indexed.household;
}

void add_all_indexed(store::Records& records, std::vector<Described>& all)
{
    std::vector<std::string> ids;
    for (const Described& child : all)
        ids.insert(ids.end(), child.feed_ids.begin(), child.feed_ids.end());
    const auto versions = index::current(records, ids);
    if (versions.empty()) return;
    for (Described& child : all)
        for (const std::string& id : child.feed_ids)
            if (const auto version = versions.find(id); version != versions.end())
                add_indexed(feed::described(index::fields_of(version->second)), child.person);
}

std::vector<Described> gathered(store::Records& records, const std::string& sql,
                                const std::vector<store::Value>& values)
{
    std::map<std::string, Described, std::less<>> people;
    records.each(sql, values, [&](const Row& row) {
        Described& child = people[row.text("child_id")];
        take(row, child.person);
        if (row.text("what") == "identifier" && row.text("b") == code(child::IdentifierKind::feed))
            child.feed_ids.push_back(row.text("a"));
    });
    std::vector<Described> all;
    all.reserve(people.size());
    for (auto& [id, child] : people) {
        child.person.id = id;
        all.push_back(std::move(child));
    }
    add_all_indexed(records, all);
    return all;
}

} // namespace

void hide_shielded(store::Records& records, std::vector<matching::Person>& people)
{
    std::vector<std::string> ids;
    for (const matching::Person& person : people) ids.push_back(person.id);
    const auto shielded = shield::on_any_day(records, ids);
    for (matching::Person& person : people) {
        if (!shielded.contains(person.id)) continue;
        person.place_hidden = true;
        person.places.clear();
        person.carers.clear();
        person.household.clear();
    }
}

std::vector<Described> described_with_links(store::Records& records, std::span<const ChildId> ids)
{
    if (ids.empty()) return {};
    std::string which = "child_id IN (";
    std::vector<store::Value> values;
    for (const ChildId& id : ids) {
        values.push_back(store::to_value(id));
        which += (values.size() > 1 ? ", $" : "$") + std::to_string(values.size());
    }
    return gathered(records, described_sql(which + ")"), values);
}

std::vector<matching::Person> described(store::Records& records, std::span<const ChildId> ids)
{
    std::vector<matching::Person> people;
    for (Described& child : described_with_links(records, ids))
        people.push_back(std::move(child.person));
    return people;
}

std::optional<matching::Person> described(store::Records& records, const ChildId& id)
{
    auto found = described(records, std::span{&id, 1});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Described> described_between(store::Records& records, const std::string& after,
                                         const std::string& last)
{
    static const std::string sql = described_sql("child_id > $1 AND child_id <= $2");
    return gathered(records, sql, {store::to_value(after), store::to_value(last)});
}

} // namespace heed::family
