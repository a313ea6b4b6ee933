#include "casefile/new_child_page.hpp"

#include "core/text.hpp"
#include "markup/components.hpp"
#include "pieces/data_table.hpp"

namespace heed::casefile {

namespace {

using markup::Html;

Html those_alike(const std::vector<MayBe>& may_be)
{
    pieces::DataTable table{.caption = "These may be the same child",
                            .columns = {{"Name"}, {"Born"}, {"Lives"}, {"What agrees"}}};
    for (const auto& [child, why] : may_be)
        table.rows.push_back({markup::link(child.name, markup::Url{"/children/" + child.id.text()}),
                              child.birth.in_words(), child.check, listed(why)});
    return pieces::data_table(table);
}

} // namespace

markup::Html new_child_page(const NewChildForm& form, const office::Sheet& sheet)
{
    Html main = sheet.problems();
    main << markup::heading(1, "Add a child", "govuk-heading-l");
    Html fields;
    if (!form.may_be.empty()) {
        main << those_alike(form.may_be);
        fields << sheet.checkboxes("Is this another child?", "surely_new",
                                   {{.text = "None of these is the child", .value = "yes"}});
    }
    fields << sheet.input("Forename", "forename", "Leave empty for a child who is not born yet")
           << sheet.input("Middle names", "middle") << sheet.input("Surname", "surname")
           << sheet.input("Also known as", "alias", "Forename and surname")
           << sheet.radios("Birth", "birth",
                           {{.text = "Born on this day", .value = "known"},
                            {.text = "Not born yet, and expected on this day", .value = "expected"},
                            {.text = "Only the year is known", .value = "estimated_year"},
                            {.text = "Not known", .value = "unknown"}})
           << sheet.date("Day", "born", "For a year alone write 1 1 and the year")
           << sheet.radios("Sex", "sex",
                           {{.text = "Girl", .value = "female"},
                            {.text = "Boy", .value = "male"},
                            {.text = "Not known", .value = "not_known"}})
           << sheet.input("Address", "address", "For instance: 8 Quarry Row, Chatham")
           << sheet.input("Postcode", "postcode")
           << sheet.input("NHS number", "nhs_number", "Leave empty if it is not known")
           << markup::button({.text = "Add this child"});
    return main << forms::form({.action = markup::Url{"/children/new"},
                                .csrf = form.csrf,
                                .content = fields,
                                .draft = new_child_draft});
}

Outcome<child::NewChild> new_child_in(const office::Sheet& sheet)
{
    child::NewChild made{.particulars = {}, .names = {}};
    made.names.push_back({.name = TRY(child::Name::of(sheet.text("forename"), sheet.text("middle"),
                                                      sheet.text("surname")))});
    if (const std::string alias = sheet.text("alias"); !alias.empty()) {
        const auto last = alias.rfind(' ');
        const bool one_word = last == std::string::npos;
        made.names.push_back({.name = TRY(child::Name::of(one_word ? alias : alias.substr(0, last),
                                                          "", one_word ? "" : alias.substr(last))),
                              .kind = child::NameKind::alias});
    }
    const auto kind = from_code<child::BirthKind>(sheet.text("birth"));
    if (!kind) return refuse(RefusalCode::needed, "birth");
    if (*kind != child::BirthKind::unknown) {
        const Day day = TRY(sheet.day("born"));
        made.particulars.birth =
            *kind == child::BirthKind::estimated_year
                ? child::Birth::estimated(static_cast<int>(std::chrono::year_month_day{day}.year()))
                : child::Birth::held(*kind, day);
    }
    made.particulars.sex = from_code<child::Sex>(sheet.text("sex")).value_or(child::Sex::not_known);
    std::optional<child::Postcode> postcode;
    if (const auto typed = sheet.text("postcode"); !typed.empty())
        postcode = TRY(child::Postcode::from(typed));
    if (postcode || !sheet.text("address").empty())
        made.addresses.push_back({.address = child::address_from(sheet.text("address"), postcode)});
    if (const auto typed = sheet.text("nhs_number"); !typed.empty())
        made.identifiers.push_back(
            TRY(child::Identifier::of(child::IdentifierKind::nhs_number, typed)));
    return made;
}

matching::Question question_about(const child::NewChild& child)
{
    const child::Name& name = child.names.front().name;
    matching::Question question{
        .forename = name.forename(), .middle = name.middle(), .surname = name.surname()};
    const child::Birth& birth = child.particulars.birth;
    if (birth.kind() == child::BirthKind::known || birth.kind() == child::BirthKind::expected)
        question.born = matching::born_on(*birth.day_known());
    if (birth.kind() == child::BirthKind::estimated_year)
        question.born = matching::born_from_iso(birth.iso());
    if (child.particulars.sex == child::Sex::female) question.sex = matching::Sex::female;
    if (child.particulars.sex == child::Sex::male) question.sex = matching::Sex::male;
    if (!child.addresses.empty()) {
        const child::Address& address = child.addresses.front().address;
        question.house = address.house;
        question.street = address.street;
        question.town = address.town;
        if (address.postcode) question.postcode = address.postcode->text();
    }
    if (!child.identifiers.empty()) question.identifier = child.identifiers.front().value();
    return question;
}

} // namespace heed::casefile
