#include "family/take_up_store.hpp"

#include "child/child_store.hpp"
#include "family/family_store.hpp"
#include "feed/described.hpp"
#include "index/index_store.hpp"
#include "links/possible_store.hpp"
#include "shield/shield_store.hpp"

namespace heed::family {

namespace {

/// As much of a text as a name may have.
std::string_view part(const std::string& text) { return std::string_view{text}.substr(0, 100); }

std::vector<child::NameHeld> names_of(const matching::Person& person)
{
    std::vector<child::NameHeld> names;
    for (const auto& name : person.names) {
        auto held = child::Name::of(part(name.forename), part(name.middle), part(name.surname));
        if (!held) continue; // Nothing is written there: an unborn child, for instance.
        names.push_back({.name = *std::move(held),
                         .kind = names.empty() ? child::NameKind::legal : child::NameKind::alias});
    }
    if (names.empty()) names.push_back({.name = *child::Name::of("", "", "Unknown")});
    return names;
}

Birth birth_of(const matching::Person& person)
{
    switch (person.birth.kind) {
    case matching::BirthKind::unknown: return Birth::unknown();
    case matching::BirthKind::known: return Birth::known(person.birth.day);
    case matching::BirthKind::expected: return Birth::expected(person.birth.day);
    case matching::BirthKind::estimated_year: break;
    }
    return Birth::estimated(static_cast<int>(std::chrono::year_month_day{person.birth.day}.year()));
}

/// Only where the child lives now: since when they lived elsewhere, the index does not say, and it
/// finds them by their former postcode all the same.
std::vector<child::AddressHeld> addresses_of(const matching::Person& person)
{
    std::vector<child::AddressHeld> addresses;
    for (const auto& place : person.places) {
        if (!place.current) continue;
        child::Address address{place.house, place.street, place.town, place.area};
        if (auto postcode = child::Postcode::from(place.postcode)) address.postcode = *postcode;
        addresses.push_back({.address = std::move(address)});
    }
    return addresses;
}

child::NewChild new_child(const std::string& feed_id, const matching::Person& person)
{
    child::NewChild child{.particulars = {.birth = birth_of(person)},
                          .names = names_of(person),
                          .addresses = addresses_of(person)};
    if (person.sex == matching::Sex::female) child.particulars.sex = Sex::female;
    if (person.sex == matching::Sex::male) child.particulars.sex = Sex::male;
    if (auto number = child::Identifier::of(child::IdentifierKind::feed, feed_id))
        child.identifiers.push_back(*std::move(number));
    return child;
}

Outcome<void> add_family(store::Transaction& records, const office::Stamp& stamp,
                         const ChildId& child, const matching::Person& person)
{
    std::optional<HouseholdId> household;
    if (!person.household.empty()) {
        household = household_numbered(records, stamp, person.household);
        TRY_VOID(joins(records, stamp, {.household = *household, .child = child}));
    }
    for (const std::string& carer : person.carers) {
        auto adult = household ? adult_in(records, *household, carer) : std::nullopt;
        if (!adult) {
            adult = TRY(add_adult(records, stamp, {.name = std::string{part(carer)}}));
            if (household)
                TRY_VOID(joins(records, stamp, {.household = *household, .adult = adult}));
        }
        TRY_VOID(
            relate(records, stamp, {.child = child, .adult = adult, .tie = Tie::parent_or_carer}));
    }
    return {};
}

/// What was said of the child under the index's name for them holds under the record's.
Outcome<void> carry_over(store::Transaction& records, const office::Stamp& stamp,
                         const std::string& key, const ChildId& child)
{
    for (const auto& shield : shield::of(records, key))
        TRY_VOID(shield::set(
            records, stamp,
            {child.text(), shield.kind, shield.from, shield.to, shield.reason, shield.by}));
    for (links::Waiting& waiting : links::waiting_about(records, key)) {
        links::Possible possible = std::move(waiting);
        const auto& other = possible.pair.one == key ? possible.pair.other : possible.pair.one;
        const auto pair = links::Pair::of(child.text(), other);
        if (!pair) continue;
        possible.pair = *pair;
        links::propose(records, stamp, possible);
    }
    return {};
}

} // namespace

Outcome<ChildId> take_up(store::Transaction& records, const office::Stamp& stamp,
                         const std::string& feed_id)
{
    const auto number = TRY(child::Identifier::of(child::IdentifierKind::feed, feed_id));
    if (const auto known = child::with_identifier(records, number)) return *known;
    const auto version = index::current(records, feed_id);
    if (!version) return refuse(RefusalCode::not_found, "child_id");
    const matching::Person person = feed::described(index::fields_of(*version));
    const ChildId child = TRY(child::add(records, stamp, new_child(feed_id, person)));
    TRY_VOID(add_family(records, stamp, child, person));
    TRY_VOID(carry_over(records, stamp, feed::key_of(feed_id), child));
    return child;
}

} // namespace heed::family
