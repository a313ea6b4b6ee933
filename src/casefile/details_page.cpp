#include "casefile/case_page.hpp"

#include "markup/components.hpp"
#include "pieces/data_table.hpp"

namespace heed::casefile {

namespace {

using child::StatementId;
using markup::Html;
using markup::Url;
using markup::Words;

std::string days_in_words(const child::Days& days)
{
    if (!days.from && !days.to) return "Start not known";
    if (!days.from) return "Until " + in_words(*days.to);
    return (days.to ? "From " : "Since ") + in_words(*days.from) +
           (days.to ? " to " + in_words(*days.to) : "");
}

/// Tables whose last column, for those who may, is a way to the form.
class Tables {
public:
    Tables(const Case& about, const Leave& leave) : about_{about}, leave_{leave} {}

    pieces::DataTable begin(const std::string& caption, std::vector<pieces::Column> columns,
                            const std::string& when_empty) const
    {
        if (leave_.to_correct) columns.push_back({"Change"});
        return {.caption = caption,
                .columns = std::move(columns),
                .when_empty =
                    markup::heading(3, caption, "govuk-heading-s") + markup::paragraph(when_empty)};
    }
    void add(pieces::DataTable& table, std::vector<Words> cells, const std::string& form,
             const std::string& what) const
    {
        if (leave_.to_correct)
            cells.emplace_back(form.empty() ? Words::none() : Words{change(form, what)});
        table.rows.push_back(std::move(cells));
    }
    /// A way to a form that adds, or nothing.
    Html adding(const char* form, const char* words) const
    {
        if (!leave_.to_correct) return {};
        return markup::paragraph(markup::link(words, url(form)));
    }

private:
    Url url(const std::string& form) const
    {
        return Url{"/children/" + about_.child.id.text() + "/" + form};
    }
    Html change(const std::string& form, const std::string& what) const
    {
        return markup::link(Html{"Change"} + markup::visually_hidden(" " + what), url(form));
    }

    const Case& about_;
    const Leave& leave_;
};

std::string of(const char* form, const StatementId& statement)
{
    return std::string{form} + "?of=" + statement.text();
}

Html names_of(const Case& about, const Tables& tables)
{
    auto table = tables.begin("Names", {{"Name"}, {"Kind"}, {"When"}}, "No name is held.");
    for (const auto& held : about.child.names)
        tables.add(table,
                   {held.name.full(), std::string{label(held.kind)}, days_in_words(held.days)},
                   of("name", held.statement), held.name.full());
    return pieces::data_table(table) + tables.adding("new-name", "Add a name");
}

Html addresses_of(const Case& about, const Tables& tables)
{
    auto table = tables.begin("Addresses", {{"Address"}, {"Kind"}, {"When"}, {"Verified"}},
                              "No address is held.");
    for (const auto& held : about.child.addresses)
        tables.add(table,
                   {held.address.in_line(), std::string{label(held.kind)}, days_in_words(held.days),
                    held.verified ? in_words(held.verified->on) + ", by " + held.verified->by +
                                        ": " + held.verified->how
                                  : std::string{"Never"}},
                   of("address", held.statement), held.address.short_form());
    return pieces::data_table(table) +
           tables.adding("new-address", "Add an address: the child moved, or stays elsewhere");
}

Html numbers_of(const Case& about, const Tables& tables)
{
    auto table = tables.begin("Numbers", {{"Which"}, {"Number"}}, "No number is held.");
    for (const auto& number : about.child.identifiers) {
        const bool typed = number.kind() != child::IdentifierKind::register_number &&
                           number.kind() != child::IdentifierKind::feed;
        const std::string kind{label(number.kind())};
        tables.add(table, {kind, number.in_words().substr(kind.size() + 1)}, typed ? "numbers" : "",
                   kind);
    }
    return pieces::data_table(table) + tables.adding("numbers", "Add a number, or change one");
}

Html particulars_of(const Case& about, const Tables& tables)
{
    const child::Particulars& facts = about.child.particulars;
    const auto said = [](const std::string& words) {
        return words.empty() ? std::string{"Not recorded"} : words;
    };
    auto table = tables.begin("Particulars", {{"What"}, {"Held"}}, "");
    const auto add = [&](const char* what, const std::string& held, const char* form) {
        tables.add(table, {what, said(held)}, form, what);
    };
    add("Born", facts.birth.in_words(), "particulars");
    add("Sex", std::string{label(facts.sex)}, "particulars");
    add("Ethnicity", facts.ethnicity, "particulars");
    if (facts.died_on) add("Died", in_words(*facts.died_on), "particulars");
    add("First language", facts.first_language, "language");
    add("Interpreter",
        !facts.needs_interpreter   ? "Not asked yet"
        : *facts.needs_interpreter ? "Needed"
                                   : "Not needed",
        "language");
    return pieces::data_table(table);
}

Html involved_of(const Case& about, const Tables& tables)
{
    auto table =
        tables.begin("School and health", {{"Part"}, {"Who"}, {"When"}}, "Nobody is recorded.");
    for (const auto& held : about.child.involved)
        tables.add(table, {std::string{label(held.part)}, held.words, days_in_words(held.days)},
                   held.days.to ? "" : "involved", std::string{label(held.part)});
    return pieces::data_table(table) +
           tables.adding("involved", "Add school, GP, health visitor or school nurse");
}

Html statuses_of(const Case& about, const Tables& tables)
{
    auto table = tables.begin("Legal status", {{"Status"}, {"When"}}, "None is recorded.");
    for (const auto& held : about.child.legal_statuses)
        tables.add(table, {held.words, days_in_words(held.days)},
                   held.days.to ? "" : "legal-status", "legal status");
    return pieces::data_table(table) + tables.adding("legal-status", "Write a legal status");
}

} // namespace

markup::Html details(const Case& about, const Leave& leave)
{
    const Tables tables{about, leave};
    return markup::heading(2, "Details", "govuk-heading-m") + particulars_of(about, tables) +
           names_of(about, tables) + addresses_of(about, tables) + numbers_of(about, tables) +
           involved_of(about, tables) + statuses_of(about, tables);
}

} // namespace heed::casefile
