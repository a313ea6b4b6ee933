#include "correction/correction_pages.hpp"

#include "correction/field_words_page.hpp"
#include "family/family_store.hpp"
#include "markup/components.hpp"

namespace heed::correction {

namespace {

using family::AdultId;
using family::Responsibility;
using family::Tie;
using markup::Html;
using office::Sheet;
// Parents, carers and other adults. `of` is the id of their tie, or their own when they have none.

/// By the tie, or by the adult when there is none: those of now and those of before.
const family::FamilyMember* adult_of(const Scene& scene)
{
    for (const auto* adults : {&scene.about.adults, &scene.about.former_adults})
        for (const auto& one : *adults)
            if (one.relationship ? one.relationship->text() == scene.of
                                 : one.adult.text() == scene.of)
                return &one;
    return nullptr;
}

void put_tie(web::Fields& fields, const family::FamilyMember& held)
{
    fields.add("tie", std::string{code(held.tie)});
    fields.add("responsibility", std::string{code(held.parental_responsibility)});
    fields.add("court_order", held.court_order);
    office::put_day(fields, "from", held.days.from);
    office::put_day(fields, "to", held.days.to);
}

MaybeFields adult_held(const Scene& scene)
{
    const auto* held = adult_of(scene);
    if (held == nullptr) return std::nullopt;
    web::Fields fields{{"name", held->details.name},
                       {"adult_sex", std::string{code(held->details.sex)}},
                       {"telephone", held->details.telephone},
                       {"address", held->details.address}};
    office::put_day(fields, "born", held->details.born);
    office::put_day(fields, "died", held->details.died);
    if (held->relationship) put_tie(fields, *held);
    return fields;
}

void add_person(FieldSet& fields)
{
    fields.input("name", "Forename and surname")
        .radios("adult_sex")
        .date("born", "Leave empty when it is not known")
        .date("died", "Leave empty")
        .input("telephone")
        .input("address");
}

void add_tie(FieldSet& fields)
{
    fields.radios("tie")
        .radios("responsibility")
        .input("court_order", "For instance: residence order, 3 May 2006. Leave empty if there is "
                              "none");
}

Html adult_fields(const Scene&, const Sheet& sheet)
{
    FieldSet fields{sheet};
    fields.radios(
        "how",
        {{.text = "Something about them is another, or was written wrong", .value = "correct"},
         {.text = "They never were anything to this child", .value = "withdrawn"}});
    add_tie(fields);
    fields.date("from", "Leave empty when it is not known")
        .date("to",
              "The last day on which they were that to the child; leave empty while they are");
    fields.heading("About them, on every child's record where they stand");
    add_person(fields);
    return fields.html();
}

Outcome<family::AdultDetails> person_in(const Sheet& sheet)
{
    return family::AdultDetails{
        .name = sheet.text("name"),
        .sex = from_code<child::Sex>(sheet.text("adult_sex")).value_or(child::Sex::not_known),
        .born = TRY(sheet.maybe_day("born")),
        .died = TRY(sheet.maybe_day("died")),
        .telephone = sheet.text("telephone"),
        .address = sheet.text("address")};
}

Outcome<family::Relationship> tie_in(const Sheet& sheet, const ChildId& child, const AdultId& adult)
{
    const auto tie = from_code<Tie>(sheet.text("tie"));
    if (!tie) return refuse(RefusalCode::needed, "tie");
    return family::Relationship{.child = child,
                                .adult = adult,
                                .tie = *tie,
                                .parental_responsibility =
                                    from_code<Responsibility>(sheet.text("responsibility"))
                                        .value_or(Responsibility::not_known),
                                .court_order = sheet.text("court_order"),
                                .days = {TRY(sheet.maybe_day("from")), TRY(sheet.maybe_day("to"))}};
}

Outcome<Also> change_adult(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    const auto* held = adult_of(scene);
    if (held == nullptr) return refuse(RefusalCode::not_found);
    const ChildId& child = scene.about.child.id;
    const auto& tied = held->relationship;
    if (sheet.text("how") == "withdrawn") {
        if (!tied) return refuse(RefusalCode::not_found);
        TRY_VOID(family::withdraw_relationship(to.records, to.stamp, *tied, child));
        return Also{};
    }
    const auto person = TRY(person_in(sheet));
    if (person != held->details)
        TRY_VOID(family::correct_adult(to.records, to.stamp, held->adult, person));
    // Who only lives in the household may be nothing to the child, and stay so.
    if (!tied && sheet.text("tie").empty()) return Also{};
    const auto tie = TRY(tie_in(sheet, child, held->adult));
    if (tied)
        TRY_VOID(family::correct_relationship(to.records, to.stamp, *tied, tie));
    else
        TRY_VOID(family::relate(to.records, to.stamp, tie));
    return Also{};
}

MaybeFields new_adult_held(const Scene&)
{
    return web::Fields{
        {"adult_sex", "not_known"}, {"responsibility", "not_known"}, {"lives", "no"}};
}

/// Those of the family for whom the same can be said in one go.
std::vector<forms::Choice> near_children(const Scene& scene)
{
    std::vector<forms::Choice> choices;
    for (const auto& near : scene.about.children)
        choices.push_back({.text = near.child.name + " (" + near.child.relation + ")",
                           .value = near.child.id.text()});
    return choices;
}

Html new_adult_fields(const Scene& scene, const Sheet& sheet)
{
    FieldSet fields{sheet};
    add_person(fields);
    add_tie(fields);
    fields.date("from", "Leave empty when it is not known");
    if (scene.about.household) fields.radios("lives").input("role", "For instance: lodger");
    if (auto others = near_children(scene); !others.empty())
        fields.checkboxes("also", std::move(others));
    return fields.html();
}

Outcome<Also> add_adult(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    const auto person = TRY(person_in(sheet));
    const auto adult = TRY(family::add_adult(to.records, to.stamp, person));
    auto tie = TRY(tie_in(sheet, scene.about.child.id, adult));
    TRY_VOID(family::relate(to.records, to.stamp, tie));
    Also also;
    for (const auto& near : scene.about.children) {
        const auto ticked = sheet.typed().all("also");
        if (std::ranges::find(ticked, near.child.id.text()) == ticked.end()) continue;
        tie.child = near.child.id;
        TRY_VOID(family::relate(to.records, to.stamp, tie));
        also.push_back(near.child.id);
    }
    const std::string lives = sheet.text("lives");
    if (!scene.about.household || (lives != "lives" && lives != "visits")) return also;
    TRY_VOID(family::joins(to.records, to.stamp,
                           {.household = *scene.about.household,
                            .adult = adult,
                            .visits = lives == "visits",
                            .role = sheet.text("role"),
                            .days = {tie.days.from, {}}}));
    return also;
}

// Between two children. `of` is the statement's id.

const family::Tied* between_of(const Scene& scene)
{
    for (const auto& tied : scene.about.ties)
        if (tied.other() && tied.held.statement.text() == scene.of) return &tied;
    return nullptr;
}

MaybeFields sibling_held(const Scene& scene)
{
    const auto* tied = between_of(scene);
    if (tied == nullptr) return std::nullopt;
    web::Fields fields{{"sibling_tie", std::string{code(tied->held.tie)}}};
    office::put_day(fields, "from", tied->held.days.from);
    office::put_day(fields, "to", tied->held.days.to);
    return fields;
}

Html sibling_fields(const Scene& scene, const Sheet& sheet)
{
    const auto* tied = between_of(scene);
    FieldSet fields{sheet};
    if (tied != nullptr)
        fields.add(markup::paragraph(tied->of_the_other
                                         ? "It was written in the record of " + tied->name +
                                               ": what this child is to them."
                                         : "The other child is " + tied->name + "."));
    return fields
        .radios("how", {{.text = "It is another, or was written wrong", .value = "correct"},
                        {.text = "They are not related", .value = "withdrawn"}})
        .radios("sibling_tie")
        .date("from", "Leave empty when it is not known")
        .date("to", "Leave empty while it is so")
        .html();
}

Outcome<family::Relationship> between_in(const Sheet& sheet, const ChildId& child,
                                         const ChildId& other)
{
    const auto tie = from_code<Tie>(sheet.text("sibling_tie"));
    if (!tie) return refuse(RefusalCode::needed, "sibling_tie");
    return family::Relationship{.child = child,
                                .other_child = other,
                                .tie = *tie,
                                .days = {TRY(sheet.maybe_day("from")), TRY(sheet.maybe_day("to"))}};
}

Outcome<Also> change_sibling(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    const auto* tied = between_of(scene);
    if (tied == nullptr) return refuse(RefusalCode::not_found);
    Also also;
    if (const auto other = tied->other()) also.push_back(*other);
    if (sheet.text("how") == "withdrawn") {
        TRY_VOID(family::withdraw_relationship(to.records, to.stamp, tied->held.statement,
                                               scene.about.child.id));
        return also;
    }
    const auto tie = TRY(between_in(sheet, tied->held.child, *tied->held.other_child));
    TRY_VOID(family::correct_relationship(to.records, to.stamp, tied->held.statement, tie));
    return also;
}

MaybeFields new_sibling_held(const Scene&) { return web::Fields{{"sibling_tie", "sibling"}}; }

Html new_sibling_fields(const Scene& scene, const Sheet& sheet)
{
    std::vector<forms::Choice> who = near_children(scene);
    for (const auto& found : scene.choices.found)
        who.push_back({.text = found.child.name + ", " + found.child.birth.in_words() + ", " +
                               found.child.check,
                       .value = found.child.id.text()});
    FieldSet fields{sheet};
    fields.input("look_for", "Name, date of birth, postcode or number, in any order");
    if (!who.empty()) fields.radios("other", std::move(who));
    return fields.radios("sibling_tie").date("from", "Leave empty when it is not known").html();
}

Outcome<Also> add_sibling(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    const auto other = ChildId::from(sheet.text("other"));
    if (!other)
        return refuse(RefusalCode::say_which_child,
                      scene.about.children.empty() ? "look_for" : "other");
    const auto tie = TRY(between_in(sheet, scene.about.child.id, *other));
    TRY_VOID(family::relate(to.records, to.stamp, tie));
    return Also{*other};
}

constexpr Correction corrections[] = {
    {"adult", "Parent, carer or relative", "family.adult_written", "people", adult_held,
     adult_fields, change_adult},
    {"new-adult", "Another parent, carer or relative", "family.adult_added", "people",
     new_adult_held, new_adult_fields, add_adult},
    {"sibling", "Brother, sister or other child", "family.relationship_written", "people",
     sibling_held, sibling_fields, change_sibling},
    {"new-sibling", "Another brother, sister or other child", "family.relationship_added", "people",
     new_sibling_held, new_sibling_fields, add_sibling},
};

} // namespace

std::span<const Correction> relative_corrections() { return corrections; }

} // namespace heed::correction
