#include "clerk/import_page.hpp"

#include "core/text.hpp"
#include "markup/components.hpp"
#include "pieces/answer.hpp"
#include "pieces/data_table.hpp"
#include "pieces/page.hpp"
#include "pieces/record.hpp"

namespace heed::clerk {

namespace {

using changeover::Counts;
using changeover::Finding;
using changeover::KeptFinding;
using changeover::RowOutcome;
using changeover::RowReport;
using changeover::RowState;
using extract::Heading;
using markup::Html;
using markup::Url;
using markup::Words;

// More than anybody reads before deciding; the counts tell of all.
constexpr std::size_t rows_shown_max = 300;

pieces::Tile tile(std::size_t count, std::string text, const char* href = nullptr)
{
    pieces::Tile one{.count = pieces::grouped(count), .text = std::move(text)};
    if (href != nullptr) one.href = Url{href};
    return one;
}

Html queues(const Waiting& waiting)
{
    const auto count = [](std::int64_t number) { return static_cast<std::size_t>(number); };
    return pieces::tiles(
        {tile(count(waiting.held), "rows held: correct them", "/changeover/held"),
         tile(count(waiting.questions), "rows with questions", "/changeover/questions"),
         tile(count(waiting.set_aside), "rows set aside", "/changeover/set-aside")});
}

Html counts_strip(const Counts& counts)
{
    const auto fact = [](std::string label, std::size_t number) {
        return pieces::Fact{.label = std::move(label), .value = pieces::grouped(number)};
    };
    return pieces::fact_strip({fact("Rows", counts.rows), fact("Accepted", counts.accepted),
                               fact("With questions", counts.questions), fact("Held", counts.held),
                               fact("Already there", counts.already_there)}) +
           pieces::fact_strip({fact("Children", counts.children),
                               fact("Plans open", counts.plans_open),
                               fact("Plans ended", counts.plans_ended)});
}

Html imports_table(const std::vector<Import>& imports)
{
    pieces::DataTable table{
        .caption = "Imports",
        .columns = {{"Begun"},
                    {"By"},
                    {"As at"},
                    {"Rows", true},
                    {"Children", true},
                    {"Plans open", true}},
        .when_empty = pieces::empty_state("Nothing was imported yet",
                                          "Choose the extract of the old register above.")};
    for (const Import& one : imports)
        table.rows.push_back(
            {markup::link(heed::in_words(one.begun_at),
                          Url{"/changeover/imports/" + one.id.text()}),
             one.begun_by, heed::in_words(one.as_at), pieces::grouped(one.counts.rows),
             one.finished_at ? pieces::grouped(one.counts.children) : "stopped",
             one.finished_at ? pieces::grouped(one.counts.plans_open) : "stopped"});
    return pieces::data_table(table);
}

Html upload_form(const HomePage& page)
{
    Html content = forms::file_upload(
        {.label = {"The extract, as CSV", "govuk-label--s"},
         .name = "file",
         .hint = forms::Hint{"One row a registration, with headings. Commas, semicolons or tabs"},
         .error = page.sheet.error_at("file")});
    content << page.sheet.date("As at which day", "as_at",
                               "Children whose registration is open on that day become subjects "
                               "of plans");
    content << markup::details(
        {.summary = "The file has headings of its own",
         .text = forms::file_upload(
             {.label = "A mapping file",
              .name = "map",
              .hint = forms::Hint{"Lines of \"their heading\" = \"our heading\", in TOML"},
              .error = page.sheet.error_at("map")}),
         .open = page.sheet.error_at("map").has_value()});
    content << markup::button({.text = "Look at the file"});
    content << pieces::small_print(
        "Nothing is written before you have seen what it would come to.");
    return forms::form(
        {.action = "/changeover/files", .csrf = page.csrf, .content = content, .files = true});
}

Words outcome_tag(RowOutcome outcome)
{
    switch (outcome) {
    case RowOutcome::accepted:
        return markup::tag({.text = "Accepted", .classes = "govuk-tag--green"});
    case RowOutcome::accepted_with_questions:
        return markup::tag({.text = "Questions", .classes = "govuk-tag--yellow"});
    case RowOutcome::held: return markup::tag({.text = "Held", .classes = "govuk-tag--red"});
    case RowOutcome::already_there:
        return markup::tag({.text = "Already there", .classes = "govuk-tag--grey"});
    }
    throw Broken{"an outcome that there is not"};
}

Html sentences(const std::vector<Finding>& findings)
{
    Html all;
    for (const Finding& one : findings) {
        if (!all.empty()) all << "<br>";
        all << one.sentence;
    }
    return all;
}

Html tried_rows(const ImportReport& report)
{
    pieces::DataTable table{
        .caption = "Rows of which something is to be said",
        .columns = {{"Line"}, {"What becomes of it"}, {"Why"}},
        .when_empty = pieces::empty_state("Every row is accepted", "Nothing is left to settle.")};
    std::size_t more = 0;
    for (const RowReport& row : report.rows) {
        if (row.findings.empty()) continue;
        if (table.rows.size() == rows_shown_max)
            ++more;
        else
            table.rows.push_back(
                {std::to_string(row.line), outcome_tag(row.outcome), sentences(row.findings)});
    }
    Html all = pieces::data_table(table);
    if (more > 0)
        all << markup::paragraph("And " + pieces::grouped(more) + " more rows like these.");
    return all;
}

Html about_file(const ImportReport& report)
{
    Html all;
    if (report.windows_1252)
        all << markup::paragraph("Some of the file is not UTF-8 and was read as Windows-1252. "
                                 "Check a name with an accent.");
    if (report.unknown_headings.empty()) return all;
    std::vector<std::string> quoted;
    for (const auto& heading : report.unknown_headings) quoted.push_back("“" + heading + "”");
    return all << markup::paragraph("Not understood, and kept as it is: " + listed(quoted) + ".");
}

/// How a row stands now, with the way to where it is worked on.
Words state_cell(const KeptRow& row)
{
    const bool open = std::ranges::any_of(row.findings, [](const auto& f) { return !f.settled; });
    switch (row.state) {
    case RowState::in_record:
        if (!open) return markup::link("In the record", Url{"/children/" + row.child->text()});
        return markup::link("Questions", Url{"/changeover/questions/" + row.id.text()});
    case RowState::held: return markup::link("Held", Url{"/changeover/held/" + row.id.text()});
    case RowState::set_aside: return "Set aside: " + row.reason;
    case RowState::already_there: return "Already there";
    }
    throw Broken{"a state that there is not"};
}

} // namespace

std::string name_typed(const extract::Row& row)
{
    const std::string whole{trimmed(row[Heading::whole_name])};
    const std::string surname{trimmed(row[Heading::surname])};
    const std::string forenames{trimmed(row[Heading::forenames])};
    if (!whole.empty()) return whole;
    if (surname.empty() && forenames.empty()) return "No name";
    return surname + (surname.empty() || forenames.empty() ? "" : ", ") + forenames;
}

markup::Html open_sentences(const KeptRow& row)
{
    std::vector<Finding> open;
    for (const KeptFinding& one : row.findings)
        if (!one.settled) open.push_back(one.finding);
    return sentences(open);
}

markup::Html home_page(const HomePage& page)
{
    Html main = page.sheet.problems();
    main << markup::heading(1, "The change-over", "govuk-heading-l");
    main << markup::paragraph("On 1 April 2008 the registers ended. Children whose names stood on "
                              "one become subjects of plans.");
    main << queues(page.waiting);
    main << markup::heading(2, "Bring a register in", "govuk-heading-m") << upload_form(page);
    return main << imports_table(page.imports);
}

markup::Html tried_page(const TriedPage& page)
{
    Html main = markup::heading(1, "What the file would come to", "govuk-heading-l");
    main << markup::inset_text(
        {.text = "Nothing was written. As at " + heed::in_words(page.report.as_at) + "."});
    main << counts_strip(page.report.counts) << about_file(page.report);
    Html content;
    content << "<input type=\"hidden\" name=\"upload\" value=\"" << page.upload << "\">";
    content << markup::button_group(
        {markup::button({.text = "Import it", .prevent_double_click = true}),
         markup::link("Choose another file", "/changeover")});
    main << forms::form({.action = "/changeover/imports", .csrf = page.csrf, .content = content});
    return main << tried_rows(page.report);
}

markup::Html running_page(const RunningPage& page)
{
    if (!page.stopped) {
        Html main = markup::heading(1, "The register is coming in", "govuk-heading-l");
        main << "<p class=\"govuk-body-l\" role=\"status\">" << pieces::grouped(page.done) << " of "
             << pieces::grouped(page.all) << " rows.</p>";
        return main << markup::paragraph("This page looks again by itself. You can leave it: the "
                                         "import goes on.");
    }
    Html main = markup::heading(1, "The import was stopped", "govuk-heading-l");
    main << markup::paragraph("What was written stays. Going on begins where it was stopped.");
    Html content;
    content << "<input type=\"hidden\" name=\"upload\" value=\"" << page.upload << "\">"
            << markup::button({.text = "Go on"});
    return main << forms::form(
               {.action = "/changeover/imports", .csrf = page.csrf, .content = content});
}

markup::Html report_page(const ReportPage& page)
{
    const Import& import = page.import;
    Html main = markup::heading(1, "What was imported", "govuk-heading-l");
    main << markup::paragraph("Begun " + heed::in_words(import.begun_at) + " by " +
                              import.begun_by + ", as at " + heed::in_words(import.as_at) + ".");
    if (!import.finished_at)
        main << pieces::danger_line(
            "This import was stopped before its end. Import the same file again: it goes on where "
            "it was stopped.");
    else
        main << counts_strip(import.counts);
    pieces::DataTable table{
        .caption = "Rows of which something was said",
        .columns = {{"Line"}, {"Name as typed"}, {"What is left"}, {"Now"}},
        .state_column = 3,
        .when_empty = pieces::empty_state("Every new row was accepted",
                                          "Rows that were there already are counted above.")};
    for (const KeptRow& row : page.rows)
        if (!row.findings.empty() || row.state == RowState::held)
            table.rows.push_back({std::to_string(row.row.line), name_typed(row.row),
                                  open_sentences(row), state_cell(row)});
    return main << pieces::data_table(table);
}

} // namespace heed::clerk
