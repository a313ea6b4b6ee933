#include "misses/misses_page.hpp"

#include "markup/components.hpp"
#include "pieces/answer.hpp"
#include "pieces/data_table.hpp"
#include "pieces/page.hpp"
#include "pieces/record.hpp"

namespace heed::misses {

namespace {

using markup::Html;
using markup::SummaryRow;
using markup::Url;

std::string said(const enquiry::About& about)
{
    std::string words;
    for (const std::string* part : {&about.typed, &about.name, &about.born, &about.address,
                                    &about.postcode, &about.identifier})
        if (!part->empty()) words += (words.empty() ? "" : ", ") + *part;
    if (about.age) words += ", aged " + std::to_string(*about.age);
    return words;
}

Html question_card(const enquiry::Enquiry& question)
{
    const auto& caller = question.asked.caller;
    std::vector<SummaryRow> rows{
        {.key = "Asked about", .value = said(question.asked.about)},
        {.key = "When", .value = heed::in_words(question.asked_at)},
        {.key = "By", .value = caller.name + (caller.job.empty() ? "" : ", " + caller.job)},
        {.key = "Of", .value = caller.agency},
        {.key = "Rung back on", .value = markup::Words{pieces::telephone(caller.called_back)}},
        {.key = "Because", .value = question.asked.reason},
        {.key = "Answered by", .value = question.asked_by},
    };
    return markup::summary_list(
        {.rows = rows, .card = markup::SummaryCard{.title = "The question"}});
}

Html child_card(const Miss& miss, const family::Summary& child)
{
    const std::string born = child.birth.in_words();
    std::vector<SummaryRow> rows{
        {.key = "Name", .value = child.name},
        {.key = "Born", .value = born.empty() ? "Not known" : born},
        {.key = "To tell by", .value = child.check.empty() ? "Nothing more" : child.check},
        {.key = "Why they fit", .value = miss.why.empty() ? "What was said" : miss.why},
    };
    return markup::summary_list(
        {.rows = rows, .card = markup::SummaryCard{.title = "In the record now"}});
}

} // namespace

markup::Html misses_page(const std::vector<MissLine>& lines, const Progress& progress)
{
    Html main =
        markup::heading(1, "Enquiries that found nobody, and now fit a child", "govuk-heading-l");
    main << markup::paragraph("Somebody asked about a child whom nobody knew. Since then a child "
                              "was written down who fits what was said. Ring the caller back.");
    if (progress.done < progress.total)
        main << markup::inset_text(
            {.text = "Earlier questions are being asked again: " +
                     pieces::grouped(static_cast<std::size_t>(progress.done)) + " of " +
                     pieces::grouped(static_cast<std::size_t>(progress.total)) + "."});
    pieces::DataTable table{
        .caption = "The latest first",
        .columns = {{"Question"}, {"Asked"}, {"Came alive"}},
        .when_empty = pieces::empty_state("None", "No earlier question fits anybody new.")};
    for (const MissLine& line : lines)
        table.rows.push_back(
            {markup::link("Receipt " + line.miss.receipt, Url{"/misses/" + line.miss.id.text()}),
             line.asked, line.found});
    return main << pieces::data_table(table);
}

markup::Html miss_page(const Miss& miss, const enquiry::Enquiry& question,
                       const std::optional<family::Summary>& child)
{
    Html main = markup::heading(1, "May this be the child who was asked about?", "govuk-heading-l");
    Html right;
    if (child)
        right << child_card(miss, *child)
              << markup::paragraph(
                     markup::link("The child's record", Url{"/children/" + miss.record}));
    else
        right << markup::inset_text({.text = "This record is not a child of this authority's "
                                             "record. Ask again at the enquiry desk."});
    Html left = question_card(question);
    left << markup::paragraph(
        markup::link("The answer that was given", Url{"/enquiries/" + miss.receipt}));
    main << pieces::even_columns(left, right);
    return main << markup::paragraph("If it is: ring the caller back on the number above, and put "
                                     "the question again at "
                                     "the enquiry desk, so that the answer is written down.") +
                       markup::paragraph(markup::link("The enquiry desk", Url{"/enquiries/new"}));
}

} // namespace heed::misses
