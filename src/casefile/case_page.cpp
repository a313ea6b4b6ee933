#include "casefile/case_page.hpp"

#include "markup/components.hpp"
#include "pieces/answer.hpp"
#include "pieces/page.hpp"
#include "pieces/record.hpp"

namespace heed::casefile {

namespace {

using markup::Html;
using markup::Url;
using markup::Words;

Url child_url(const ChildId& id, std::string_view part = {})
{
    return Url{"/children/" + id.text() + (part.empty() ? "" : "/" + std::string{part})};
}

/// As it begins a line.
std::string titled(std::string words)
{
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

std::string category_words(const plan::Plan& plan, const pack::Pack& pack)
{
    std::string words;
    for (const auto& category : plan.categories) {
        const auto* held = pack.category(category.code);
        words += (words.empty() ? "" : ", ") + (held ? held->label : category.code);
    }
    return words;
}

std::vector<markup::Tag> tags_of(const Case& about, const pack::Pack& pack)
{
    std::vector<markup::Tag> tags;
    if (!about.plan)
        tags.push_back({.text = "Not on a plan", .classes = "govuk-tag--grey"});
    else if (about.plan->home)
        tags.push_back({.text = "Here for a while: on a plan of " + about.plan->home->name,
                        .classes = "govuk-tag--red"});
    else
        tags.push_back({.text = "On a plan: " + (about.plan->categories.empty()
                                                     ? std::string{"no category"}
                                                     : category_words(*about.plan, pack)),
                        .classes = "govuk-tag--red"});
    for (const plan::Alarm alarm : about.alarms)
        tags.push_back({.text = in_words(alarm, *about.plan, about.as_of.on, pack),
                        .classes = is_grave(alarm) ? "govuk-tag--yellow" : "govuk-tag--blue"});
    if (about.child.particulars.needs_interpreter.value_or(false))
        tags.push_back({.text = "Interpreter needed", .classes = "govuk-tag--blue"});
    if (const int siblings = about.siblings_on_plan(); siblings > 0)
        tags.push_back({.text = std::to_string(siblings) +
                                (siblings == 1 ? " other child" : " other children") +
                                " of the family on a plan",
                        .classes = "govuk-tag--blue"});
    return tags;
}

std::vector<Html> aside_of(const Case& about, const pack::Pack& pack)
{
    std::vector<Html> lines;
    if (!about.plan) return lines;
    Html worker{"<strong>"};
    worker << titled(pack.word(pack::Word::key_worker)) << ":</strong> ";
    if (about.key_worker)
        worker << about.key_worker->name;
    else if (about.plan->home && !about.plan->home->key_worker.empty())
        worker << about.plan->home->key_worker;
    else
        worker << "none";
    lines.push_back(worker);
    if (about.key_worker && !about.key_worker->telephone.empty())
        lines.push_back(pieces::telephone(about.key_worker->telephone));
    if (const auto due = about.plan->next_review_due) {
        Html review{"Next review: <strong>"};
        lines.push_back(review << heed::in_words(*due) << "</strong>");
    }
    return lines;
}

std::string note_of(const Case& about)
{
    std::string note = about.other_names();
    for (const child::Child& other : about.also)
        note += (note.empty() ? "" : ". ") +
                ("Also recorded as " + other.name_on(about.as_of.on).full());
    for (const auto& number : about.child.identifiers)
        note += (note.empty() ? "" : ". ") + number.in_words();
    return note;
}

Html facts_of(const Case& about, const pack::Pack& pack)
{
    std::vector<pieces::Fact> facts;
    if (const auto& plan = about.plan) {
        const auto months = (about.as_of.on - plan->period.first()).count() * 12 / 365;
        facts.push_back(
            {.label = "Plan since",
             .value = heed::in_words(plan->period.first()),
             .note = months < 1 ? "less than a month"
                                : std::to_string(months) + (months == 1 ? " month" : " months")});
        const auto due = plan->next_review_due;
        const bool late = due && *due < about.as_of.on;
        facts.push_back(
            {.label = "Next review",
             .value = due ? heed::in_words(*due) : std::string{"Not set"},
             .note = late ? in_words(plan::Alarm::review_late, *plan, about.as_of.on, pack)
                          : std::string{},
             .alert = late || (!due && !plan->home)});
    } else if (about.ended_plan) {
        facts.push_back({.label = "Last plan ended",
                         .value = heed::in_words(*about.ended_plan->period.last()),
                         .note = std::string{label(about.ended_plan->ended_because.value_or(
                             plan::EndReason::not_recorded))}});
    }
    const auto* address = about.child.lives_at(about.as_of.on);
    facts.push_back({.label = "Address verified",
                     .value = address && address->verified ? heed::in_words(address->verified->on)
                                                           : std::string{"Never"},
                     .note = address && address->verified ? address->verified->how : "",
                     .alert = about.plan && !(address && address->verified)});
    return pieces::fact_strip(facts);
}

std::string responsible(const Case& about)
{
    std::string names;
    for (const auto& adult : about.adults)
        if (adult.parental_responsibility == family::Responsibility::yes)
            names += (names.empty() ? "" : ", ") + adult.details.name;
    return names.empty() ? "Not recorded" : names;
}

/// The rows of the details, each with its link to a form when there is leave and a form.
class Details {
public:
    Details(const Case& about, const Leave& leave) : about_{about}, leave_{leave} {}

    Details& add(const std::string& key, const std::string& value, std::string_view form = {})
    {
        markup::SummaryRow row{.key = key, .value = value.empty() ? "Not recorded" : value};
        if (leave_.to_correct && !form.empty())
            row.actions = markup::ActionLinks{.items = {{.text = "Change",
                                                         .href = child_url(about_.child.id, form),
                                                         .visually_hidden_text = key}}};
        rows_.push_back(std::move(row));
        return *this;
    }
    Html card(const std::string& title)
    {
        return markup::summary_list(
            {.rows = std::move(rows_), .card = markup::SummaryCard{.title = title}});
    }

private:
    const Case& about_;
    const Leave& leave_;
    std::vector<markup::SummaryRow> rows_;
};

Html details_of(const Case& about, const Leave& leave)
{
    const child::Child& child = about.child;
    const Day on = about.as_of.on;
    const auto involved = [&](child::Part part) {
        const auto* held = child.involved_on(part, on);
        return held ? held->words : std::string{};
    };
    const auto* home = child.home_on(on);
    const auto* lives = child.lives_at(on);
    Details details{about, leave};
    details.add("Name", child.name_on(on).full(), "name")
        .add("Born", child.particulars.birth.in_words(), "particulars")
        .add("Lives at", lives ? lives->address.in_line() : "", "address");
    if (lives != home && home) details.add("Home", home->address.in_line(), "address");
    details.add("Parental responsibility", responsible(about))
        .add("School or nursery", involved(child::Part::school), "involved")
        .add("GP", involved(child::Part::gp), "involved")
        .add("Health visitor", involved(child::Part::health_visitor), "involved")
        .add("First language", child.particulars.first_language, "language")
        .add("Ethnicity", child.particulars.ethnicity, "particulars")
        .add("Legal status", child.legal_status_on(on), "legal-status");
    return details.card("Details");
}

Html plan_card(const Case& about, const pack::Pack& pack, const Leave& leave)
{
    Details details{about, leave};
    if (!about.plan) {
        details.add("Plan", "None today. That does not mean that the child is safe.", "begin-plan");
        return details.card("Plan");
    }
    const plan::Plan& plan = *about.plan;
    const std::string team = plan.allocation ? plan.allocation->team : "";
    details
        .add(plan.home ? "Plan of" : "Plan since",
             plan.home ? plan.home->name + " " + plan.home->telephone
                       : heed::in_words(plan.period.first()),
             "plan-days")
        .add("Categories", category_words(plan, pack), "categories")
        .add("Key worker", about.key_worker ? about.key_worker->name : "", "key-worker")
        .add("Team", team, "key-worker")
        .add("Next review", plan.next_review_due ? heed::in_words(*plan.next_review_due) : "",
             "review")
        .add("End of the plan", "Still goes on", "end-plan");
    return details.card("Plan");
}

Html who_to_ring(const Case& about, const pack::Pack& pack)
{
    Html contacts;
    if (about.key_worker) {
        std::vector<Html> notes;
        if (!about.key_worker->out_of_hours.empty())
            notes.push_back(Html{"Out of hours: "} +
                            pieces::telephone(about.key_worker->out_of_hours));
        if (!about.key_worker->cover_name.empty())
            notes.push_back(Html::escaped("When away: " + about.key_worker->cover_name + " " +
                                          about.key_worker->cover_telephone));
        contacts << pieces::contact({.role = titled(pack.word(pack::Word::key_worker)),
                                     .name = about.key_worker->name,
                                     .telephone = about.key_worker->telephone,
                                     .notes = notes});
    }
    if (about.plan && about.plan->home)
        contacts << pieces::contact({.role = "In " + about.plan->home->name,
                                     .name = about.plan->home->key_worker.empty()
                                                 ? about.plan->home->name
                                                 : about.plan->home->key_worker,
                                     .telephone = about.plan->home->key_worker_telephone.empty()
                                                      ? about.plan->home->telephone
                                                      : about.plan->home->key_worker_telephone});
    if (contacts.empty()) return {};
    return markup::heading(2, "Who to ring", "govuk-heading-m") + contacts;
}

std::string year_of(Day day)
{
    return std::to_string(static_cast<int>(std::chrono::year_month_day{day}.year()));
}

Html chronology_of(const std::vector<ChronologyLine>& lines)
{
    pieces::Timeline timeline;
    for (const ChronologyLine& line : lines) {
        const std::string year = year_of(line.on);
        if (timeline.groups.empty() || timeline.groups.back().heading != year)
            timeline.groups.push_back({.heading = year, .events = {}});
        Html text = Html::escaped(line.text);
        if (!line.link.empty()) text << " " << markup::link(line.link_words, Url{line.link});
        timeline.groups.back().events.push_back({.title = line.title,
                                                 .when = heed::in_words(line.on),
                                                 .text = text,
                                                 .source = line.source,
                                                 .key = line.key,
                                                 .machine_when = to_iso(line.on)});
    }
    Html all = markup::heading(2, "Chronology", "govuk-heading-m");
    if (lines.empty()) return all << pieces::empty_state("Nothing yet", "No dated event is held.");
    return all << pieces::timeline(timeline);
}

} // namespace

markup::Html head(const Case& about, const pack::Pack& pack, const Leave& leave,
                  std::string_view at)
{
    const ChildId& id = about.child.id;
    std::vector<pieces::SubPage> pages{
        {.text = "Overview", .href = child_url(id), .current = at.empty()},
        {.text = "Details", .href = child_url(id, "details"), .current = at == "details"},
        {.text = "People", .href = child_url(id, "people"), .current = at == "people"}};
    if (leave.to_see_looks)
        pages.push_back(
            {.text = "Who looked", .href = child_url(id, "looks"), .current = at == "looks"});
    if (leave.to_decide_links) {
        pages.push_back({.text = "Same child?", .href = child_url(id, "same-child")});
        pages.push_back({.text = "Shield", .href = child_url(id, "shield")});
    }
    return pieces::person_banner({.name = about.name(),
                                  .description = about.description(),
                                  .tags = tags_of(about, pack),
                                  .aside = aside_of(about, pack),
                                  .note = note_of(about)}) +
           pieces::sub_navigation("About this child", pages) +
           (about.places_hidden
                ? markup::inset_text({.text = "Where this child lives, with whom, and who cares "
                                              "for them is kept from sight. Ring the Designated "
                                              "Manager if you need to reach them."})
                : Html{});
}

markup::Html overview(const Case& about, const std::vector<ChronologyLine>& chronology,
                      const pack::Pack& pack, const Leave& leave)
{
    Html also;
    for (const child::Child& other : about.also)
        also << markup::paragraph(
            Html{"Also recorded as "} +
            markup::link(other.name_on(about.as_of.on).full(), child_url(other.id)));
    const Html side = details_of(about, leave) + plan_card(about, pack, leave);
    return also + facts_of(about, pack) +
           pieces::columns(who_to_ring(about, pack) + chronology_of(chronology), side);
}

} // namespace heed::casefile
