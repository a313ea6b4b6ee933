#include "review/child_links_page.hpp"

#include "markup/components.hpp"
#include "pieces/data_table.hpp"
#include "pieces/record.hpp"

namespace heed::review {

namespace {

using links::Verdict;
using markup::Html;
using markup::Url;
using markup::Words;

std::string home_of(const ChildLinksPage& page) { return "/children/" + page.id; }

std::string who(const family::Summary& child)
{
    std::string words = child.name;
    if (const auto born = child.birth.in_words(); !born.empty()) words += ", born " + born;
    if (!child.check.empty()) words += ", " + child.check;
    return words;
}

std::string in_words(Verdict verdict)
{
    switch (verdict) {
    case Verdict::same: return "Same child as";
    case Verdict::not_same: return "Not the same child as";
    case Verdict::asked_same: return "Asked to confirm: same child as";
    case Verdict::undone: return "Undid a decision about";
    }
    throw Broken{"a verdict that there is not"};
}

Html records_of(const ChildLinksPage& page)
{
    if (page.also.empty())
        return markup::paragraph("This child is recorded once, as far as anybody has found.");
    std::vector<Words> items;
    for (const auto& other : page.also)
        items.emplace_back(markup::link(who(other), Url{"/children/" + other.id.text()}));
    return markup::paragraph("Also recorded as:") + markup::bullet_list(items);
}

Html undo_form(const ChildLinksPage& page, const DecisionLine& line)
{
    const std::string id = line.decision.id.text();
    const bool typed_here = page.sheet.text("decision") == id;
    Html fields{"<input type=\"hidden\" name=\"decision\" value=\""};
    fields << id << "\">";
    fields << forms::input({.label = "Why it is undone",
                            .name = "reason",
                            .id = typed_here ? "reason" : "reason-" + id,
                            .value = typed_here ? page.sheet.text("reason") : std::string{},
                            .error = typed_here ? page.sheet.error_at("reason") : std::nullopt})
           << markup::button({.text = "Undo", .classes = "govuk-button--secondary"});
    return markup::details({.summary = "Undo this decision",
                            .text = forms::form({.action = Url{home_of(page) + "/same-child/undo"},
                                                 .csrf = page.csrf,
                                                 .content = fields}),
                            .open = typed_here});
}

Html decisions_of(const ChildLinksPage& page)
{
    if (page.decisions.empty()) return {};
    pieces::DataTable table{.caption = "What was decided",
                            .columns = {{"When"}, {"Decision"}, {"By"}, {"Why"}, {"Now"}}};
    for (const DecisionLine& line : page.decisions)
        table.rows.push_back({heed::in_words(line.decision.at),
                              in_words(line.decision.verdict) + " " + line.other, line.by,
                              line.decision.reason,
                              !line.stands      ? Words{"Undone"}
                              : page.may_decide ? Words{Html{"Stands"} + undo_form(page, line)}
                                                : Words{"Stands"}});
    return pieces::data_table(table);
}

Html waiting_of(const ChildLinksPage& page)
{
    if (page.waiting.empty()) return {};
    std::vector<Words> items;
    for (const auto& pair : page.waiting)
        items.emplace_back(page.may_decide ? markup::link("Look at them side by side",
                                                          Url{"/review/" + pair.id.text()})
                                           : Html{"Waits for the Designated Manager"});
    return markup::heading(2, "May be recorded twice", "govuk-heading-m") +
           markup::bullet_list(items);
}

Html suggesting(const ChildLinksPage& page)
{
    std::vector<forms::Choice> choices;
    for (const Alike& one : page.alike) {
        std::string why;
        for (const auto& reason : one.why) why += (why.empty() ? "" : ", ") + reason;
        choices.push_back({.text = who(one.child),
                           .value = one.child.id.text(),
                           .hint = why.empty() ? std::nullopt : std::optional{forms::Hint{why}}});
    }
    Html all = markup::heading(2, "May be the same child as …", "govuk-heading-m");
    if (choices.empty())
        return all << markup::paragraph("Nobody else in the record is much like this child.");
    Html fields = page.sheet.radios("Which child?", "other", choices);
    fields << page.sheet.textarea("What makes you think so", "note",
                                  "The Designated Manager reads it beside both records")
           << markup::button({.text = "Ask the Designated Manager to look"});
    return all << forms::form({.action = Url{home_of(page) + "/same-child"},
                               .csrf = page.csrf,
                               .content = fields});
}

} // namespace

markup::Html child_links_page(const ChildLinksPage& page)
{
    Html main = page.sheet.problems();
    main << markup::heading(1, "Is this child recorded twice?", "govuk-heading-l")
         << markup::paragraph(page.name) << records_of(page) << waiting_of(page)
         << decisions_of(page) << suggesting(page);
    return main;
}

} // namespace heed::review
