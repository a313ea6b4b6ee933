#include "desk/answer_page.hpp"

#include "core/text.hpp"
#include "forms/forms.hpp"
#include "markup/components.hpp"
#include "pieces/answer.hpp"
#include "pieces/data_table.hpp"
#include "pieces/search.hpp"

#include <algorithm>

namespace heed::desk {

using enquiry::Asked;
using enquiry::question_of;
using enquiry::Result;
using enquiry::Told;
using markup::Html;
using markup::Words;
using pack::Answer;

std::string about_line(const About& about, Day on)
{
    std::vector<std::string> parts;
    for (const auto& chip : matching::chips(question_of(about, on))) parts.push_back(chip.value);
    std::string line;
    for (const auto& part : parts) line += (line.empty() ? "" : ", ") + part;
    return line.empty() ? "a child picked from a list" : line;
}

namespace {

pieces::Tone tone_of(Answer answer)
{
    switch (answer) {
    case Answer::on_plan:
    case Answer::temporarily_here: return pieces::Tone::yes;
    case Answer::plan_ended_recently:
    case Answer::household_on_plan: return pieces::Tone::caution;
    case Answer::known_not_on_plan:
    case Answer::not_found: return pieces::Tone::no;
    case Answer::which_child: return pieces::Tone::question;
    case Answer::could_not_check: return pieces::Tone::failed;
    }
    throw Broken{"an answer that there is not"};
}

std::string day_in_words(const std::string& iso)
{
    const auto day = day_from_iso(iso);
    return day ? in_words(*day) : iso;
}

std::string sex_word(const std::string& letter)
{
    if (letter == "F") return ", girl";
    if (letter == "M") return ", boy";
    return "";
}

std::string about_child(const Told& told, Day on)
{
    if (!told.child) return "";
    std::string line = told.child->name + sex_word(told.child->sex);
    const auto born = day_from_iso(told.child->born);
    if (!born) return told.child->born.empty() ? line : line + ", born about " + told.child->born;
    if (*born > on) return line + ", expected " + in_words(*born);
    return line + ", born " + in_words(*born) + " (" + std::to_string(age_on(*born, on)) + ")";
}

std::string category_words(const Told::Plan& plan, const pack::Pack& pack)
{
    std::vector<std::string> labels;
    for (const auto& code : plan.categories) {
        const auto* category = pack.category(code);
        labels.push_back(category ? lower_ascii(category->label) : code);
    }
    return listed(labels);
}

Html key_worker(const Told& told, const pack::Pack& pack)
{
    const std::string& role = pack.word(pack::Word::key_worker);
    std::string title = role;
    title.front() =
        static_cast<char>(title.front() - ('a' <= role.front() && role.front() <= 'z' ? 32 : 0));
    if (!told.key_worker)
        return told.plan ? pieces::danger_line("No " + role +
                                               " is recorded. The Designated Manager is told.")
                         : Html{};
    pieces::Contact contact{title, told.key_worker->name, told.key_worker->telephone};
    const auto note = [&](Html words) { contact.notes.push_back(std::move(words)); };
    if (!told.key_worker->out_of_hours.empty())
        note(Html{} << "Evenings and weekends: "
                    << pieces::telephone(told.key_worker->out_of_hours));
    if (!told.key_worker->cover.empty()) note(Html{} << "No answer: " << told.key_worker->cover);
    return pieces::contact(contact);
}

Html plan_facts(const Told& told, const pack::Pack& pack)
{
    if (!told.plan) return {};
    std::string line = told.plan->until.empty() ? "Plan since " + day_in_words(told.plan->since)
                                                : "Plan from " + day_in_words(told.plan->since) +
                                                      " to " + day_in_words(told.plan->until);
    const std::string categories = category_words(*told.plan, pack);
    line += categories.empty() ? ". No category is recorded." : ". Concern: " + categories + ".";
    if (!told.plan->next_review_due.empty())
        line += " Next review due " + day_in_words(told.plan->next_review_due) + ".";
    return pieces::small_print(line);
}

/// Brothers and sisters of one key worker are rung about once.
Html household_contacts(const AnswerPage& page)
{
    if (page.enquiry.told.answer != Answer::household_on_plan) return {};
    std::vector<HouseholdWorker> once;
    for (const auto& worker : page.household_workers) {
        const auto same = std::ranges::find(once, worker.name, &HouseholdWorker::name);
        if (same == once.end())
            once.push_back(worker);
        else
            same->child += ", " + worker.child;
    }
    Html all;
    for (const auto& worker : once) {
        pieces::Contact contact{"Key worker of " + worker.child, worker.name, worker.telephone};
        if (!worker.out_of_hours.empty())
            contact.notes.push_back(Html{"Evenings and weekends: "} +
                                    pieces::telephone(worker.out_of_hours));
        all << pieces::contact(contact);
    }
    return all;
}

Html household_facts(const Told& told)
{
    Html all;
    for (const auto& other : told.household) {
        const bool on_plan =
            other.answer == Answer::on_plan || other.answer == Answer::temporarily_here;
        const char* too = told.plan ? "is subject to a plan too." : "is subject to a plan.";
        all << pieces::small_print(other.name + " (" + other.relation + ") " +
                                   (on_plan ? too : "is not on a plan."));
    }
    return all;
}

Html searched(const Told& told, Day on, const About& about)
{
    if (told.answer != Answer::not_found && told.answer != Answer::which_child) return {};
    std::string line =
        "Looked at " + std::to_string(told.searched) + " children, all their names and places";
    if (!told.spellings.empty()) line += ", also as " + listed(told.spellings);
    line += ".";
    // Of nobody found the sentence above says already what was looked for.
    if (told.answer == Answer::which_child)
        line = "Asked about " + about_line(about, on) + ". " + line;
    return pieces::small_print(line);
}

/// The first sentence is what is read from two metres; what it does not mean comes under it.
std::pair<std::string, std::string> headline_and_rest(const std::string& sentence)
{
    const auto end = sentence.find(". ");
    if (end == std::string::npos) return {sentence, {}};
    return {sentence.substr(0, end + 1), sentence.substr(end + 2)};
}

/// Then the children who may be meant are what the answer is made of.
bool is_undecided(const Told& told) { return told.answer == Answer::which_child; }

/// The same call again, about one of the children shown.
Html pick_form(const AnswerPage& page, const Told::Possible& possible, const std::string& words)
{
    const Asked& asked = page.enquiry.asked;
    Html fields;
    const auto hidden = [&](std::string_view name, const std::string& value) {
        if (!value.empty())
            fields << "<input type=\"hidden\" name=\"" << name << "\" value=\"" << value << "\">";
    };
    hidden("child_id", possible.id);
    hidden("caller", asked.caller.name);
    hidden("job", asked.caller.job);
    hidden("agency", asked.caller.agency);
    hidden("called_back", asked.caller.called_back);
    hidden("reason", asked.reason);
    hidden("typed", asked.about.typed);
    hidden("name", asked.about.name);
    Html said;
    said << words << markup::visually_hidden(": " + possible.name);
    fields << markup::button(
        {.text = said, .classes = "govuk-button--secondary govuk-!-margin-bottom-0"});
    return forms::form({.action = "/enquiries", .csrf = page.csrf, .content = fields});
}

std::string why_in_words(const std::vector<std::string>& why)
{
    std::string words;
    for (const auto& reason : why) words += (words.empty() ? "" : "; ") + reason;
    return words;
}

/// Why each may be meant, when that is the same for all: it is said once then. Else empty.
std::string why_of_all(const Told& told)
{
    if (told.candidates.size() < 2) return {};
    const auto& first = told.candidates.front().why;
    const bool same = std::ranges::all_of(
        told.candidates, [&](const Told::Possible& one) { return one.why == first; });
    return same ? why_in_words(first) : std::string{};
}

Html possible_children(const AnswerPage& page)
{
    const Told& told = page.enquiry.told;
    if (told.candidates.empty()) return {};
    const bool undecided = is_undecided(told);
    pieces::DataTable table{.caption =
                                undecided ? "Which of these children?" : "Others it might be",
                            .columns = {{.title = "Name"},
                                        {.title = "Born", .nowrap = true},
                                        {.title = "Lives in", .nowrap = true}}};
    const std::string of_all = why_of_all(told);
    if (of_all.empty()) table.columns.push_back({.title = "Why"});
    if (page.may_ask) table.columns.push_back({.title = "Choose", .nowrap = true});
    for (const auto& possible : told.candidates) {
        std::vector<Words> row{possible.name, day_in_words(possible.born), possible.area};
        if (of_all.empty()) row.emplace_back(why_in_words(possible.why));
        if (page.may_ask)
            row.emplace_back(
                pick_form(page, possible, undecided ? "This child" : "Ask about this child"));
        table.rows.push_back(std::move(row));
    }
    Html all = pieces::data_table(table);
    if (!of_all.empty()) all << pieces::small_print("Each because: " + of_all + ".");
    if (!undecided) return all;
    return all << markup::paragraph("Choosing a child is recorded as an enquiry about them.");
}

Html card(const AnswerPage& page)
{
    const Told& told = page.enquiry.told;
    const Day on = day_in_england(page.enquiry.asked_at);
    const auto [headline, rest] = headline_and_rest(told.sentence);
    Html content;
    if (!rest.empty())
        content << "<p class=\"govuk-body govuk-!-font-weight-bold\">" << rest << "</p>";
    if (told.child && !told.child->check.empty())
        content << pieces::fact("Check it is the right child", told.child->check);
    content << key_worker(told, page.pack) << household_contacts(page)
            << plan_facts(told, page.pack) << household_facts(told)
            << searched(told, on, page.enquiry.asked.about);
    if (is_undecided(told)) content << possible_children(page);
    Html next;
    std::vector<Words> steps;
    for (std::size_t i = 0; i < told.do_next.size(); ++i) {
        if (i == 0)
            next << pieces::danger_line(told.do_next[i]);
        else
            steps.emplace_back(told.do_next[i]);
    }
    if (!steps.empty()) next << pieces::steps("What to do next", steps);
    return pieces::answer_card(
        {.tone = tone_of(told.answer),
         .sentence = headline,
         .about = about_child(told, on),
         .content = content,
         .next = next,
         .takes_focus = page.just_asked,
         .notice = "Receipt " + told.receipt + ", " + in_words(page.enquiry.asked_at)});
}

/// " The key worker and the Designated Manager are told."
std::string told_line(const Told& told)
{
    std::vector<std::string> who;
    for (const auto& recipient : told.told) {
        if (recipient.who == "key_worker") who.emplace_back("the key worker");
        if (recipient.who == "household_key_worker") who.emplace_back("the household's key worker");
        if (recipient.who == "designated_manager") who.emplace_back("the Designated Manager");
    }
    if (who.empty()) return "";
    std::string line = listed(who);
    line.front() = 'T';
    return " " + line + (who.size() == 1 ? " is told." : " are told.");
}

/// For whoever works the queue: where a child may stand whom the record does not know.
Html held_rows(const AnswerPage& page)
{
    const Answer answer = page.enquiry.told.answer;
    if (!page.may_import || !page.rows_held || answer == Answer::on_plan ||
        answer == Answer::temporarily_here || answer == Answer::could_not_check)
        return {};
    return markup::paragraph(
        markup::link("Rows of the old register that are held", "/changeover/held"));
}

Html earlier_notice(const Told& told)
{
    if (told.earlier_enquiries.empty())
        return told.told.empty() ? Html{} : pieces::small_print(told_line(told));
    Html line;
    line << "There were enquiries in this matter before: ";
    bool first = true;
    for (const auto& earlier : told.earlier_enquiries) {
        if (!std::exchange(first, false)) line << "; ";
        const auto when = moment_from_iso(earlier.asked_at);
        line << earlier.agency << ", " << (when ? in_words(*when) : earlier.asked_at) << " ("
             << markup::link(earlier.receipt, "/enquiries/" + earlier.receipt) << ")";
    }
    line << "." << told_line(told);
    return markup::inset_text({.text = line});
}

Html caller_said(const AnswerPage& page)
{
    const Asked& asked = page.enquiry.asked;
    Html number;
    number << pieces::telephone(asked.caller.called_back)
           << std::string{page.enquiry.number_held ? " (held in the directory)"
                                                   : " (NOT held in the directory)"};
    return markup::summary_list(
        {.rows = {{.key = "Caller",
                   .value = asked.caller.name +
                            (asked.caller.job.empty() ? "" : ", " + asked.caller.job)},
                  {.key = "Agency", .value = asked.caller.agency},
                  {.key = "Rung back on", .value = number},
                  {.key = "What has happened", .value = asked.reason},
                  {.key = "Asked about",
                   .value = about_line(asked.about, day_in_england(page.enquiry.asked_at))},
                  {.key = "Answered by", .value = page.enquiry.asked_by}},
         .card = markup::SummaryCard{.title = markup::SummaryTitle{"The call"}}});
}

Html concern_form(const AnswerPage& page)
{
    Html all;
    for (const auto& concern : page.concerns)
        all << markup::inset_text(
            {.text = concern.text + " — " + concern.by + ", " + in_words(concern.at)});
    if (!page.may_ask) return all;
    const bool refused = page.refusal && page.refusal->field == "concern";
    forms::Textarea box{.label = {"Record the caller’s concern", "govuk-label--m"},
                        .name = "concern",
                        .value = std::string{page.typed.text("concern")},
                        .rows = 3,
                        .hint = forms::Hint{"What was seen or said, by whom, when, and where the "
                                            "child is now. In the caller’s words."}};
    if (refused) box.error = forms::ErrorMessage{in_words(*page.refusal)};
    Html content = forms::textarea(box) + markup::button({.text = "Save the concern"});
    all << forms::form(
        {.action = "/enquiries/" + page.enquiry.told.receipt + "/concern" + page.list,
         .csrf = page.csrf,
         .content = content,
         .draft = "concern-" + page.enquiry.told.receipt});
    return all;
}

} // namespace

std::string seen_of(const std::optional<enquiry::Considered>& considered)
{
    return considered ? to_iso(considered->at) : "";
}

namespace {

Html considering(const AnswerPage& page)
{
    Html all;
    if (page.considered)
        all << markup::inset_text({.text = "Considered by " + page.considered->by + ", " +
                                           in_words(page.considered->at) + ": " +
                                           std::string{label(page.considered->result)} + ". " +
                                           page.considered->note});
    if (!page.may_consider) return all;
    forms::Select result{.label = "What came of it",
                         .name = "result",
                         .items = {{.text = "Choose what came of it", .value = ""}}};
    if (page.refusal && page.refusal->field == "result")
        result.error = forms::ErrorMessage{in_words(*page.refusal)};
    for (const auto code : codes<Result>)
        result.items.push_back(
            {.text = std::string{label(*from_code<Result>(code))}, .value = std::string{code}});
    result.value = std::string{page.typed.text("result")};
    Html content = forms::select(result);
    content << forms::textarea({.label = "Why, and who does what next",
                                .name = "note",
                                .value = std::string{page.typed.text("note")},
                                .rows = 2});
    content << "<input type=\"hidden\" name=\"seen\" value=\"" << seen_of(page.considered) << "\">";
    content << markup::button({.text = "Save", .classes = "govuk-button--secondary"});
    all << markup::heading(2, "Considered", "govuk-heading-m")
        << forms::form(
               {.action = "/enquiries/" + page.enquiry.told.receipt + "/considered" + page.list,
                .csrf = page.csrf,
                .content = content});
    return all;
}

} // namespace

Html answer_page(const AnswerPage& page)
{
    Html main;
    if (page.refusal)
        main << forms::error_summary(
            {.errors = {{.text = in_words(*page.refusal),
                         .href = markup::Url{"#" + page.refusal->field}}}});
    main << "<h1 class=\"govuk-visually-hidden\">The answer to an enquiry</h1>";
    main << card(page) << held_rows(page) << earlier_notice(page.enquiry.told);
    if (!is_undecided(page.enquiry.told)) main << possible_children(page);
    main << concern_form(page) << caller_said(page) << considering(page);
    return main;
}

} // namespace heed::desk
