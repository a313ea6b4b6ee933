#include "family/summary_store.hpp"
#include "family/family.hpp"
#include "office/statement_store.hpp"
#include "shield/shield_store.hpp"

#include <bit>
#include <map>
#include <set>

namespace heed::family {

namespace {

using child::Address;
using child::BirthKind;
using child::Name;
using child::NameKind;
using child::Postcode;
using store::Row;

constexpr std::size_t adults_named_max = 2;

/// Everything that a summary needs, of any number of children, in one answer: a row a fact, what
/// it is in `what`. $1 is the day, $2 what is known, $3 … the children.
std::string facts_sql(std::size_t children)
{
    std::string ids;
    for (std::size_t i = 0; i < children; ++i) ids += (i ? ", $" : "$") + std::to_string(i + 3);
    const auto holds = [](const char* alias) { return office::holds(alias, "$1", "$2"); };
    const auto stands = [](const char* alias) { return office::stands(alias, "$2"); };
    return R"sql(
        SELECT p.child_id, 'particulars' AS what, p.birth_kind AS a, p.birth_day AS b, p.sex AS c,
               p.died_on AS d, '' AS e
          FROM child_particulars p
         WHERE p.child_id IN ()sql" +
           ids + ") AND " + stands("p") + R"sql(
        UNION ALL
        SELECT n.child_id, 'name', n.kind, n.forename, n.middle, n.surname,
               CASE WHEN )sql" +
           holds("n") + R"sql( THEN 'now' ELSE 'then' END
          FROM child_name n
         WHERE n.child_id IN ()sql" +
           ids + ") AND " + stands("n") + R"sql(
        UNION ALL
        SELECT l.child_id, 'address', l.kind, l.house, l.street, l.town, l.postcode
          FROM child_address l
         WHERE l.child_id IN ()sql" +
           ids + ") AND " + holds("l") + R"sql(
        UNION ALL
        SELECT r.child_id, 'adult', d.name, r.tie,
               CASE WHEN EXISTS (
                   SELECT 1 FROM stay m JOIN stay o ON o.household_id = m.household_id
                    WHERE m.child_id = r.child_id AND o.adult_id = r.adult_id
                      AND m.visits = 0 AND o.visits = 0 AND )sql" +
           holds("m") + " AND " + holds("o") + R"sql() THEN 'with' ELSE 'apart' END,
               d.died, ''
          FROM relationship r
          JOIN adult_details d ON d.adult_id = r.adult_id AND )sql" +
           stands("d") + R"sql(
         WHERE r.adult_id IS NOT NULL AND r.child_id IN ()sql" +
           ids + ") AND " + holds("r");
}

/// One child's facts while they are put together.
struct Gathered {
    std::optional<Summary> summary;
    std::vector<std::pair<int, std::string>> names; ///< with their rank, the best least
    std::map<std::string, std::string> full;        ///< by the name without the middle ones
    std::map<std::string, Address> addresses;       ///< by kind
    std::vector<std::pair<int, std::string>> with, apart;
};

int rank_of(NameKind kind, bool now)
{
    if (kind == NameKind::legal && now) return 0;
    if (kind == NameKind::preferred) return now ? 1 : 3;
    return now ? 2 : 4;
}

int rank_of(Tie tie)
{
    if (is_parent(tie)) return 0;
    return tie == Tie::parent_or_carer ? 1 : 2;
}

void take_name(const Row& row, Gathered& into)
{
    const auto name = Name::of(row.text("b"), row.text("c"), row.text("d"));
    const auto kind = from_code<NameKind>(row.text("a"));
    ensure(name && kind, "a name that could not be written");
    into.names.emplace_back(rank_of(*kind, row.text("e") == "now"), name->spoken());
    if (*kind == NameKind::legal) into.full[name->spoken()] = name->full();
}

void take_address(const Row& row, Gathered& into)
{
    Address address{.house = row.text("b"), .street = row.text("c"), .town = row.text("d")};
    if (const auto postcode = Postcode::from(row.text("e"))) address.postcode = *postcode;
    into.addresses.insert_or_assign(row.text("a"), std::move(address));
}

void take_adult(const Row& row, Gathered& into)
{
    const auto tie = from_code<Tie>(row.text("b"));
    ensure(tie.has_value(), "a tie that could not be written");
    if (!row.is_null("d")) return; // died
    const std::string said = row.text("a") + " (" + std::string{label(*tie)} + ")";
    if (row.text("c") == "with")
        into.with.emplace_back(rank_of(*tie), said);
    else if (rank_of(*tie) < 2)
        into.apart.emplace_back(rank_of(*tie), said);
}

