#include "listing/list_store.hpp"

#include "child/child_store.hpp"
#include "directory/directory_store.hpp"
#include "family/family_store.hpp"
#include "plan/plan_store.hpp"

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
    for (const auto& other : family::household_of(records, line.child.id, as_of))
        line.household_children.push_back(other.name + " (" + other.relation + ")");
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
    return list;
}

} // namespace heed::listing
