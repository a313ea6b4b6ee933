#include "review/pair_page.hpp"

#include "core/ensure.hpp"

#include "markup/components.hpp"
#include "pieces/data_table.hpp"
#include "pieces/record.hpp"

namespace heed::review {

namespace {

using markup::Html;
using markup::Url;
using markup::Words;

Words lines(const std::vector<std::string>& lines)
{
    if (lines.empty()) return "Not recorded";
    if (lines.size() == 1) return lines.front();
    std::vector<Words> items;
    for (const std::string& line : lines) items.emplace_back(line);
    return markup::bullet_list(items);
}

Html title_of(const RecordFacts& record)
{
    if (!record.has_page) return Html::escaped(record.title + " (only in the children's index)");
    return markup::link(record.title, Url{"/children/" + record.id});
}

Html table_of(const PairPage& page)
{
    pieces::DataTable table{.caption = "Both records, field by field",
                            .columns = {{"Field"},
                                        {"One: " + page.one.title},
                                        {"Other: " + page.other.title},
                                        {"What agrees"}}};
    for (const Row& row : page.rows)
        table.rows.push_back({row.field, lines(row.one), lines(row.other),
                              row.agrees.empty() ? Words::none() : lines(row.agrees)});
    return pieces::data_table(table);
}

Html warnings(const PairPage& page)
{
    Html all;
    if (page.agreement.twins)
        all << markup::warning_text(
            {.text = "These read as twins: the same surname, birth and home, and forenames that "
                     "are not two ways of writing one. Twins are two children, whatever the sum "
                     "says."});
    if (page.both_have_plans && page.asked_by.empty())
        all << markup::inset_text(
            {.text = "Both have or had plans. Joining them needs you and another Designated "
                     "Manager, who will be asked to confirm it."});
    if (!page.asked_by.empty())
        all << markup::inset_text(
            {.text = page.asked_by +
                     " found them to be one child and asks that somebody else "
                     "confirms it: " +
                     page.asked_why +
                     (page.asked_by_reader ? " You asked, so another must confirm." : "")});
    if (page.joined)
        all << markup::inset_text({.text = "They are joined as one child. To part them again, "
                                           "undo the decision on either child's page."});
    if (page.kept_apart)
        all << markup::inset_text({.text = "It was decided that these are not the same child. To "
                                           "join them, undo that decision first."});
    return all;
}

Html form_to(const PairPage& page, const std::string& what, Html fields)
{
    return forms::form({.action = Url{"/review/" + page.pair.id.text() + "/" + what},
                        .csrf = page.csrf,
                        .content = std::move(fields)});
}

Html decisions(const PairPage& page)
{
    Html all = markup::heading(2, "What do you find?", "govuk-heading-m");
    if (page.joined || page.kept_apart) return {};
    Html same = page.sheet.textarea("Why they are the same child", "reason",
                                    "Needed. It is kept for good beside the decision");
    same << markup::button({.text = page.asked_by.empty() ? "Same child" : "Confirm: same child",
                            .prevent_double_click = true});
    Html not_same = page.sheet.input("Why they are not the same child", "reason_not",
                                     "Helps whoever looks next; it is never proposed again");
    not_same << markup::button({.text = "Not the same child",
                                .prevent_double_click = true,
                                .classes = "govuk-button--secondary"});
    return all << form_to(page, "same", same) << form_to(page, "not-same", not_same)
               << form_to(page, "later",
                          markup::button({.text = "Later: show it again in a week",
                                          .classes = "govuk-button--secondary"}));
}

} // namespace

std::string_view in_words(links::Source source)
{
    switch (source) {
    case links::Source::feed: return "the children's index";
    case links::Source::register_: return "the register";
    case links::Source::person: return "a person";
    }
    throw Broken{"a source that there is not"};
}

markup::Html queue_page(const std::vector<QueueLine>& queue, std::int64_t waiting)
{
    Html main = markup::heading(1, "Recorded twice?", "govuk-heading-l");
    main << markup::paragraph("Pairs of records that may be of one child. Nothing is joined until "
                              "somebody says so, and any decision can be undone.");
    pieces::DataTable table{
        .caption = pieces::grouped(static_cast<std::size_t>(waiting)) +
                   (waiting == 1 ? " pair" : " pairs") + " to look at",
        .columns = {{"One"}, {"Other"}, {"Found by"}, {"Bits", true}, {"Since"}},
        .when_empty = pieces::empty_state("No pairs", "Nobody waits to be looked at.")};
    for (const QueueLine& line : queue)
        table.rows.push_back(
            {markup::link(line.one, Url{"/review/" + line.pair.id.text()}), line.other,
             std::string{in_words(line.pair.source)},
             line.pair.bits > 0 ? std::to_string(std::lround(line.pair.bits)) : std::string{"–"},
             heed::in_words(day_in_england(line.pair.proposed_at))});
    return main << pieces::data_table(table);
}

markup::Html pair_page(const PairPage& page)
{
    Html main = page.sheet.problems();
    main << markup::heading(1, "Are these the same child?", "govuk-heading-l")
         << markup::paragraph(title_of(page.one) + Html{" and "} + title_of(page.other));
    if (!page.pair.note.empty())
        main << markup::inset_text({.text = "Somebody said: " + page.pair.note});
    main << warnings(page) << table_of(page);
    if (page.agreement.weighed)
        main << markup::paragraph(bits_in_words(page.agreement.bits) +
                                  " Brothers and sisters share surname, home and carers: between "
                                  "them forename and birth decide, and not the sum.");
    return main << decisions(page);
}

} // namespace heed::review
