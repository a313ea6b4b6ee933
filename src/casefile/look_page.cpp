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

markup::Html looks(const std::vector<Look>& looks)
{
    pieces::DataTable table{
        .caption = "Who looked at this child's record, or changed it",
        .columns = {{"When"}, {"Who"}, {"Role"}, {"What"}, {"Reason"}},
        .when_empty = pieces::empty_state("Nobody yet", "Nobody has looked at this record.")};
    for (const Look& look : looks)
        table.rows.push_back({look.when, look.who, look.role, look.what, look.reason});
    return pieces::data_table(table);
}

} // namespace heed::casefile
