#include "casefile/case_store.hpp"

#include "child/child_store.hpp"
#include "directory/directory_store.hpp"
#include "family/family_store.hpp"
#include "family/ties_store.hpp"
#include "links/links_store.hpp"
#include "plan/plan_store.hpp"

#include <algorithm>

namespace heed::casefile {

namespace {

std::vector<ChildNear> children_near(store::Records& records, const ChildId& id,
                                     const office::AsOf& as_of)
{
    std::vector<ChildNear> near;
    std::vector<ChildId> ids;
    for (auto& child : family::children_near(records, id, as_of)) {
        ids.push_back(child.id);
        near.push_back({.child = std::move(child)});
    }
    for (const plan::Plan& plan : plan::on(records, ids, as_of))
        for (ChildNear& one : near)
            if (one.child.id == plan.child) one.plan = plan;
    return near;
}

/// The family as one record of the child has it, beside what others had.
void add_family(store::Records& records, const ChildId& record, const office::AsOf& as_of,
                Case& into)
{
    for (auto& adult : family::adults_of(records, record, as_of))
        if (std::ranges::find(into.adults, adult.adult, &family::FamilyMember::adult) ==
            into.adults.end())
            into.adults.push_back(std::move(adult));
    for (auto& near : children_near(records, record, as_of))
        if (std::ranges::none_of(into.children, [&](const ChildNear& held) {
                return held.child.id == near.child.id;
            }))
            into.children.push_back(std::move(near));
}

/// What the family's pages show beside who is there now.
void read_ties(store::Records& records, Case& read)
{
    const ChildId& id = read.child.id;
    read.ties = family::ties_of(records, id, read.as_of);
    for (const auto& tied : read.ties) {
        if (!tied.held.adult || tied.held.days.cover(read.as_of.on)) continue;
        auto details = family::adult(records, *tied.held.adult, read.as_of);
        ensure(details.has_value(), "a tie to an adult who has no details");
        read.former_adults.push_back({.adult = *tied.held.adult,
                                      .details = *std::move(details),
                                      .relationship = tied.held.statement,
                                      .tie = tied.held.tie,
                                      .parental_responsibility = tied.held.parental_responsibility,
                                      .court_order = tied.held.court_order,
                                      .days = tied.held.days});
    }
    read.household = family::household_of_child(records, id, read.as_of);
    if (read.household)
        read.household_stays = family::stays_in(records, *read.household, read.as_of);
    read.own_stays = family::stays_of(records, id, read.as_of);
    std::vector<ChildId> ids{id};
    for (const ChildNear& near : read.children) ids.push_back(near.child.id);
    read.parents = family::parents_of(records, ids, read.as_of);
}

ChronologyLine line_of(const plan::PlanEvent& event)
{
    using What = plan::PlanEvent::What;
    const bool temporary = event.kind == plan::Kind::temporary;
    switch (event.what) {
    case What::begun:
        return {.on = event.on,
                .title = temporary ? "Came to stay with another authority's plan" : "Plan began",
                .text = event.words,
                .key = true};
    case What::ended:
        return {.on = event.on, .title = "Plan ended", .text = event.words, .key = true};
    case What::categories_changed:
        return {.on = event.on, .title = "Categories changed", .text = event.words, .key = true};
    case What::key_worker_changed:
        return {.on = event.on, .title = "Key worker", .text = event.words};
    case What::review_set: return {.on = event.on, .title = "Review date set", .text = event.words};
    case What::review_late: return {.on = event.on, .title = "Review is late", .text = event.words};
    }
    throw Broken{"a plan's event of no kind"};
}

} // namespace

std::optional<Case> read_case(store::Records& records, const ChildId& id, const office::AsOf& as_of,
                              const pack::Pack& pack)
{
    auto child = child::find(records, id, as_of);
    if (!child) return std::nullopt;
    const auto same = links::same_child(records, id);
    Case read{.as_of = as_of, .child = *std::move(child)};
    for (const ChildId& record : same) {
        auto plan = plan::on(records, record, as_of);
        if (plan && (!read.plan || read.plan->home)) read.plan = std::move(plan);
        auto ended = plan::last_ended(records, record, as_of);
        if (ended && (!read.ended_plan || *read.ended_plan->period.last() < *ended->period.last()))
            read.ended_plan = std::move(ended);
        add_family(records, record, as_of, read);
        if (record == id) continue;
        if (auto other = child::find(records, record, as_of))
            read.also.push_back(*std::move(other));
    }
    std::erase_if(read.children, [&](const ChildNear& near) {
        return std::ranges::find(same, near.child.id) != same.end();
    });
    read_ties(records, read);
    if (!read.plan) return read;
    if (const auto worker = read.plan->key_worker())
        read.key_worker = directory::find(records, *worker, as_of);
    const auto* address = read.child.lives_at(as_of.on);
    read.alarms = plan::alarms(
        *read.plan,
        {.key_worker_is_qualified = read.key_worker && read.key_worker->is_qualified_social_worker,
         .has_address = address != nullptr,
         .address_is_verified = address != nullptr && address->verified.has_value()},
        as_of.on, pack);
    return read;
}

std::vector<ChronologyLine> chronology(store::Records& records, const Case& about,
                                       const pack::Pack& pack,
                                       const std::vector<ChronologySource>& sources)
{
    std::vector<ChronologyLine> lines;
    for (const ChildId& record : about.records()) {
        for (const auto& event : plan::events_of(records, record, about.as_of, pack))
            lines.push_back(line_of(event));
        for (const ChronologySource& source : sources)
            std::ranges::move(source(records, record, about.as_of), std::back_inserter(lines));
    }
    std::ranges::move(lines_of(about.child), std::back_inserter(lines));
    for (const child::Child& other : about.also)
        std::ranges::move(lines_of(other), std::back_inserter(lines));
    sort(lines);
    return lines;
}

} // namespace heed::casefile