void take(const Row& row, Gathered& into)
{
    const std::string& what = row.text("what");
    if (what == "name") return take_name(row, into);
    if (what == "address") return take_address(row, into);
    if (what == "adult") return take_adult(row, into);
    const auto birth = from_code<BirthKind>(row.text("a"));
    const auto sex = from_code<Sex>(row.text("c"));
    ensure(birth && sex, "particulars that could not be written");
    into.summary = Summary{.id = row.id<ChildId>("child_id"),
                           .birth = Birth::held(*birth, row.maybe_day("b")),
                           .sex = *sex,
                           .died_on = row.maybe_day("d")};
}

std::vector<std::string> first_few(std::vector<std::pair<int, std::string>> ranked)
{
    std::ranges::sort(ranked);
    std::vector<std::string> few;
    for (const auto& [rank, said] : ranked)
        if (few.size() < adults_named_max) few.push_back(said);
    return few;
}

Summary put_together(Gathered gathered)
{
    Summary summary = *std::move(gathered.summary);
    std::ranges::sort(gathered.names);
    for (const auto& [rank, name] : gathered.names) {
        if (summary.name.empty()) summary.name = name;
        auto& others = summary.also_known_as;
        if (name != summary.name && std::ranges::find(others, name) == others.end())
            others.push_back(name);
    }
    summary.full_name = gathered.full[summary.name];
    CheckFacts facts{.unborn = summary.birth.is_unborn()};
    const auto home = gathered.addresses.find("home");
    const auto stays = gathered.addresses.find("staying");
    auto lives = gathered.addresses.find("placement");
    if (lives == gathered.addresses.end()) lives = stays;
    if (lives == gathered.addresses.end()) lives = home;
    if (lives != gathered.addresses.end()) {
        facts.lives_at = lives->second.short_form();
        if (lives == stays && home != gathered.addresses.end())
            facts.stays_away_from = home->second.short_form();
        if (lives->second.postcode) summary.area = lives->second.postcode->outcode();
    }
    facts.with = first_few(std::move(gathered.with));
    facts.parents_elsewhere = first_few(std::move(gathered.apart));
    summary.check = check_sentence(facts);
    return summary;
}

void hide_shielded(store::Records& records, Day on, std::vector<Summary>& all)
{
    std::vector<std::string> ids;
    for (const Summary& one : all) ids.push_back(one.id.text());
    const auto shielded = shield::on(records, ids, on);
    for (Summary& one : all) {
        if (!shielded.contains(one.id.text())) continue;
        one.places_hidden = true;
        one.area.clear();
        one.check = "where this child lives is kept from sight";
    }
}

/// Those whose names would look alike are shown with their middle names: Chloe Ann Marsden is not
/// Chloe May Marsden.
void tell_namesakes_apart(std::vector<Summary>& all)
{
    std::map<std::string, std::set<std::string>, std::less<>> full;
    for (const Summary& one : all) full[one.name].insert(one.full_name);
    for (Summary& one : all)
        if (full[one.name].size() > 1 && !one.full_name.empty()) one.name = one.full_name;
}

} // namespace

std::vector<Summary> summaries(store::Records& records, std::span<const ChildId> ids,
                               const office::AsOf& as_of, Sees sees)
{
    if (ids.empty()) return {};
    std::vector<store::Value> values{store::to_value(as_of.on), store::to_value(as_of.known())};
    for (const ChildId& id : ids) values.push_back(store::to_value(id));
    // The last one again, up to a power of two: the statement then has few forms, and each of them
    // stays prepared.
    const std::size_t places = std::bit_ceil(ids.size());
    values.resize(values.size() + places - ids.size(), values.back());
    std::map<std::string, Gathered, std::less<>> gathered;
    records.each(facts_sql(places), values,
                 [&](const Row& row) { take(row, gathered[row.text("child_id")]); });
    std::vector<Summary> all;
    for (const ChildId& id : ids) {
        const auto found = gathered.find(id.text());
        if (found == gathered.end() || !found->second.summary) continue;
        all.push_back(put_together(found->second));
    }
    tell_namesakes_apart(all);
    if (sees == Sees::what_is_open) hide_shielded(records, as_of.on, all);
    return all;
}

std::optional<Summary> summary(store::Records& records, const ChildId& id,
                               const office::AsOf& as_of, Sees sees)
{
    auto found = summaries(records, std::span{&id, 1}, as_of, sees);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

} // namespace heed::family
