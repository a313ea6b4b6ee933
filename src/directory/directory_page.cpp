#include "directory/directory_page.hpp"

#include "markup/components.hpp"
#include "pieces/answer.hpp"
#include "pieces/data_table.hpp"
#include "pieces/page.hpp"
#include "pieces/record.hpp"

namespace heed::directory {

namespace {

using markup::Html;
using markup::Url;

/// How many numbers of a kind one form takes.
constexpr int numbers_max = 3;

std::string field_of(NumberSort sort, int position)
{
    return std::string{code(sort)} + (position == 0 ? "" : "_" + std::to_string(position + 1));
}

Html numbers_of(const Agency& agency, NumberSort sort)
{
    Html all;
    for (const Number& number : agency.numbers) {
        if (number.sort != sort) continue;
        if (!all.empty()) all << "<br>";
        all << pieces::telephone(number.telephone);
    }
    return all;
}

Html maybe_telephone(const std::string& number)
{
    return number.empty() ? Html{} : pieces::telephone(number);
}

markup::Words name_cell(const std::string& name, const std::string& address, bool may_change)
{
    if (!may_change) return name;
    return markup::link(name, Url{address});
}

Html agencies_table(const DirectoryPage& page)
{
    pieces::DataTable table{
        .caption = "Agencies",
        .columns = {{"Name"}, {"Kind"}, {"Switchboard"}, {"Out of hours"}},
        .when_empty = pieces::empty_state("No agency yet",
                                          "Callers are rung back on numbers that are held here.")};
    for (const Agency& agency : page.agencies)
        table.rows.push_back(
            {name_cell(agency.name, "/directory/agencies/" + agency.id.text(), page.may_change),
             label(agency.sort), numbers_of(agency, NumberSort::switchboard),
             numbers_of(agency, NumberSort::out_of_hours)});
    return pieces::data_table(table);
}

Html professionals_table(const DirectoryPage& page)
{
    pieces::DataTable table{
        .caption = "Professionals",
        .columns = {{"Name"},
                    {"Job and agency"},
                    {"Telephone"},
                    {"Out of hours"},
                    {"Stands in for them"},
                    {"Qualified social worker"}},
        .when_empty = pieces::empty_state("Nobody yet", "Key workers are chosen from here.")};
    for (const Professional& one : page.professionals)
        table.rows.push_back(
            {name_cell(one.name, "/directory/professionals/" + one.id.text(), page.may_change),
             one.agency_name.empty() || one.job.empty() ? one.job + one.agency_name
                                                        : one.job + ", " + one.agency_name,
             maybe_telephone(one.telephone), maybe_telephone(one.out_of_hours), one.cover_name,
             one.is_qualified_social_worker ? "Yes" : "Not known"});
    return pieces::data_table(table);
}

Html saved_by(const EntryForm& form, Html fields)
{
    fields << markup::button({.text = form.is_new ? "Add" : "Save"});
    return forms::form({.action = Url{form.address}, .csrf = form.csrf, .content = fields});
}

Html head_of(const EntryForm& form, const office::Sheet& sheet, const std::string& what)
{
    return sheet.problems() +
           markup::heading(1, (form.is_new ? "Add " : "Change ") + what, "govuk-heading-l");
}

} // namespace

markup::Html directory_page(const DirectoryPage& page)
{
    Html main = markup::heading(1, "Directory", "govuk-heading-l");
    main << markup::paragraph("Ring a caller back on a number that stands here, never on one that "
                              "they give.");
    if (page.may_change)
        main << pieces::not_printed(
            markup::paragraph(markup::link("Add an agency", "/directory/agencies/new")) +
            markup::paragraph(markup::link("Add a professional", "/directory/professionals/new")));
    return main << agencies_table(page) << professionals_table(page);
}

markup::Html agency_page(const EntryForm& form, const office::Sheet& sheet)
{
    std::vector<forms::Option> sorts;
    for (const auto sort : heed::codes<AgencySort>)
        sorts.push_back(
            {.text = std::string{label(*from_code<AgencySort>(sort))}, .value = std::string{sort}});
    Html fields = sheet.input("Name", "name");
    fields << sheet.select("Kind", "sort", sorts);
    for (const NumberSort sort : {NumberSort::switchboard, NumberSort::out_of_hours})
        for (int position = 0; position < numbers_max; ++position)
            fields << sheet.input(
                std::string{label(sort)} + (position == 0 ? " number" : ", another number"),
                field_of(sort, position), position == 0 ? "As the agency publishes it" : "");
    return head_of(form, sheet, "an agency") + saved_by(form, std::move(fields));
}

markup::Html professional_page(const EntryForm& form, const office::Sheet& sheet,
                               const Choices& choices)
{
    std::vector<forms::Option> agencies{{.text = "None", .value = ""}};
    for (const Agency& agency : choices.agencies)
        agencies.push_back({.text = agency.name, .value = agency.id.text()});
    std::vector<forms::Option> others{{.text = "Nobody", .value = ""}};
    for (const Professional& one : choices.professionals)
        others.push_back(
            {.text = one.name + (one.job.empty() ? "" : ", " + one.job), .value = one.id.text()});
    std::vector<forms::Option> accounts{{.text = "None", .value = ""}};
    for (const auto& [id, words] : choices.users) accounts.push_back({.text = words, .value = id});
    Html fields = sheet.input("Name", "name");
    fields << sheet.input("Job", "job") << sheet.select("Agency", "agency", agencies)
           << sheet.input("Telephone", "telephone")
           << sheet.input("Out of hours", "out_of_hours",
                          "The number that is answered when they are not at work")
           << sheet.select("Who stands in for them", "cover", others)
           << sheet.checkboxes("Qualification", "qualified",
                               {{.text = "Qualified social worker",
                                 .value = "yes",
                                 .hint = forms::Hint{"A key worker must be one"}}})
           << sheet.input("Registration number", "registration_number",
                          "With the regulator of social workers")
           << sheet.input("Email", "email", "Notices are sent here, without a child's name")
           << sheet.select("Their user account", "user", accounts);
    return head_of(form, sheet, "a professional") + saved_by(form, std::move(fields));
}

web::Fields fields_of(const AgencyDetails& agency)
{
    web::Fields fields{{"name", agency.name}, {"sort", std::string{code(agency.sort)}}};
    std::array<int, 2> positions{};
    for (const Number& number : agency.numbers)
        fields.add(field_of(number.sort, positions.at(static_cast<std::size_t>(number.sort))++),
                   number.telephone);
    return fields;
}

AgencyDetails agency_in(const office::Sheet& sheet)
{
    AgencyDetails agency{.name = sheet.text("name"),
                         .sort =
                             from_code<AgencySort>(sheet.text("sort")).value_or(AgencySort::other)};
    for (const NumberSort sort : {NumberSort::switchboard, NumberSort::out_of_hours})
        for (int position = 0; position < numbers_max; ++position)
            if (auto typed = sheet.text(field_of(sort, position)); !typed.empty())
                agency.numbers.push_back({sort, std::move(typed)});
    return agency;
}

web::Fields fields_of(const ProfessionalDetails& professional)
{
    web::Fields fields{{"name", professional.name},
                       {"job", professional.job},
                       {"telephone", professional.telephone},
                       {"out_of_hours", professional.out_of_hours},
                       {"registration_number", professional.registration_number},
                       {"email", professional.email},
                       {"user", professional.user}};
    if (professional.agency) fields.add("agency", professional.agency->text());
    if (professional.cover) fields.add("cover", professional.cover->text());
    if (professional.is_qualified_social_worker) fields.add("qualified", "yes");
    return fields;
}

Outcome<ProfessionalDetails> professional_in(const office::Sheet& sheet)
{
    ProfessionalDetails professional{.name = sheet.text("name"),
                                     .job = sheet.text("job"),
                                     .agency = AgencyId::from(sheet.text("agency")),
                                     .telephone = sheet.text("telephone"),
                                     .out_of_hours = sheet.text("out_of_hours"),
                                     .cover = ProfessionalId::from(sheet.text("cover")),
                                     .is_qualified_social_worker = sheet.text("qualified") == "yes",
                                     .registration_number = sheet.text("registration_number"),
                                     .email = sheet.text("email")};
    if (!professional.agency && !sheet.text("agency").empty())
        return refuse(RefusalCode::not_found, "agency");
    if (!professional.cover && !sheet.text("cover").empty())
        return refuse(RefusalCode::not_found, "cover");
    return professional;
}

} // namespace heed::directory
