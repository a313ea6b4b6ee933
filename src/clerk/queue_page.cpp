#include "clerk/queue_page.hpp"

#include "clerk/import_page.hpp"
#include "markup/components.hpp"
#include "pieces/answer.hpp"
#include "pieces/data_table.hpp"
#include "pieces/page.hpp"
#include "pieces/record.hpp"

namespace heed::clerk {

namespace {

using changeover::KeptFinding;
using changeover::Settling;
using changeover::settling_of;
using extract::Heading;
using extract::heading_count;
using markup::Html;
using markup::Url;

std::string called(const Names& names, const std::string& user)
{
    const auto found = names.find(user);
    return found == names.end() ? "Somebody" : found->second;
}

/// "Dora Quill, 2:40pm on 30 November 2026".
std::string by_and_when(const Names& names, const std::string& user, Moment at)
{
    return called(names, user) + ", " + heed::in_words(at);
}

/// What became of a row, by whom and when.
std::string became(const SettledPage& page)
{
    const KeptRow& row = page.row;
    const std::string who = called(page.names, row.changed_by);
    const std::string when = " at " + heed::in_words(row.changed_at);
    switch (row.state) {
    case changeover::RowState::set_aside:
        return who + " set this row aside" + when + ": " + row.reason;
    case changeover::RowState::in_record:
        return who + " put this row right" + when + ". The child is in the record.";
    case changeover::RowState::already_there:
        return who + " tried this row again" + when + ": the record held it already.";
    case changeover::RowState::held: break;
    }
    return who + " took this row back into the queue" + when + ".";
}

Url where_it_stands(const KeptRow& row)
{
    switch (row.state) {
    case changeover::RowState::set_aside: return Url{"/changeover/set-aside/" + row.id.text()};
    case changeover::RowState::in_record: return Url{"/changeover/questions/" + row.id.text()};
    case changeover::RowState::held: return Url{"/changeover/held/" + row.id.text()};
    case changeover::RowState::already_there: break;
    }
    return Url{"/changeover/held"};
}

std::string day_in(const office::Sheet& sheet, const std::string& name)
{
    const auto day = sheet.maybe_day(name);
    if (day && *day) return heed::in_words(**day);
    std::string typed;
    for (const char* part : {"-day", "-month", "-year"}) {
        const std::string text = sheet.text(name + part);
        if (!text.empty()) typed += (typed.empty() ? "" : " ") + text;
    }
    return typed;
}

/// `heading_9`: a form field for what stands under a heading.
std::string field_name(std::size_t heading) { return "heading_" + std::to_string(heading); }

Html word_for_word(const KeptRow& row)
{
    Html text;
    text << "<p class=\"govuk-body\">" << row.row.text << "</p>";
    for (const auto& [heading, said] : row.row.others) text << pieces::fact(heading, said);
    return markup::details({.summary = "The row as it came, word for word", .text = text});
}

Html row_link(const KeptRow& row, const std::string& folder)
{
    return markup::link(name_typed(row.row), Url{"/changeover/" + folder + "/" + row.id.text()});
}

/// The headings that a finding is about: where it is put right.
std::vector<Heading> headings_of(const extract::Finding& finding)
{
    using enum extract::RowCode;
    switch (finding.code) {
    case no_name: return {Heading::surname, Heading::forenames};
    case no_registration_date:
    case registered_in_future: return {Heading::registered};
    case ended_before_registered:
    case ended_on_its_first_day:
    case differs_from_earlier_row:
    case overlaps_another_row:
    case overlaps_record: return {Heading::registered, Heading::deregistered};
    case born_in_future: return {Heading::born};
    default: break;
    }
    // Of a date that cannot be read the sentence begins with its heading.
    std::vector<Heading> named;
    for (std::size_t i = 0; i < heading_count; ++i)
        if (finding.sentence.starts_with(std::string{title(static_cast<Heading>(i))} + " "))
            named.push_back(static_cast<Heading>(i));
    return named;
}

/// What holds the row: each sentence once, at the field where it is put right, or elsewhere.
struct Trouble {
    std::map<Heading, std::string> at; ///< fields to be looked at; a sentence stands at its first
    std::vector<markup::Words> elsewhere;
};

Trouble trouble_of(const KeptRow& row)
{
    Trouble trouble;
    for (const KeptFinding& one : row.findings) {
        if (one.settled) continue;
        bool said = false;
        for (const Heading heading : headings_of(one.finding)) {
            std::string& here = trouble.at[heading];
            if (said || !here.empty()) continue;
            here = one.finding.sentence;
            said = true;
        }
        if (!said) trouble.elsewhere.emplace_back(one.finding.sentence);
    }
    return trouble;
}

Html field_of(const RowPage& page, Heading heading, const std::string& trouble)
{
    const std::string name = field_name(static_cast<std::size_t>(heading));
    auto error = page.sheet.error_at(name);
    if (!error && !trouble.empty()) error = forms::ErrorMessage{trouble};
    return forms::input({.label = std::string{extract::title(heading)},
                         .name = name,
                         .value = std::string{page.sheet.typed().text(name)},
                         .error = error,
                         .autocomplete = "off"});
}

/// First what holds the row; then the rest of it, in two columns.
Html correction_form(const RowPage& page, const std::map<Heading, std::string>& trouble)
{
    Html fields, left, right;
    std::size_t at = 0;
    for (const auto& [heading, sentence] : trouble) fields << field_of(page, heading, sentence);
    for (std::size_t i = 0; i < heading_count; ++i) {
        const auto heading = static_cast<Heading>(i);
        if (trouble.contains(heading)) continue;
        if (heading == Heading::whole_name && page.row.row[heading].empty()) continue;
        const std::size_t half = (heading_count - trouble.size()) / 2;
        (at++ < half ? left : right) << field_of(page, heading, {});
    }
    const Html rest = pieces::even_columns(left, right);
    // What somebody came to put right fits a screen; the rest is one press away.
    if (trouble.empty() || page.sheet.is_wrong())
        fields << rest;
    else
        fields << markup::details({.summary = "The rest of the row", .text = rest});
    fields << markup::button({.text = "Try again", .prevent_double_click = true});
    const std::string address = "/changeover/held/" + page.row.id.text();
    return forms::form({.action = Url{address},
                        .csrf = page.csrf,
                        .content = fields,
                        .draft = "held-" + page.row.id.text()});
}

Html set_aside_form(const RowPage& page)
{
    Html fields = page.sheet.textarea("Why it is not wanted", "reason",
                                      "The row is kept, and can be taken back");
    fields << markup::button({.text = "Set aside", .classes = "govuk-button--secondary"});
    return forms::form({.action = Url{"/changeover/held/" + page.row.id.text() + "/set-aside"},
                        .csrf = page.csrf,
                        .content = fields});
}

Html head_of(const RowPage& page, const std::string& title)
{
    Html main = page.sheet.problems();
    main << markup::heading(1, title, "govuk-heading-l");
    return main << markup::paragraph(name_typed(page.row.row) + ", line " +
                                     std::to_string(page.row.row.line) + " of the file.");
}

/// A form that settles questions of the row in one way.
Html settling_form(const QuestionPage& page, const std::string& what, Html fields,
                   const std::string& button)
{
    fields << markup::button({.text = button});
    return forms::form({.action = Url{"/changeover/questions/" + page.row.id.text() + "/" + what},
                        .csrf = page.csrf,
                        .content = std::move(fields)});
}

Html key_worker_form(const QuestionPage& page)
{
    std::vector<forms::Option> workers{{.text = "Choose, or write a new one below", .value = ""}};
    for (const auto& one : page.social_workers)
        workers.push_back({.text = one.name + (one.telephone.empty() ? "" : ", " + one.telephone),
                           .value = one.id.text()});
    Html fields = page.sheet.select("Qualified social worker", "key_worker", workers);
    fields << page.sheet.input("Somebody new: name", "name")
           << page.sheet.input("Somebody new: telephone", "telephone")
           << page.sheet.checkboxes(
                  "Somebody new", "qualified",
                  {{.text = "They are a qualified social worker", .value = "yes"}})
           << page.sheet.date("Key worker since", "since");
    return settling_form(page, "key-worker", std::move(fields), "Appoint");
}

Html categories_form(const QuestionPage& page)
{
    std::vector<forms::Choice> main, others;
    for (const auto& category : page.categories) {
        main.push_back({.text = category.label, .value = category.code});
        others.push_back({.text = category.label, .value = category.code});
    }
    Html fields = page.sheet.radios("Main category", "main", main);
    fields << page.sheet.checkboxes("Others, if any", "others", others);
    return settling_form(page, "categories", std::move(fields), "Choose");
}

Html review_form(const QuestionPage& page)
{
    return settling_form(page, "review", page.sheet.date("Next review", "due"), "Set the review");
}

Html words_form(const QuestionPage& page, const KeptFinding& one)
{
    Html fields;
    fields << "<input type=\"hidden\" name=\"finding\" value=\"" << one.id.text() << "\">";
    // Several such forms may stand on the page, and each field has an id of its own.
    const bool typed_here = page.sheet.text("finding") == one.id.text();
    const bool of_late_review = one.finding.code == extract::RowCode::review_late;
    fields << forms::textarea(
        {.label = of_late_review ? "Or why it is late" : "What you found out, and did",
         .name = "words",
         .id = typed_here ? "words" : "words-" + one.id.text(),
         .value = typed_here ? page.sheet.text("words") : std::string{},
         .rows = 2,
         .hint =
             forms::Hint{of_late_review ? "The date stays as it is, and shows as late on the list"
                                        : "Put the record itself right on the child’s page first"},
         .error = typed_here ? page.sheet.error_at("words") : std::nullopt});
    return settling_form(page, "words", std::move(fields),
                         of_late_review ? "Save the reason" : "Save what was found out");
}

Html form_for(const QuestionPage& page, Settling how)
{
    switch (how) {
    case Settling::key_worker: return key_worker_form(page);
    case Settling::categories: return categories_form(page);
    case Settling::review: return review_form(page);
    case Settling::words: break;
    }
    throw Broken{"each question in words has a form of its own"};
}

} // namespace

markup::Html rows_page(const RowsPage& page)
{
    Html main = markup::heading(1, page.set_aside ? "Rows set aside" : "Rows that are held",
                                "govuk-heading-l");
    if (!page.set_aside)
        main << markup::paragraph("Nothing of these rows is in the record. A child among them is "
                                  "not found by the enquiry desk until the row is put right.");
    pieces::DataTable table{
        .caption = pieces::grouped(page.rows.size()) + (page.rows.size() == 1 ? " row" : " rows"),
        .columns = {{"Name as typed"}, {"Line"}, {page.set_aside ? "Why" : "What holds it"}},
        .when_empty = pieces::empty_state("No rows", page.set_aside ? "Nothing was set aside."
                                                                    : "Nothing is held.")};
    if (page.set_aside) table.columns.push_back({"Set aside"});
    for (const KeptRow& row : page.rows) {
        table.rows.push_back({row_link(row, page.set_aside ? "set-aside" : "held"),
                              std::to_string(row.row.line),
                              page.set_aside ? markup::Words{row.reason} : open_sentences(row)});
        if (page.set_aside)
            table.rows.back().emplace_back(by_and_when(page.names, row.changed_by, row.changed_at));
    }
    return main << pieces::data_table(table);
}

markup::Html held_page(const RowPage& page)
{
    Html main = head_of(page, "A row that is held");
    const Trouble trouble = trouble_of(page.row);
    if (!trouble.elsewhere.empty()) main << markup::bullet_list(trouble.elsewhere);
    if (!page.draft_kept.empty())
        main << markup::inset_text({.text = "What you had typed was kept at " + page.draft_kept +
                                            ". Go on where you were."});
    main << word_for_word(page.row) << correction_form(page, trouble.at);
    return main << markup::heading(2, "Not wanted?", "govuk-heading-m") << set_aside_form(page);
}

markup::Html set_aside_page(const RowPage& page)
{
    Html main = head_of(page, "A row that was set aside");
    main << pieces::fact("Why", page.row.reason)
         << pieces::fact("Set aside",
                         by_and_when(page.names, page.row.changed_by, page.row.changed_at))
         << word_for_word(page.row);
    return main << forms::form(
               {.action = Url{"/changeover/set-aside/" + page.row.id.text() + "/take-back"},
                .csrf = page.csrf,
                .content = markup::button({.text = "Take it back into the queue"})});
}

web::Fields fields_of(const extract::Row& row)
{
    web::Fields fields;
    for (std::size_t i = 0; i < heading_count; ++i) fields.add(field_name(i), row.fields.at(i));
    return fields;
}

extract::Row row_in(const web::Fields& fields)
{
    extract::Row row;
    for (std::size_t i = 0; i < heading_count; ++i) row.fields.at(i) = fields.text(field_name(i));
    return row;
}

markup::Html questions_page(const std::vector<KeptRow>& rows)
{
    Html main = markup::heading(1, "Questions the register left", "govuk-heading-l");
    main << markup::paragraph("These children are in the record and their plans run. Something is "
                              "left for you to settle.");
    pieces::DataTable table{
        .caption = pieces::grouped(rows.size()) + (rows.size() == 1 ? " row" : " rows"),
        .columns = {{"Name as typed"}, {"Line"}, {"What is left"}},
        .when_empty = pieces::empty_state("No questions", "Everything is settled.")};
    for (const KeptRow& row : rows)
        table.rows.push_back(
            {row_link(row, "questions"), std::to_string(row.row.line), open_sentences(row)});
    return main << pieces::data_table(table);
}

markup::Html question_page(const QuestionPage& page)
{
    Html main = page.sheet.problems();
    main << markup::heading(1, "Questions about a child", "govuk-heading-l");
    Html who = markup::link(page.child ? page.child->name : name_typed(page.row.row),
                            Url{"/children/" + page.row.child->text()});
    if (page.child && !page.child->check.empty()) who << ", " << page.child->check;
    main << markup::paragraph(who) << word_for_word(page.row);
    bool any = false;
    for (const Settling how : {Settling::key_worker, Settling::categories, Settling::review}) {
        bool asked = false;
        for (const KeptFinding& one : page.row.findings) {
            if (one.settled || settling_of(one.finding.code) != how) continue;
            main << markup::heading(2, one.finding.sentence, "govuk-heading-s");
            asked = any = true;
        }
        if (asked) main << form_for(page, how);
    }
    for (const KeptFinding& one : page.row.findings)
        if (!one.settled && one.finding.code == extract::RowCode::review_late)
            main << words_form(page, one);
    for (const KeptFinding& one : page.row.findings)
        if (!one.settled && settling_of(one.finding.code) == Settling::words) {
            main << markup::heading(2, one.finding.sentence, "govuk-heading-s")
                 << words_form(page, one);
            any = true;
        }
    if (!any) main << pieces::empty_state("Nothing is left to settle", "All is done for this row.");
    std::vector<markup::Words> done;
    for (const KeptFinding& one : page.row.findings)
        if (one.settled)
            done.emplace_back(one.finding.sentence + " " + one.settled_as + " (" +
                              by_and_when(page.names, one.settled_by, *one.settled_at) + ")");
    if (!done.empty())
        main << markup::heading(2, "Settled", "govuk-heading-m") << markup::bullet_list(done);
    return main;
}

markup::Html settled_page(const SettledPage& page)
{
    Html main = markup::heading(1, "Somebody settled this before you", "govuk-heading-l");
    main << markup::paragraph(name_typed(page.row.row) + ", line " +
                              std::to_string(page.row.row.line) + " of the file.");
    std::vector<markup::Words> settled;
    if (page.question)
        for (const KeptFinding& one : page.row.findings)
            if (one.settled)
                settled.emplace_back(one.finding.sentence + " " +
                                     called(page.names, one.settled_by) + " settled this at " +
                                     heed::in_words(*one.settled_at) + ": " + one.settled_as);
    if (settled.empty())
        main << markup::inset_text({.text = became(page)});
    else
        main << markup::bullet_list(settled);
    main << markup::paragraph("Nothing of what you sent was saved.");
    markup::Words where = markup::link("See how it stands now", where_it_stands(page.row));
    main << markup::paragraph(where);
    if (page.row.child)
        main << markup::paragraph(
            markup::link("The child’s record", Url{"/children/" + page.row.child->text()}));
    if (page.typed.empty()) return main;
    main << markup::heading(2, "What you typed", "govuk-heading-m")
         << markup::paragraph("It is kept nowhere: copy what is still wanted.");
    std::size_t at = 0;
    for (const auto& [label, text] : page.typed) {
        forms::Textarea box{.label = label,
                            .name = "typed-" + std::to_string(++at),
                            .value = text,
                            .rows = text.size() > 80 ? 3 : 1};
        box.attributes.flag("readonly");
        main << forms::textarea(box);
    }
    return main;
}

std::vector<std::pair<std::string, std::string>> typed_for(const KeptRow& row,
                                                           const web::Fields& form)
{
    std::vector<std::pair<std::string, std::string>> typed;
    const std::string reason{form.text("reason")};
    if (!reason.empty()) typed.emplace_back("Why it is not wanted", reason);
    for (std::size_t i = 0; i < heading_count; ++i) {
        const auto text = form.find(field_name(i));
        if (text && *text != row.row.fields.at(i))
            typed.emplace_back(extract::title(static_cast<Heading>(i)), *text);
    }
    return typed;
}

std::vector<std::pair<std::string, std::string>> typed_for(const QuestionPage& page,
                                                           const web::Fields& form)
{
    const office::Sheet sheet{form};
    std::vector<std::pair<std::string, std::string>> typed;
    const auto add = [&](const char* label, const std::string& text) {
        if (!text.empty()) typed.emplace_back(label, text);
    };
    add("What was written", sheet.text("words"));
    add("Next review", day_in(sheet, "due"));
    for (const auto& one : page.social_workers)
        if (one.id.text() == sheet.text("key_worker")) add("Qualified social worker", one.name);
    add("Somebody new: name", sheet.text("name"));
    add("Somebody new: telephone", sheet.text("telephone"));
    add("Key worker since", day_in(sheet, "since"));
    for (const auto& category : page.categories)
        if (category.code == sheet.text("main")) add("Main category", category.label);
    for (const auto& category : page.categories)
        for (const auto other : form.all("others"))
            if (other == category.code) add("Others", category.label);
    return typed;
}

} // namespace heed::clerk
