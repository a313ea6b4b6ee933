#include "desk/list_page.hpp"

#include "desk/answer_page.hpp"
#include "forms/forms.hpp"
#include "markup/components.hpp"
#include "pieces/data_table.hpp"
#include "pieces/search.hpp"

namespace heed::desk {

using markup::Html;
using markup::Words;

std::string short_answer(pack::Answer answer)
{
    using pack::Answer;
    switch (answer) {
    case Answer::on_plan: return "On a plan";
    case Answer::temporarily_here: return "Temporarily here";
    case Answer::plan_ended_recently: return "Plan ended lately";
    case Answer::household_on_plan: return "Household on a plan";
    case Answer::known_not_on_plan: return "Known, no plan";
    case Answer::not_found: return "Not found";
    case Answer::which_child: return "Not yet known who";
    case Answer::could_not_check: return "Could not check";
    }
    throw Broken{"an answer that there is not"};
}

std::string list_in(const web::Fields& query)
{
    const auto from = day_from_iso(query.text("from")), to = day_from_iso(query.text("to"));
    if (!from || !to) return {};
    return "?from=" + to_iso(*from) + "&to=" + to_iso(*to) +
           (query.text("open") == "1" ? "&open=1" : "");
}

namespace {

Words considered_cell(const Line& line)
{
    if (!line.considered)
        return markup::tag({.text = "To consider", .classes = "govuk-tag--yellow"});
    return std::string{label(line.considered->result)} + ", " + line.considered->by;
}

std::vector<Words> row(const Line& line, const std::string& list)
{
    Html caller;
    caller << line.caller << ", " << line.agency;
    if (!line.number_held) caller << " (number not held)";
    std::string about = about_line(line.about, day_in_england(line.asked_at));
    std::string reason = line.reason;
    if (line.concerns > 0) reason += " (concern recorded)";
    return {markup::link(in_words(line.asked_at), "/enquiries/" + line.receipt + list),
            about,
            caller,
            reason,
            short_answer(line.answer),
            considered_cell(line)};
}

Html filter(const ListPage& page)
{
    Html fields = page.asked.date("From", "from");
    fields << page.asked.date("To", "to");
    fields << forms::checkboxes(
        {.group = {},
         .name = "open",
         .items = {{.text = "Only those to consider", .value = "1"}},
         .values = page.only_open ? std::vector<std::string>{"1"} : std::vector<std::string>{},
         .classes = "govuk-checkboxes--small"});
    return pieces::filter_bar(
        {.action = "/enquiries", .fields = fields, .button = "Show", .label = "Which enquiries"});
}

} // namespace

Html list_page(const ListPage& page)
{
    Html main;
    main << page.asked.problems();
    main << markup::heading(1, "Enquiries", "govuk-heading-l") << filter(page);
    pieces::DataTable table{
        .caption = std::to_string(page.lines.size()) +
                   (page.lines.size() == 1 ? " enquiry" : " enquiries"),
        .columns =
            {{"When"}, {"About"}, {"Caller"}, {"What has happened"}, {"Answer"}, {"Considered"}},
        .when_empty = markup::paragraph("No enquiries in these days.")};
    const std::string list = list_in({{"from", to_iso(page.from)},
                                      {"to", to_iso(page.to)},
                                      {"open", page.only_open ? "1" : ""}});
    for (const auto& line : page.lines) table.rows.push_back(row(line, list));
    return main << pieces::data_table(table);
}

} // namespace heed::desk
