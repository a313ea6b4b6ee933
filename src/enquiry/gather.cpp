#include "enquiry/gather.hpp"

#include "child/child_store.hpp"
#include "directory/directory_store.hpp"
#include "family/family_store.hpp"
#include "family/summary_store.hpp"
#include "plan/plan_store.hpp"

namespace heed::enquiry {

namespace {

using child::ChildId;
using office::AsOf;

constexpr std::size_t candidates_max = 10;

/// The candidates worth a look that this moment of the record knows, best first, with who they
/// are. The others are dropped.
std::vector<PossibleFacts> known(store::Records& records, matching::Answer& matches,
                                 const AsOf& as_of)
{
    matches.candidates.resize(matches.shown);
    std::vector<ChildId> ids;
    for (const auto& candidate : matches.candidates)
        if (auto id = ChildId::from(candidate.id)) ids.push_back(*std::move(id));
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

void search(store::Records& records, const matching::Finder& finder, const Asked& asked,
            const AsOf& as_of, Facts& facts)
{
    matching::Answer matches = finder.search(question_of(asked.about, as_of.on), candidates_max);
    facts.searched = matches.looked_at;
    facts.spellings = matches.spellings;
    facts.possible = known(records, matches, as_of);
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
    facts.child = family::summary(records, *id, as_of);
    if (!facts.child) return refuse(RefusalCode::not_found, "child_id");
    facts.meant = matching::Meant::one;
    facts.searched = finder.size();
    return {};
}

void read_household(store::Records& records, const ChildId& child, const AsOf& as_of, Facts& facts)
{
    facts.household_id = family::household_of_child(records, child, as_of);
    std::vector<ChildId> ids;
    for (auto& other : family::household_of(records, child, as_of)) {
        ids.push_back(other.id);
        facts.household.push_back({std::move(other), std::nullopt});
    }
    if (ids.empty()) return;
    for (auto& plan : plan::on(records, ids, as_of)) {
        const auto whose = std::ranges::find(facts.household, plan.child,
                                             [](const auto& other) { return other.child.id; });
        if (whose != facts.household.end()) whose->plan = std::move(plan);
    }
}

void read_standing(store::Records& records, const ChildId& child, const AsOf& as_of, Facts& facts)
{
    facts.plan = plan::on(records, child, as_of);
    if (!facts.plan) facts.ended_plan = plan::last_ended(records, child, as_of);
    const auto& telling = facts.plan ? facts.plan : facts.ended_plan;
    if (telling && telling->key_worker())
        facts.key_worker = directory::find(records, *telling->key_worker(), as_of);
    read_household(records, child, as_of, facts);
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
    if (facts.child) read_standing(records, facts.child->id, as_of, facts);
    facts.number_held = directory::holder_of_number(records, asked.caller.called_back).has_value();
    return facts;
}

} // namespace heed::enquiry
