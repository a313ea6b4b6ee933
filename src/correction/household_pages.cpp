#include "correction/correction_pages.hpp"

#include "child/child_store.hpp"
#include "core/too_early.hpp"
#include "correction/field_words_page.hpp"
#include "family/family_store.hpp"
#include "markup/components.hpp"

namespace heed::correction {

namespace {

using family::AdultId;
using family::Housed;
using markup::Html;
using office::Sheet;
// One stay. `of` is the statement's id.

const Housed* stay_of(const Scene& scene)
{
    for (const auto* stays : {&scene.about.household_stays, &scene.about.own_stays})
        for (const auto& one : *stays)
            if (one.held.statement.text() == scene.of) return &one;
    return nullptr;
}

MaybeFields stay_held(const Scene& scene)
{
    const auto* stay = stay_of(scene);
    if (stay == nullptr) return std::nullopt;
    web::Fields fields{{"lives", stay->held.visits ? "visits" : "lives"},
                       {"role", stay->held.role}};
    office::put_day(fields, "from", stay->held.days.from);
    office::put_day(fields, "to", stay->held.days.to);
    return fields;
}

std::vector<forms::Choice> lives_or_visits()
{
    auto choices = choices_of("lives");
    choices.pop_back();
    return choices;
}

Html stay_fields(const Scene& scene, const Sheet& sheet)
{
    FieldSet fields{sheet};
    if (const auto* stay = stay_of(scene))
        fields.add(markup::paragraph(stay->name + ", in this household."));
    return fields
        .radios("how", {{.text = "It is another, or has ended", .value = "correct"},
                        {.text = "They never lived there or visited", .value = "withdrawn"}})
        .radios("lives", lives_or_visits())
        .input("role", "For instance: mother's partner, lodger")
        .date("from", "Leave empty when it is not known")
        .date("to", "Their last day there; leave empty while it goes on")
        .html();
}

Outcome<Also> change_stay(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    const auto* stay = stay_of(scene);
    if (stay == nullptr) return refuse(RefusalCode::not_found);
    Also also;
    if (stay->held.child && *stay->held.child != scene.about.child.id)
        also.push_back(*stay->held.child);
    if (sheet.text("how") == "withdrawn") {
        TRY_VOID(family::withdraw_stay(to.records, to.stamp, stay->held.statement));
        return also;
    }
    family::Stay put_right = stay->held;
    put_right.visits = sheet.text("lives") == "visits";
    put_right.role = sheet.text("role");
    put_right.days = {TRY(sheet.maybe_day("from")), TRY(sheet.maybe_day("to"))};
    TRY_VOID(family::correct_stay(to.records, to.stamp, stay->held.statement, put_right));
    return also;
}

// Somebody of the family comes to live there, or begins to visit

MaybeFields new_stay_held(const Scene& scene)
{
    if (!scene.about.household) return std::nullopt;
    return web::Fields{{"lives", "lives"}};
}

/// A person as a form sends them: a letter for what they are, and the id.
std::string choice_of(const AdultId& adult) { return "a" + adult.text(); }
std::string choice_of(const ChildId& child) { return "c" + child.text(); }

Html new_stay_fields(const Scene& scene, const Sheet& sheet)
{
    std::vector<forms::Choice> who;
    for (const auto& adult : scene.about.adults)
        if (!adult.lives_with_child && !adult.visits)
            who.push_back({.text = adult.details.name, .value = choice_of(adult.adult)});
    for (const auto& near : scene.about.children)
        if (!near.child.lives_with_child && !near.child.visits)
            who.push_back({.text = near.child.name, .value = choice_of(near.child.id)});
    FieldSet fields{sheet};
    if (who.empty())
        fields.add(markup::inset_text(
            {.text = "Everybody of the family lives or visits there already. Add whoever is new as "
                     "a parent, carer or relative first."}));
    else
        fields.radios("who", std::move(who));
    return fields.radios("lives", lives_or_visits())
        .input("role", "For instance: mother's partner, lodger")
        .date("from", "Leave empty when it is not known")
        .html();
}

Outcome<Also> add_stay(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    if (!scene.about.household) return refuse(RefusalCode::not_found);
    const std::string who = sheet.text("who");
    family::Stay stay{.household = *scene.about.household,
                      .visits = sheet.text("lives") == "visits",
                      .role = sheet.text("role"),
                      .days = {TRY(sheet.maybe_day("from")), {}}};
    if (who.starts_with("a")) stay.adult = AdultId::from(who.substr(1));
    if (who.starts_with("c")) stay.child = ChildId::from(who.substr(1));
    if (!stay.adult && !stay.child) return refuse(RefusalCode::needed, "who");
    TRY_VOID(family::joins(to.records, to.stamp, stay));
    Also also;
    if (stay.child) also.push_back(*stay.child);
    return also;
}

// The child moves

MaybeFields move_held(const Scene&) { return web::Fields{{"kind", "home"}}; }

Html move_fields(const Scene& scene, const Sheet& sheet)
{
    std::vector<forms::Choice> where;
    for (const auto& near : scene.about.children)
        if (!near.child.lives_with_child)
            where.push_back({.text = "To the household of " + near.child.name,
                             .value = choice_of(near.child.id)});
    where.push_back({.text = "To a household whose number is written below", .value = "number"});
    where.push_back({.text = "To a household that is not in the record yet", .value = "new"});
    where.push_back({.text = "To nobody's household, for instance a hospital", .value = "none"});
    FieldSet fields{sheet};
    fields.date("from", "The first day there: the child lived with the others until the day before")
        .radios("where", std::move(where))
        .input("household_number", "This authority's own");
    return fields.heading("Where it is").address().radios("kind").html();
}

/// The household that was chosen; nothing for none.
Outcome<std::optional<family::HouseholdId>> household_in(const Writing& to, const Scene& scene,
                                                         const Sheet& sheet)
{
    const std::string where = sheet.text("where");
    if (where == "none") return std::nullopt;
    if (where == "new") return family::household_numbered(to.records, to.stamp, "");
    if (where == "number") {
        if (sheet.text("household_number").empty())
            return refuse(RefusalCode::needed, "household_number");
        return family::household_numbered(to.records, to.stamp, sheet.text("household_number"));
    }
    const auto child = where.starts_with("c") ? ChildId::from(where.substr(1)) : std::nullopt;
    if (!child) return refuse(RefusalCode::needed, "where");
    auto household = family::household_of_child(to.records, *child, scene.about.as_of);
    if (household) return household;
    // Nobody wrote yet in whose household that child lives: now they live in one together.
    household = family::household_numbered(to.records, to.stamp, "");
    TRY_VOID(family::joins(to.records, to.stamp, {.household = *household, .child = child}));
    return household;
}

Outcome<Also> move_child(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    const Day from = TRY(sheet.day("from"));
    const ChildId& child = scene.about.child.id;
    const auto household = TRY(household_in(to, scene, sheet));
    const auto address = TRY(address_in(sheet, {from, {}}));
    TRY_VOID(family::leaves(to.records, to.stamp, child, from - std::chrono::days{1}));
    if (household)
        TRY_VOID(family::joins(to.records, to.stamp,
                               {.household = *household, .child = child, .days = {from, {}}}));
    TRY_VOID(child::moved(to.records, to.stamp, child, address));
    return Also{};
}

// The household moves

/// Those who live there today.
std::vector<const Housed*> who_live_there(const Scene& scene)
{
    std::vector<const Housed*> found;
    for (const auto& one : scene.about.household_stays)
        if (!one.held.visits && one.held.days.cover(scene.today())) found.push_back(&one);
    return found;
}

MaybeFields household_move_held(const Scene& scene)
{
    if (!scene.about.household) return std::nullopt;
    web::Fields fields;
    for (const auto* one : who_live_there(scene))
        fields.add("who_moves", one->held.statement.text());
    return fields;
}

Html household_move_fields(const Scene& scene, const Sheet& sheet)
{
    std::vector<forms::Choice> who;
    for (const auto* one : who_live_there(scene))
        who.push_back({.text = one->name, .value = one->held.statement.text()});
    FieldSet fields{sheet};
    fields.date("from", "The first day at the new address").checkboxes("who_moves", std::move(who));
    fields.add(markup::paragraph("Whoever stays behind leaves this household on the day before."));
    return fields.heading("The new address").address().html();
}

Outcome<void> stay_behind(const Writing& to, const Housed& one, Day last)
{
    family::Stay closed = one.held;
    closed.days.to = last;
    if (closed.days.from && last < *closed.days.from)
        return too_early("from", *closed.days.from, "since when they live there");
    return family::correct_stay(to.records, to.stamp, one.held.statement, closed);
}

Outcome<Also> move_household(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    const Day from = TRY(sheet.day("from"));
    const auto moving = sheet.typed().all("who_moves");
    if (moving.empty()) return refuse(RefusalCode::needed, "who_moves");
    child::AddressHeld address = TRY(address_in(sheet, {from, {}}));
    address.kind = child::AddressKind::home;
    Also also;
    for (const auto* one : who_live_there(scene)) {
        const bool moves = std::ranges::find(moving, one->held.statement.text()) != moving.end();
        if (!moves) TRY_VOID(stay_behind(to, *one, from - std::chrono::days{1}));
        if (!one->held.child) continue;
        if (moves) TRY_VOID(child::moved(to.records, to.stamp, *one->held.child, address));
        if (*one->held.child != scene.about.child.id) also.push_back(*one->held.child);
    }
    return also;
}

constexpr Correction corrections[] = {
    {"stay", "Living in the household", "family.stay_written", "people", stay_held, stay_fields,
     change_stay},
    {"new-stay", "Somebody comes into the household", "family.stay_added", "people", new_stay_held,
     new_stay_fields, add_stay},
    {"move", "The child moves", "family.child_moved", "people", move_held, move_fields, move_child,
     "from"},
    {"move-household", "The household moves", "family.household_moved", "people",
     household_move_held, household_move_fields, move_household, "from"},
};

} // namespace

std::span<const Correction> household_corrections() { return corrections; }

} // namespace heed::correction
