#include "casefile/case_page.hpp"

#include "markup/components.hpp"
#include "pieces/data_table.hpp"
#include "pieces/record.hpp"

namespace heed::casefile {

using markup::Html;

markup::Html reason_page(const Asking& asking, const office::Sheet& sheet)
{
    std::vector<forms::Choice> reasons;
    for (const std::string& reason : usual_reasons())
        reasons.push_back({.text = reason, .value = reason});
    Html fields = sheet.radios("Why do you need to see this record?", "reason", reasons);
    fields << sheet.input("In your own words", "reason_words",
                          "Needed when none of these is the reason");
    Html content = sheet.problems();
    content << markup::heading(1, "Say why, then the record opens", "govuk-heading-l")
            << markup::paragraph("Your name, the time and your reason are kept for good, and those "
                                 "who answer for this record read them.");
    fields << Html{"<input type=\"hidden\" name=\"then\" value=\""} << asking.then << "\">"
           << markup::button({.text = "Open the record"});
    return content << forms::form({.action = markup::Url{"/children/" + asking.child_id + "/open"},
                                   .csrf = asking.csrf,
                                   .content = fields});
}

std::string reason_in(const office::Sheet& sheet)
{
    const std::string chosen = sheet.text("reason"), words = sheet.text("reason_words");
    if (chosen.empty() || words.empty()) return chosen + words;
    return chosen + ": " + words;
}

namespace {

/// "9:00am" of "9:00am on 24 November 2026".
std::string clock_of(Moment at)
{
    const std::string words = in_words(at);
    return words.substr(0, words.find(' '));
}

std::string when_of(const Spell& spell)
{
    const Moment first = spell.looks.front().at, last = spell.looks.back().at;
    if (in_words(first) == in_words(last)) return in_words(first);
    if (day_in_england(first) != day_in_england(last))
        return in_words(first) + " to " + in_words(last);
    return clock_of(first) + " to " + in_words(last);
}

/// Every look of a spell, behind a line that opens it.
Html each_look(const Spell& spell)
{
    Html lines{"<ul class=\"govuk-list govuk-list--bullet\">"};
    for (const Look& look : spell.looks)
        lines << "<li>" << clock_of(look.at) << ": " << look.what
              << (look.reason.empty() ? std::string{} : " (" + look.reason + ")") << "</li>";
    lines << "</ul>";
    const auto number = spell.looks.size();
    return markup::details({.summary = number == 1 ? std::string{"The one entry"}
                                                   : "Each of the " + std::to_string(number),
                            .text = lines,
                            .classes = "govuk-!-font-size-16 govuk-!-margin-bottom-0"});
}

} // namespace

markup::Html looks(const std::vector<Spell>& spells)
{
    pieces::DataTable table{
        .caption = "Who looked at this child's record, or changed it",
        .columns = {{"When"}, {"Who"}, {"What"}, {"Reason"}},
        .when_empty = pieces::empty_state("Nobody yet", "Nobody has looked at this record.")};
    for (const Spell& spell : spells) {
        std::string reasons;
        for (const std::string& reason : spell.reasons())
            reasons += (reasons.empty() ? "" : "; ") + reason;
        Html what = Html::escaped(spell.what());
        if (spell.looks.size() > 1) what << each_look(spell);
        table.rows.push_back({when_of(spell), spell.who + ", " + spell.role, what, reasons});
    }
    return pieces::data_table(table);
}

} // namespace heed::casefile
