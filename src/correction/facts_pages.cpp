#include "correction/correction_pages.hpp"

#include "child/child_store.hpp"
#include "correction/field_words_page.hpp"

namespace heed::correction {

namespace {

using child::IdentifierKind;
using child::NameKind;
using markup::Html;
using office::Sheet;
// Names

Outcome<child::NameHeld> name_in(const Sheet& sheet)
{
    child::NameHeld held{.name = TRY(child::Name::of(sheet.text("forename"), sheet.text("middle"),
                                                     sheet.text("surname")))};
    held.kind = from_code<NameKind>(sheet.text("name_kind")).value_or(NameKind::legal);
    held.days = {TRY(sheet.maybe_day("from")), TRY(sheet.maybe_day("to"))};
    return held;
}

const child::Stated<child::NameHeld>* name_of(const Scene& scene)
{
    const child::Child& child = scene.about.child;
    for (const auto& held : child.names)
        if (scene.of.empty() ? held.name == child.name_on(scene.today())
                             : held.statement.text() == scene.of)
            return &held;
    return nullptr;
}

MaybeFields name_held(const Scene& scene)
{
    const auto* held = name_of(scene);
    if (held == nullptr) return std::nullopt;
    web::Fields fields{{"name_kind", std::string{code(held->kind)}},
                       {"forename", held->name.forename()},
                       {"middle", held->name.middle()},
                       {"surname", held->name.surname()}};
    office::put_day(fields, "from", held->days.from);
    office::put_day(fields, "to", held->days.to);
    return fields;
}

FieldSet name_parts(const Sheet& sheet)
{
    FieldSet fields{sheet};
    fields.input("forename").input("middle").input("surname");
    return fields;
}

Html name_fields(const Scene&, const Sheet& sheet)
{
    FieldSet fields{sheet};
    fields.radios("how", {{.text = "The name was written wrong", .value = "correct"},
                          {.text = "The child never had this name", .value = "withdrawn"}});
    fields.add(name_parts(sheet).html());
    return fields.radios("name_kind")
        .date("from", "Leave empty when it is not known")
        .date("to", "Leave empty when the child still has it")
        .html();
}

Outcome<Also> change_name(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    const auto* held = name_of(scene);
    if (held == nullptr) return refuse(RefusalCode::not_found);
    if (sheet.text("how") == "withdrawn") {
        TRY_VOID(child::withdraw_name(to.records, to.stamp, scene.about.child.id, held->statement));
        return Also{};
    }
    const auto name = TRY(name_in(sheet));
    TRY_VOID(child::correct_name(to.records, to.stamp, held->statement, name));
    return Also{};
}

MaybeFields nothing_held(const Scene&) { return web::Fields{}; }

Html new_name_fields(const Scene&, const Sheet& sheet)
{
    FieldSet fields{sheet};
    fields.radios("how",
                  {{.text = "The child has another legal name now", .value = "renamed"},
                   {.text = "The child likes to be called by this name", .value = "preferred"},
                   {.text = "The child is also known by this name", .value = "alias"},
                   {.text = "The child had this name before", .value = "former"}});
    return fields.add(name_parts(sheet).html())
        .date("from", "Needed for another legal name")
        .date("to", "For a name of before")
        .html();
}

Outcome<Also> add_name(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    child::NameHeld held = TRY(name_in(sheet));
    const std::string how = sheet.text("how");
    const ChildId& id = scene.about.child.id;
    if (how == "renamed") {
        TRY_VOID(child::renamed(to.records, to.stamp, id, held));
        return Also{};
    }
    const auto kind = from_code<NameKind>(how);
    if (!kind || *kind == NameKind::legal) return refuse(RefusalCode::needed, "how");
    held.kind = *kind;
    TRY_VOID(child::add_name(to.records, to.stamp, id, held));
    return Also{};
}

// Birth and other particulars

MaybeFields particulars_held(const Scene& scene)
{
    const child::Particulars& facts = scene.about.child.particulars;
    web::Fields fields{{"birth", std::string{code(facts.birth.kind())}},
                       {"sex", std::string{code(facts.sex)}},
                       {"ethnicity", facts.ethnicity}};
    office::put_day(fields, "born", facts.birth.day_known());
    office::put_day(fields, "died", facts.died_on);
    return fields;
}

Html particulars_fields(const Scene&, const Sheet& sheet)
{
    return FieldSet{sheet}
        .radios("birth")
        .date("born", "For a year alone write 1 1 and the year")
        .radios("sex")
        .input("ethnicity")
        .date("died", "Leave empty")
        .html();
}

Outcome<child::Birth> birth_in(const Sheet& sheet)
{
    const auto kind = from_code<child::BirthKind>(sheet.text("birth"));
    if (!kind) return refuse(RefusalCode::needed, "birth");
    if (*kind == child::BirthKind::unknown) return child::Birth::unknown();
    const Day day = TRY(sheet.day("born"));
    if (*kind == child::BirthKind::estimated_year)
        return child::Birth::estimated(static_cast<int>(std::chrono::year_month_day{day}.year()));
    return child::Birth::held(*kind, day);
}

Outcome<Also> write_particulars(const Writing& to, const Scene& scene,
                                const child::Particulars& facts)
{
    TRY_VOID(child::correct_particulars(to.records, to.stamp, scene.about.child.id, facts));
    return Also{};
}

Outcome<Also> change_particulars(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    child::Particulars facts = scene.about.child.particulars;
    facts.birth = TRY(birth_in(sheet));
    facts.sex = from_code<child::Sex>(sheet.text("sex")).value_or(child::Sex::not_known);
    facts.ethnicity = sheet.text("ethnicity");
    facts.died_on = TRY(sheet.maybe_day("died"));
    return write_particulars(to, scene, facts);
}

// Language

MaybeFields language_held(const Scene& scene)
{
    const child::Particulars& facts = scene.about.child.particulars;
    return web::Fields{{"first_language", facts.first_language},
                       {"interpreter", !facts.needs_interpreter   ? "not_asked"
                                       : *facts.needs_interpreter ? "yes"
                                                                  : "no"}};
}

Html language_fields(const Scene&, const Sheet& sheet)
{
    return FieldSet{sheet}
        .input("first_language", "Of the child and of those who care for them")
        .radios("interpreter")
        .html();
}

Outcome<Also> change_language(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    child::Particulars facts = scene.about.child.particulars;
    facts.first_language = sheet.text("first_language");
    facts.needs_interpreter.reset();
    if (sheet.text("interpreter") == "yes") facts.needs_interpreter = true;
    if (sheet.text("interpreter") == "no") facts.needs_interpreter = false;
    return write_particulars(to, scene, facts);
}

// Numbers

/// Those that are typed; the register's and the index's came with them.
constexpr IdentifierKind typed_numbers[] = {IdentifierKind::nhs_number, IdentifierKind::upn,
                                            IdentifierKind::local};

MaybeFields numbers_held(const Scene& scene)
{
    web::Fields fields;
    for (const auto& number : scene.about.child.identifiers)
        if (std::ranges::find(typed_numbers, number.kind()) != std::end(typed_numbers))
            fields.add(std::string{code(number.kind())}, number.value());
    return fields;
}

Html number_fields(const Scene&, const Sheet& sheet)
{
    return FieldSet{sheet}
        .input("nhs_number", "Ten figures; the last proves the others")
        .input("upn", "A letter and twelve figures")
        .input("local", "This authority's own number for the child")
        .html();
}

Outcome<Also> change_numbers(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    for (const IdentifierKind kind : typed_numbers) {
        std::optional<child::Identifier> number;
        if (const auto typed = sheet.text(code(kind)); !typed.empty())
            number = TRY(child::Identifier::of(kind, typed));
        TRY_VOID(
            child::correct_identifier(to.records, to.stamp, scene.about.child.id, kind, number));
    }
    return Also{};
}

// School and health

constexpr child::Part parts[] = {child::Part::school, child::Part::gp, child::Part::health_visitor,
                                 child::Part::school_nurse};

MaybeFields involved_held(const Scene& scene)
{
    web::Fields fields;
    for (const child::Part part : parts)
        if (const auto* held = scene.about.child.involved_on(part, scene.today()))
            fields.add(std::string{code(part)}, held->words);
    return fields;
}

Html involved_fields(const Scene&, const Sheet& sheet)
{
    FieldSet fields{sheet};
    for (const child::Part part : parts) fields.input(std::string{code(part)});
    return fields.date("from", "Leave empty to put right what was written wrong").html();
}

Outcome<Also> change_involved(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    const auto from = TRY(sheet.maybe_day("from"));
    for (const child::Part part : parts) {
        const auto* held = scene.about.child.involved_on(part, scene.today());
        const std::string words = sheet.text(code(part));
        if (words.empty() || (held != nullptr && held->words == words)) continue;
        TRY_VOID(child::involve(to.records, to.stamp, scene.about.child.id,
                                {.part = part, .words = words, .days = {from, {}}}));
    }
    return Also{};
}

// Legal status

MaybeFields status_held(const Scene& scene)
{
    return web::Fields{{"legal_status", scene.about.child.legal_status_on(scene.today())}};
}

Html status_fields(const Scene&, const Sheet& sheet)
{
    return FieldSet{sheet}
        .input("legal_status", "For instance: none, section 20, interim care order")
        .date("from")
        .html();
}

Outcome<Also> change_status(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    const child::LegalStatus status{.words = sheet.text("legal_status"),
                                    .days = {TRY(sheet.day("from")), {}}};
    TRY_VOID(child::legal_status_from(to.records, to.stamp, scene.about.child.id, status));
    return Also{};
}

constexpr Correction corrections[] = {
    {"name", "Name", "child.name_written", "details", name_held, name_fields, change_name},
    {"new-name", "Another name", "child.name_added", "details", nothing_held, new_name_fields,
     add_name},
    {"particulars", "Birth and other particulars", "child.particulars_corrected", "details",
     particulars_held, particulars_fields, change_particulars},
    {"language", "Language and interpreter", "child.language_written", "details", language_held,
     language_fields, change_language},
    {"numbers", "Numbers", "child.numbers_written", "details", numbers_held, number_fields,
     change_numbers},
    {"involved", "School and health", "child.involved_written", "details", involved_held,
     involved_fields, change_involved},
    {"legal-status", "Legal status", "child.legal_status_written", "details", status_held,
     status_fields, change_status, "from"},
};

} // namespace

std::span<const Correction> fact_corrections() { return corrections; }

} // namespace heed::correction
