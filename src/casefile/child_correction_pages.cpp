#include "casefile/correction_pages.hpp"

#include "child/child_store.hpp"
#include "markup/components.hpp"

namespace heed::casefile {

namespace {

using child::NameKind;
using markup::Html;
using office::Sheet;

// A form names the statement that it was filled in against. When that no longer stands, somebody
// else was first, and the refusal says so.

Html hidden(const char* name, const Sheet& sheet)
{
    Html field{"<input type=\"hidden\" name=\""};
    return field << std::string{name} << "\" value=\"" << sheet.text(name) << "\">";
}

// Name

web::Fields name_held(const Case& about, Day)
{
    const auto& name = about.child.name_on(about.as_of.on);
    web::Fields fields{{"how", "correct"},
                       {"forename", name.forename()},
                       {"middle", name.middle()},
                       {"surname", name.surname()}};
    for (const auto& held : about.child.names)
        if (held.name == name) {
            fields.add("statement", held.statement.text());
            break;
        }
    return fields;
}

Html name_fields(const Case&, const Sheet& sheet, const Choices&)
{
    Html fields =
        sheet.radios("What is it about?", "how",
                     {{.text = "The name was written wrong", .value = "correct"},
                      {.text = "The child has another name now", .value = "renamed"},
                      {.text = "The child is also known by this name", .value = "alias"},
                      {.text = "The child likes to be called by this name", .value = "preferred"}});
    return fields << sheet.input("Forename", "forename") << sheet.input("Middle names", "middle")
                  << sheet.input("Surname", "surname")
                  << sheet.date("Since when", "from", "Needed when the name is another now")
                  << hidden("statement", sheet);
}

Outcome<void> change_name(const Writing& to, const Case& about, const Sheet& sheet)
{
    child::NameHeld held{.name = TRY(child::Name::of(sheet.text("forename"), sheet.text("middle"),
                                                     sheet.text("surname")))};
    held.days.from = TRY(sheet.maybe_day("from"));
    const std::string how = sheet.text("how");
    if (how == "renamed") return child::renamed(to.records, to.stamp, about.child.id, held);
    if (how == "alias" || how == "preferred") {
        held.kind = how == "alias" ? NameKind::alias : NameKind::preferred;
        return child::add_name(to.records, to.stamp, about.child.id, held);
    }
    for (const auto& stands : about.child.names) {
        if (stands.statement.text() != sheet.text("statement")) continue;
        held.kind = stands.kind;
        held.days = stands.days;
        return child::correct_name(to.records, to.stamp, stands.statement, held);
    }
    return refuse(RefusalCode::changed_meanwhile);
}

// Birth and other particulars

web::Fields particulars_held(const Case& about, Day)
{
    const child::Particulars& facts = about.child.particulars;
    web::Fields fields{{"birth", std::string{code(facts.birth.kind())}},
                       {"sex", std::string{code(facts.sex)}},
                       {"ethnicity", facts.ethnicity},
                       {"first_language", facts.first_language},
                       {"interpreter", !facts.needs_interpreter   ? "not_asked"
                                       : *facts.needs_interpreter ? "yes"
                                                                  : "no"}};
    office::put_day(fields, "born", facts.birth.day_known());
    office::put_day(fields, "died", facts.died_on);
    return fields;
}

Html particulars_fields(const Case&, const Sheet& sheet, const Choices&)
{
    Html fields =
        sheet.radios("Birth", "birth",
                     {{.text = "Born on this day", .value = "known"},
                      {.text = "Not born yet, and expected on this day", .value = "expected"},
                      {.text = "Only the year is known", .value = "estimated_year"},
                      {.text = "Not known", .value = "unknown"}});
    return fields << sheet.date("Day", "born", "For a year alone write 1 1 and the year")
                  << sheet.radios("Sex", "sex",
                                  {{.text = "Girl", .value = "female"},
                                   {.text = "Boy", .value = "male"},
                                   {.text = "Not known", .value = "not_known"}})
                  << sheet.input("Ethnicity", "ethnicity")
                  << sheet.input("First language", "first_language")
                  << sheet.radios("Is an interpreter needed?", "interpreter",
                                  {{.text = "Yes", .value = "yes"},
                                   {.text = "No", .value = "no"},
                                   {.text = "Not asked yet", .value = "not_asked"}})
                  << sheet.date("Died on", "died", "Leave empty");
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

Outcome<void> change_particulars(const Writing& to, const Case& about, const Sheet& sheet)
{
    child::Particulars facts{
        .birth = TRY(birth_in(sheet)),
        .sex = from_code<child::Sex>(sheet.text("sex")).value_or(child::Sex::not_known),
        .ethnicity = sheet.text("ethnicity"),
        .first_language = sheet.text("first_language"),
        .died_on = TRY(sheet.maybe_day("died"))};
    if (sheet.text("interpreter") == "yes") facts.needs_interpreter = true;
    if (sheet.text("interpreter") == "no") facts.needs_interpreter = false;
    return child::correct_particulars(to.records, to.stamp, about.child.id, facts);
}

// Address

web::Fields address_held(const Case& about, Day)
{
    web::Fields fields{{"how", "moved"}, {"kind", "home"}};
    const auto* held = about.child.lives_at(about.as_of.on);
    if (held == nullptr) return fields;
    fields = {{"how", "verified"},
              {"kind", std::string{code(held->kind)}},
              {"house", held->address.house},
              {"street", held->address.street},
              {"town", held->address.town},
              {"area", held->address.area},
              {"postcode", held->address.postcode ? held->address.postcode->text() : ""},
              {"statement", held->statement.text()}};
    return fields;
}

Html address_fields(const Case&, const Sheet& sheet, const Choices&)
{
    Html fields = sheet.radios(
        "What is it about?", "how",
        {{.text = "The address is right, and was verified", .value = "verified"},
         {.text = "The address was written wrong", .value = "correct"},
         {.text = "The child moved, or stays elsewhere for a while", .value = "moved"}});
    return fields << sheet.input("House name or number", "house") << sheet.input("Street", "street")
                  << sheet.input("Town", "town") << sheet.input("Area", "area")
                  << sheet.input("Postcode", "postcode")
                  << sheet.radios("What kind of address", "kind",
                                  {{.text = "Home", .value = "home"},
                                   {.text = "Staying for a while", .value = "staying"},
                                   {.text = "Placed by the authority", .value = "placement"}})
                  << sheet.date("Since when", "from", "Needed when the child moved")
                  << sheet.date("Verified on", "verified", "Leave empty if it was not")
                  << sheet.input("Verified by", "verified_by")
                  << sheet.input("How", "verified_how", "For instance: visited, saw a letter")
                  << hidden("statement", sheet);
}

Outcome<child::AddressHeld> address_in(const Sheet& sheet)
{
    child::AddressHeld held{
        .address = {.house = sheet.text("house"),
                    .street = sheet.text("street"),
                    .town = sheet.text("town"),
                    .area = sheet.text("area")},
        .kind =
            from_code<child::AddressKind>(sheet.text("kind")).value_or(child::AddressKind::home),
        .days = {TRY(sheet.maybe_day("from")), {}}};
    if (const auto typed = sheet.text("postcode"); !typed.empty())
        held.address.postcode = TRY(child::Postcode::from(typed));
    if (const auto on = TRY(sheet.maybe_day("verified")))
        held.verified = child::Verified{*on, sheet.text("verified_by"), sheet.text("verified_how")};
    return held;
}

Outcome<void> change_address(const Writing& to, const Case& about, const Sheet& sheet)
{
    child::AddressHeld held = TRY(address_in(sheet));
    const std::string how = sheet.text("how");
    if (how == "moved") return child::moved(to.records, to.stamp, about.child.id, held);
    if (how == "verified" && !held.verified) return refuse(RefusalCode::needed, "verified");
    for (const auto& stands : about.child.addresses) {
        if (stands.statement.text() != sheet.text("statement")) continue;
        held.days = stands.days;
        if (!held.verified && how != "correct") held.verified = stands.verified;
        return child::correct_address(to.records, to.stamp, stands.statement, held);
    }
    return refuse(RefusalCode::changed_meanwhile);
}

// School and health

constexpr child::Part parts[] = {child::Part::school, child::Part::gp, child::Part::health_visitor,
                                 child::Part::school_nurse};

web::Fields involved_held(const Case& about, Day)
{
    web::Fields fields;
    for (const child::Part part : parts)
        if (const auto* held = about.child.involved_on(part, about.as_of.on))
            fields.add(std::string{code(part)}, held->words);
    return fields;
}

Html involved_fields(const Case&, const Sheet& sheet, const Choices&)
{
    Html fields;
    for (const child::Part part : parts)
        fields << sheet.input(std::string{label(part)}, std::string{code(part)});
    return fields << sheet.date("Since when", "from",
                                "Leave empty to put right what was written wrong");
}

Outcome<void> change_involved(const Writing& to, const Case& about, const Sheet& sheet)
{
    const auto from = TRY(sheet.maybe_day("from"));
    for (const child::Part part : parts) {
        const auto* held = about.child.involved_on(part, about.as_of.on);
        const std::string words = sheet.text(code(part));
        if (words.empty() || (held != nullptr && held->words == words)) continue;
        TRY_VOID(child::involve(to.records, to.stamp, about.child.id,
                                {.part = part, .words = words, .days = {from, {}}}));
    }
    return {};
}

constexpr Correction corrections[] = {
    {"name", "Name", "child.name_written", name_held, name_fields, change_name},
    {"particulars", "Birth and other particulars", "child.particulars_corrected", particulars_held,
     particulars_fields, change_particulars},
    {"address", "Address", "child.address_written", address_held, address_fields, change_address},
    {"involved", "School and health", "child.involved_written", involved_held, involved_fields,
     change_involved},
};

} // namespace

std::span<const Correction> child_corrections() { return corrections; }

} // namespace heed::casefile
