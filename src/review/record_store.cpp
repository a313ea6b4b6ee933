#include "review/record_store.hpp"

#include "child/child_store.hpp"
#include "family/family_store.hpp"
#include "family/people.hpp"
#include "feed/described.hpp"
#include "index/index_store.hpp"
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

std::string in_line(const matching::Place& place)
{
    std::string words;
    for (const std::string* part :
         {&place.house, &place.street, &place.town, &place.area, &place.postcode})
        if (!part->empty())
            words += (words.empty() ? "" : part == &place.street ? " " : ", ") + *part;
    return place.current ? words : words + " (before)";
}

std::string born_in_words(const matching::Birth& birth)
{
    switch (birth.kind) {
    case matching::BirthKind::unknown: return "Not known";
    case matching::BirthKind::known: return in_words(birth.day);
    case matching::BirthKind::estimated_year:
        return child::Birth::held(child::BirthKind::estimated_year, birth.day).in_words();
    case matching::BirthKind::expected: return "expected " + in_words(birth.day);
    }
    throw Broken{"a birth of a kind that there is not"};
}

/// Of a child whom only the children's index knows.
std::optional<RecordFacts> read_indexed(store::Records& records, const RecordId& id)
{
    const auto feed_id = feed::feed_id_of(id);
    if (!feed_id) return std::nullopt;
    const auto version = index::current(records, std::string{*feed_id});
    if (!version) return std::nullopt;
    RecordFacts facts{.id = id, .person = feed::described(index::fields_of(*version))};
    for (const auto& name : facts.person.names) {
        std::string words;
        for (const std::string* part : {&name.forename, &name.middle, &name.surname})
            if (!part->empty()) words += (words.empty() ? "" : " ") + *part;
        if (facts.title.empty()) facts.title = words;
        facts.lines[Part::names].push_back(words);
    }
    facts.lines[Part::born] = {born_in_words(facts.person.birth)};
    if (facts.person.sex != matching::Sex::unknown)
        facts.lines[Part::sex] = {facts.person.sex == matching::Sex::female ? "Girl" : "Boy"};
    for (const auto& place : facts.person.places)
        facts.lines[Part::places].push_back(in_line(place));
    facts.lines[Part::carers] = facts.person.carers;
    facts.lines[Part::numbers] = {"Children's index " + std::string{*feed_id}};
    return facts;
}

} // namespace

std::optional<RecordFacts> read_record(store::Records& records, const RecordId& id,
                                       const office::AsOf& as_of, const pack::Pack& pack)
{
    const auto child_id = ChildId::from(id);
    if (!child_id) return read_indexed(records, id);
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
