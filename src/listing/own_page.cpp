#include "listing/list_page.hpp"

#include "listing/list_wire.hpp"
#include "markup/components.hpp"
#include "pieces/data_table.hpp"
#include "pieces/record.hpp"

namespace heed::listing {

namespace {

using markup::Html;
using markup::Url;
using markup::Words;

Html name_of(const Line& line, Day on)
{
    return markup::link(line.name(on).sorting(), Url{"/children/" + line.child.id.text()});
}

/// What is to be seen to, the gravest first, each in a line.
Html due(const Line& line, Day on, const pack::Pack& pack)
{
    if (line.alarms.empty())
        return markup::tag({.text = "On track", .classes = "govuk-tag--green"});
    Html all;
    for (const Alarm alarm : line.alarms) {
        if (!all.empty()) all << "<br>";
        const std::string words = in_words(alarm, line.plan, on, pack);
        all << (is_grave(alarm) ? markup::tag({.text = words, .classes = "govuk-tag--yellow"})
                                : Html::escaped(words));
    }
    return all;
}

std::string age_words(const child::Birth& birth, Day on)
{
    if (birth.is_unborn()) return "Unborn";
    const auto age = birth.age_on(on);
    return age ? std::to_string(*age) : std::string{"Not known"};
}

std::string review_of(const Line& line)
{
    return line.plan.next_review_due ? in_words(*line.plan.next_review_due)
                                     : std::string{"Not set"};
}

/// "Mary Tansley: review by 3 December 2026", of the child with the next thing to be done.
Html next_thing(const std::vector<const Line*>& lines, Day on)
{
    const auto is_late = [&](const Line* line) {
        return line->plan.next_review_due && *line->plan.next_review_due < on;
    };
    const auto late = std::ranges::count_if(lines, is_late);
    const std::string what = late == 0   ? "Next: "
                             : late == 1 ? "A review is late: "
                                         : std::to_string(late) + " reviews are late, first ";
    for (const Line* line : lines)
        if (line->plan.next_review_due) {
            return markup::inset_text(
                {.text = Html{"<strong>"} + Html::escaped(what) + Html{"</strong>"} +
                         Html::escaped(line->name(on).spoken() + ", review by " + review_of(*line) +
                                       ".")});
        }
    return {};
}

} // namespace

markup::Html own_page(const OwnPage& page, const pack::Pack& pack)
{
    Html main = markup::heading(1, "My children", "govuk-heading-l");
    if (!page.worker)
        return main << pieces::empty_state(
                   "Nobody has said who you are in the directory",
                   "Ask the Designated Manager or an administrator to choose your user account in "
                   "your entry of the directory. Then the children whose " +
                       pack.word(pack::Word::key_worker) + " you are stand here.");
    const Day on = page.list.as_of.on;
    const auto lines =
        chosen(page.list, {.key_worker = page.worker->id.text(), .sort_by = SortBy::review});
    main << next_thing(lines, on);
    pieces::DataTable table{
        .caption = std::to_string(lines.size()) + (lines.size() == 1 ? " child" : " children") +
                   ", the next review first",
        .columns = {{"Name"},
                    {"Age"},
                    {"Categories"},
                    {.title = "Plan since", .nowrap = true},
                    {.title = "Next review", .nowrap = true},
                    {"To be seen to"}},
        .when_empty = pieces::empty_state(
            "No child", "No plan of today names you as " + pack.word(pack::Word::key_worker) +
                            ". What callers asked about a child of yours is among the notices.")};
    for (const Line* line : lines) {
        table.rows.push_back({name_of(*line, on), age_words(line->child.particulars.birth, on),
                              line->plan.categories.empty() ? std::string{"None"}
                                                            : category_labels(line->plan, pack),
                              in_words(line->plan.period.first()), review_of(*line),
                              due(*line, on, pack)});
    }
    return main << pieces::data_table(table);
}

} // namespace heed::listing
