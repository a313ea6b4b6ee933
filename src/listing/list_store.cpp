#include "listing/list_store.hpp"

#include "child/child_store.hpp"
#include "directory/directory_store.hpp"
#include "family/family_store.hpp"
#include "links/links_store.hpp"
#include "plan/plan_store.hpp"
#include "shield/shield_store.hpp"

#include <algorithm>
#include <map>

namespace heed::listing {

namespace {

plan::Surroundings surroundings(const Line& line, Day on)
{
    const auto* address = line.child.lives_at(on);
    return {.key_worker_is_qualified =
                line.key_worker && line.key_worker->is_qualified_social_worker,
            .has_address = address != nullptr,
            .address_is_verified = address != nullptr && address->verified.has_value()};
}

void read_family(store::Records& records, Line& line, const office::AsOf& as_of)
{
    for (const auto& adult : family::adults_of(records, line.child.id, as_of))
        line.parents_and_carers.push_back(
            adult.details.name + " (" +
            (adult.role.empty() ? std::string{family::label(adult.tie)} : adult.role) + ")");
    auto others = family::household_of(records, line.child.id, as_of);
    shield::leave_out(records, as_of.on, others, [](const auto& other) { return other.id.text(); });
    for (const auto& other : others)
        line.household_children.push_back(other.name + " (" + other.relation + ")");
}

std::string as_another_record(const Line& line, Day on)
{
    std::string words =
        line.name(on).spoken() + ", plan since " + in_words(line.plan.period.first());
    if (line.key_worker) words += ", key worker " + line.key_worker->name;
    return words;
}

/// Two records of one child, each with a plan, are one line: the plan that began first, and the
/// other beside it, with the alarms of both.
void list_each_child_once(store::Records& records, List& list)
{
    std::vector<links::RecordId> ids;
    for (const Line& line : list.lines) ids.push_back(line.child.id.text());
    const auto clusters = links::clusters_of(records, ids, list.as_of);
    if (clusters.empty()) return;
    std::map<links::RecordId, std::size_t> first;
    std::vector<Line> once;
    for (Line& line : list.lines) {
        const auto [at, is_new] = first.try_emplace(clusters.of(line.child.id.text()), once.size());
        if (is_new) {
            once.push_back(std::move(line));
            continue;
        }
        Line& kept = once[at->second];
        if (line.plan.period.first() < kept.plan.period.first()) std::swap(kept, line);
        kept.also_recorded_as = std::move(line.also_recorded_as);
        kept.also_recorded_as.push_back(as_another_record(line, list.as_of.on));
        for (const Alarm alarm : line.alarms)
            if (std::ranges::find(kept.alarms, alarm) == kept.alarms.end())
                kept.alarms.push_back(alarm);
    }
    list.lines = std::move(once);
}

/// A list is printed and carried away as a file: what a shield keeps from sight is in none, whoever
/// asks. A child who is shielded now is not shown as they were known at a past moment either.
void hide_shielded(store::Records& records, List& list)
{
    std::vector<std::string> ids;
    for (const Line& line : list.lines) ids.push_back(line.child.id.text());
    const auto shielded = shield::on_any_day(records, ids);
    if (shielded.empty()) return;
    for (Line& line : list.lines) {
        if (!shielded.contains(line.child.id.text())) continue;
        line.child.addresses.clear();
        line.child.involved.clear();
        line.parents_and_carers.clear();
        line.household_children.clear();
    }
}

} // namespace

List list(store::Records& records, const office::AsOf& as_of, const pack::Pack& pack,
          Details details)
{
    const auto plans = plan::all_on(records, as_of);
    std::vector<ChildId> ids;
    ids.reserve(plans.size());
    for (const plan::Plan& plan : plans) ids.push_back(plan.child);
    std::map<std::string, child::Child, std::less<>> children;
    for (child::Child& child : child::find(records, ids, as_of))
        children.emplace(child.id.text(), std::move(child));
    std::map<std::string, directory::Professional, std::less<>> professionals;
    for (directory::Professional& one : directory::professionals(records, as_of))
        professionals.emplace(one.id.text(), std::move(one));

    List list{.as_of = as_of};
    for (const plan::Plan& plan : plans) {
        const auto child = children.find(plan.child.text());
        ensure(child != children.end(), "a plan of a child who is not known");
        Line line{.plan = plan, .child = child->second};
        if (const auto worker = plan.key_worker())
            if (const auto held = professionals.find(worker->text()); held != professionals.end())
                line.key_worker = held->second;
        line.alarms = plan::alarms(plan, surroundings(line, as_of.on), as_of.on, pack);
        if (details == Details::with_families) read_family(records, line, as_of);
        list.lines.push_back(std::move(line));
    }
    list_each_child_once(records, list);
    hide_shielded(records, list);
    return list;
}

} // namespace heed::listing
