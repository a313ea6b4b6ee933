#include "review/record_store.hpp"

#include "child/child_store.hpp"
#include "family/family_store.hpp"
#include "family/people.hpp"
#include "links/links_store.hpp"
#include "plan/plan_store.hpp"

namespace heed::review {

namespace {

using child::ChildId;
using Lines = std::vector<std::string>;

std::string dated(std::string words, const child::Days& days)
{
    if (days.to) words += " (until " + in_words(*days.to) + ")";
    return words;
}

Lines names_of(const child::Child& child)
{
    Lines lines;
    for (const auto& held : child.names) {
        std::string line = held.name.full();
        if (held.kind != child::NameKind::legal)
            line += " (" + std::string{child::label(held.kind)} + ")";
        lines.push_back(dated(line, held.days));
    }
    return lines;
}

Lines places_of(const child::Child& child)
{
    Lines lines;
    for (const auto& held : child.addresses)
        lines.push_back(dated(held.address.in_line(), held.days));
    return lines;
}

Lines involved_of(const child::Child& child, Day on)
{
    Lines lines;
    for (const auto& held : child.involved)
        if (held.days.cover(on) && !held.words.empty())
            lines.push_back(std::string{child::label(held.part)} + ": " + held.words);
    return lines;
}

Lines plans_of(store::Records& records, const ChildId& id, const office::AsOf& as_of,
               const pack::Pack& pack)
{
    Lines lines;
    for (const plan::Plan& plan : plan::plans_of(records, id, as_of)) {
        std::string line = "since " + in_words(plan.period.first());
        if (plan.period.last()) line += " until " + in_words(*plan.period.last());
        for (const auto& category : plan.categories)
            if (const auto* held = pack.category(category.code)) line += ", " + held->label;
        lines.push_back(line);
    }
    return lines;
}

} // namespace

std::optional<RecordFacts> read_record(store::Records& records, const RecordId& id,
                                       const office::AsOf& as_of, const pack::Pack& pack)
{
    const auto child_id = ChildId::from(id);
    if (!child_id) return std::nullopt;
    const auto child = child::find(records, *child_id, as_of);
    auto person = family::described(records, *child_id);
    if (!child || !person) return std::nullopt;
    RecordFacts facts{.id = id,
                      .title = child->name_on(as_of.on).spoken(),
                      .has_page = true,
                      .person = *std::move(person)};
    facts.lines[Part::names] = names_of(*child);
    facts.lines[Part::born] = {child->particulars.birth.in_words()};
    facts.lines[Part::sex] = {std::string{child::label(child->particulars.sex)}};
    facts.lines[Part::places] = places_of(*child);
    for (const auto& adult : family::adults_of(records, *child_id, as_of))
        facts.lines[Part::carers].push_back(
            adult.details.name + " (" +
            (adult.role.empty() ? std::string{family::label(adult.tie)} : adult.role) + ")");
    for (const auto& other : family::children_near(records, *child_id, as_of))
        facts.lines[Part::household].push_back(other.name + " (" + other.relation + ")");
    for (const auto& number : child->identifiers)
        facts.lines[Part::numbers].push_back(number.in_words());
    facts.lines[Part::involved] = involved_of(*child, as_of.on);
    facts.lines[Part::plan] = plans_of(records, *child_id, as_of, pack);
    facts.has_plan = !facts.lines[Part::plan].empty();
    return facts;
}

bool has_plan(store::Records& records, const RecordId& id, const office::AsOf& as_of)
{
    for (const RecordId& record : links::same_child(records, id))
        if (const auto child = ChildId::from(record))
            if (!plan::plans_of(records, *child, as_of).empty()) return true;
    return false;
}

} // namespace heed::review
