#include "enquiry/gather.hpp"

#include "child/child_store.hpp"
#include "directory/directory_store.hpp"
#include "family/family_store.hpp"
#include "family/summary_store.hpp"
#include "feed/described.hpp"
#include "held/described.hpp"
#include "held/held_store.hpp"
#include "links/links_store.hpp"
#include "permission/users.hpp"
#include "plan/plan_store.hpp"
#include "shield/shield_store.hpp"

#include <algorithm>
#include <set>

namespace heed::enquiry {

namespace {

using child::ChildId;
using office::AsOf;

constexpr std::size_t candidates_max = 10;

/// The candidates worth a look that this moment of the record knows, best first, with who they
/// are. The others are dropped.
std::vector<PossibleFacts> known(store::Records& records, matching::Answer& matches,
                                 const AsOf& as_of, Facts& facts)
{
    matches.candidates.resize(matches.shown);
    std::vector<ChildId> ids;
    for (const auto& candidate : matches.candidates)
        if (auto id = ChildId::from(candidate.id))
            ids.push_back(*std::move(id));
        else if (const auto feed_id = feed::feed_id_of(candidate.id))
            facts.only_indexed.emplace_back(*feed_id);
    std::map<std::string, family::Summary> by_id;
    for (auto& summary : family::summaries(records, ids, as_of))
        by_id.emplace(summary.id.text(), std::move(summary));
    std::vector<PossibleFacts> found;
    // Somebody written a moment after this one began is not in it, and cannot be told of.
    std::erase_if(matches.candidates, [&](const matching::Candidate& candidate) {
        const auto summary = by_id.find(candidate.id);
        if (summary == by_id.end()) return true;
        found.push_back({std::move(summary->second), matching::why(candidate)});
        return false;
    });
    matches.shown = matches.candidates.size();
    return found;
}

/// Candidates who are records of one child become one. One that only the children's index holds, of
/// a child whom the record holds too, becomes that child: their plan must not be missed.
void take_records_as_one(store::Records& records, matching::Answer& matches)
{
    std::vector<links::RecordId> ids;
    for (const auto& candidate : matches.candidates) ids.push_back(candidate.id);
    const auto clusters = links::clusters_of(records, ids);
    if (clusters.empty()) return;
    matching::take_as_one(matches, [&](const std::string& id) { return clusters.of(id); });
    for (auto& candidate : matches.candidates) {
        if (!clusters.has(candidate.id) || ChildId::from(candidate.id)) continue;
        for (const links::RecordId& other : links::same_child(records, candidate.id))
            if (ChildId::from(other)) candidate.id = other;
    }
}

/// How a child stands, asked ahead of read_standing() which will need it.
void ask_standing_ahead(store::Records& records, const ChildId& child, const AsOf& as_of)
{
    records.ahead([&] {
        static_cast<void>(links::same_child(records, child));
        static_cast<void>(plan::on(records, child, as_of));
        static_cast<void>(plan::last_ended(records, child, as_of));
        static_cast<void>(family::household_of_child(records, child, as_of));
        static_cast<void>(family::household_of(records, child, as_of));
    });
}

void search(store::Records& records, const matching::Finder& finder, const Asked& asked,
            const AsOf& as_of, Facts& facts)
{
    matching::Answer matches = finder.search(question_of(asked.about, as_of.on), candidates_max);
    facts.searched = matches.looked_at;
    facts.spellings = matches.spellings;
    take_records_as_one(records, matches);
    if (matching::one_is_meant(matches) == matching::Meant::one)
        if (const auto likely = ChildId::from(matches.candidates.front().id))
            ask_standing_ahead(records, *likely, as_of);
    facts.possible = known(records, matches, as_of, facts);
    facts.meant = matching::one_is_meant(matches);
    if (facts.meant != matching::Meant::one) return;
    facts.child = std::move(facts.possible.front().child);
    facts.possible.erase(facts.possible.begin());
}

Outcome<void> pick(store::Records& records, const matching::Finder& finder, const Asked& asked,
                   const AsOf& as_of, Facts& facts)
{
    const auto id = ChildId::from(*asked.child_id);
    if (!id) return refuse(RefusalCode::not_found, "child_id");
    ask_standing_ahead(records, *id, as_of);
    facts.child = family::summary(records, *id, as_of);
    if (!facts.child) return refuse(RefusalCode::not_found, "child_id");
    facts.meant = matching::Meant::one;
    facts.searched = finder.size();
    return {};
}

/// Which records are of one child, of all that are asked about here.
links::Clusters clusters_near(store::Records& records, const Facts& facts)
{
    std::vector<links::RecordId> ids;
    for (const ChildId& record : facts.records) ids.push_back(record.text());
    for (const auto& other : facts.household) ids.push_back(other.child.id.text());
    return links::clusters_of(records, ids);
}

/// Of other children: each is on a plan when any record of theirs is.
void read_plans_of_others(store::Records& records, const links::Clusters& clusters,
                          const AsOf& as_of, Facts& facts)
{
    std::map<ChildId, std::size_t> whose;
    std::vector<ChildId> all;
    for (std::size_t at = 0; at < facts.household.size(); ++at) {
        const ChildId& id = facts.household[at].child.id;
        const auto same =
            clusters.has(id.text()) ? links::same_child(records, id) : std::vector<ChildId>{id};
        for (const ChildId& record : same)
            if (whose.try_emplace(record, at).second) all.push_back(record);
    }
    for (auto& plan : plan::on(records, all, as_of)) {
        auto& held = facts.household[whose.at(plan.child)].plan;
        if (!held || held->kind != plan::Kind::own) held = std::move(plan);
    }
}

/// Whoever works with the other children hears of the enquiry when the child has no plan.
void read_key_workers_of_others(store::Records& records, const AsOf& as_of, Facts& facts)
{
    if (facts.plan) return;
    for (auto& other : facts.household)
        if (other.plan && other.plan->key_worker())
            other.key_worker = directory::find(records, *other.plan->key_worker(), as_of);
}

/// Who of the key workers sees a notice.
void read_readers(store::Records& records, Facts& facts)
{
    std::set<directory::ProfessionalId> all;
    if (facts.key_worker) all.insert(facts.key_worker->id);
    for (const auto& other : facts.other_key_workers) all.insert(other.id);
    for (const auto& other : facts.household)
        if (other.key_worker) all.insert(other.key_worker->id);
    facts.users = directory::users_of(records, all);
}

/// The first Designated Manager of whom the directory knows a number.
std::string manager_telephone(store::Records& records, const AsOf& as_of)
{
    for (const auto& user :
         permission::users_in_role(records, permission::Role::designated_manager))
        if (const auto manager =
                directory::who_is(records, user.id.text(), user.professional, as_of);
            manager && !manager->telephone.empty())
            return manager->telephone;
    return {};
}

/// Whoever is meant is asked about in the record's words, too: they may have been picked.
std::vector<matching::Question> questions_of(const Asked& asked, const Facts& facts, Day today)
{
    std::vector<matching::Question> all;
    if (auto said = question_of(asked.about, today); !said.empty()) all.push_back(std::move(said));
    if (!facts.child) return all;
    matching::Question known;
    known.name = facts.child->name;
    known.born = matching::born_from_iso(facts.child->birth.iso());
    all.push_back(std::move(known));
    return all;
}

/// What is held is not in the record: a no must say so. Rows are looked at only when there are any,
/// and the answer is no clear yes.
void read_held(store::Records& records, const Asked& asked, const AsOf& as_of, Facts& facts)
{
    facts.rows_held = held::count(records);
    if (facts.rows_held == 0 || facts.plan) return;
    facts.rows_like = held::like(held::people(records), questions_of(asked, facts, as_of.on));
    if (!facts.rows_like.empty()) facts.manager_telephone = manager_telephone(records, as_of);
}

/// What is told is kept under its receipt and read by others later, so it never holds what a shield
/// keeps from sight, whoever asked. That another child of the household has a plan still counts.
void note_shields(store::Records& records, const AsOf& as_of, Facts& facts)
{
    std::vector<std::string> ids;
    for (const ChildId& record : facts.records) ids.push_back(record.text());
    for (const auto& other : facts.household) ids.push_back(other.child.id.text());
    const auto shielded = shield::on(records, ids, as_of.on);
    facts.household_hidden = facts.child->places_hidden;
    for (auto& other : facts.household) other.hidden = shielded.contains(other.child.id.text());
}

/// The households of every record of the child, each other child once.
void read_household(store::Records& records, const AsOf& as_of, Facts& facts)
{
    for (const ChildId& record : facts.records) {
        if (!facts.household_id)
            facts.household_id = family::household_of_child(records, record, as_of);
        for (auto& other : family::household_of(records, record, as_of))
            facts.household.push_back({.child = std::move(other)});
    }
    if (facts.household.empty()) return;
    const auto clusters = clusters_near(records, facts);
    std::set<std::string> seen;
    for (const ChildId& record : facts.records) seen.insert(clusters.of(record.text()));
    std::erase_if(facts.household, [&](const HouseholdFacts& other) {
        return !seen.insert(clusters.of(other.child.id.text())).second;
    });
    if (!facts.household.empty()) read_plans_of_others(records, clusters, as_of, facts);
    note_shields(records, as_of, facts);
}

/// The plan that is told of: this authority's before another's, then the one that began first.
void choose_plan(std::vector<plan::Plan> plans, Facts& facts)
{
    std::ranges::sort(plans, {}, [](const plan::Plan& plan) {
        return std::tuple{plan.kind != plan::Kind::own, plan.period.first(), plan.id};
    });
    if (plans.empty()) return;
    facts.plan = std::move(plans.front());
    facts.other_plans.assign(std::make_move_iterator(plans.begin() + 1),
                             std::make_move_iterator(plans.end()));
}

/// The record that holds the plan is the one that is shown; the others are told beside it.
void show_record_with_plan(store::Records& records, const AsOf& as_of, Facts& facts)
{
    if (facts.records.size() == 1) return;
    const auto& telling = facts.plan ? facts.plan : facts.ended_plan;
    for (auto& summary : family::summaries(records, facts.records, as_of)) {
        const bool shown = telling ? summary.id == telling->child : summary.id == facts.child->id;
        if (shown)
            facts.child = std::move(summary);
        else
            facts.also_recorded.push_back(std::move(summary));
    }
}

void read_standing(store::Records& records, const AsOf& as_of, Facts& facts)
{
    facts.records = links::same_child(records, facts.child->id);
    choose_plan(plan::on(records, facts.records, as_of), facts);
    if (!facts.plan)
        for (const ChildId& record : facts.records)
            if (auto ended = plan::last_ended(records, record, as_of);
                ended &&
                (!facts.ended_plan || *facts.ended_plan->period.last() < *ended->period.last()))
                facts.ended_plan = std::move(ended);
    show_record_with_plan(records, as_of, facts);
    const auto& telling = facts.plan ? facts.plan : facts.ended_plan;
    if (telling && telling->key_worker())
        facts.key_worker = directory::find(records, *telling->key_worker(), as_of);
    for (const plan::Plan& plan : facts.other_plans)
        if (plan.key_worker())
            if (auto worker = directory::find(records, *plan.key_worker(), as_of))
                facts.other_key_workers.push_back(*std::move(worker));
    read_household(records, as_of, facts);
}

} // namespace

Outcome<Facts> gather(store::Records& records, const matching::Finder& finder, const Asked& asked,
                      Moment now)
{
    const AsOf as_of{day_in_england(now)};
    Facts facts{.as_of = now};
    if (asked.child_id)
        TRY_VOID(pick(records, finder, asked, as_of, facts));
    else
        search(records, finder, asked, as_of, facts);
    if (facts.child) {
        read_standing(records, as_of, facts);
        read_key_workers_of_others(records, as_of, facts);
        read_readers(records, facts);
    }
    read_held(records, asked, as_of, facts);
    facts.number_held = directory::holder_of_number(records, asked.caller.called_back).has_value();
    return facts;
}

} // namespace heed::enquiry
