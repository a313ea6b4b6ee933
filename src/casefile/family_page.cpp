#include "casefile/case_page.hpp"
#include "casefile/family_drawing_page.hpp"

#include "markup/components.hpp"
#include "pieces/answer.hpp"
#include "pieces/data_table.hpp"
#include "pieces/page.hpp"
#include "pieces/record.hpp"

namespace heed::casefile {

namespace {

using family::FamilyMember;
using markup::Html;
using markup::Url;
using markup::Words;

Url form_url(const Case& about, const std::string& form)
{
    return Url{"/children/" + about.child.id.text() + "/" + form};
}

Html way(const Case& about, const std::string& form, const std::string& words,
         const std::string& whose)
{
    return markup::link(Html::escaped(words) + markup::visually_hidden(" " + whose),
                        form_url(about, form));
}

const family::Housed* stay_of(const Case& about, const auto& whose)
{
    for (const auto& one : about.household_stays)
        if (one.held.days.cover(about.as_of.on) && whose(one.held)) return &one;
    return nullptr;
}

std::string lives(bool lives_there, bool visits)
{
    return lives_there ? "Yes" : visits ? "Visits regularly" : "No";
}

std::string since(const child::Days& days)
{
    return days.from ? ", since " + in_words(*days.from) : std::string{};
}

std::string responsibility(family::Responsibility held)
{
    using enum family::Responsibility;
    return held == yes ? "Yes" : held == no ? "No" : "Not known";
}

std::string name_of(const FamilyMember& adult, Day on)
{
    std::string name = adult.details.name;
    if (adult.details.died) return name + " (died " + in_words(*adult.details.died) + ")";
    if (adult.details.born) name += ", " + std::to_string(age_on(*adult.details.born, on));
    return name;
}

std::string tie_words(const FamilyMember& adult)
{
    std::string tie{label(adult.tie)};
    if (!adult.role.empty() && adult.role != tie)
        tie = adult.tie == family::Tie::not_related ? adult.role : tie + ", " + adult.role;
    if (!adult.court_order.empty()) tie += " (" + adult.court_order + ")";
    return tie;
}

Html changes_of(const Case& about, const FamilyMember& adult)
{
    const std::string of = adult.relationship ? adult.relationship->text() : adult.adult.text();
    Html ways = way(about, "adult?of=" + of, "Change", adult.details.name);
    if (const auto* stay =
            stay_of(about, [&](const auto& held) { return held.adult == adult.adult; }))
        ways << "<br>"
             << way(about, "stay?of=" + stay->held.statement.text(), "Household",
                    adult.details.name);
    return ways;
}

Html changes_of(const Case& about, const family::OtherChild& other)
{
    Html ways;
    for (const auto& tied : about.ties)
        if (tied.other() == other.id && tied.held.days.cover(about.as_of.on))
            ways << way(about, "sibling?of=" + tied.held.statement.text(), "Change", other.name)
                 << "<br>";
    if (const auto* stay = stay_of(about, [&](const auto& held) { return held.child == other.id; }))
        ways << way(about, "stay?of=" + stay->held.statement.text(), "Household", other.name);
    return ways;
}

Html who_is_there(const Case& about, const Leave& leave)
{
    pieces::DataTable table{
        .caption = "Parents, carers and other adults",
        .columns = {{"Name"},
                    {"To this child"},
                    {"Lives with them"},
                    {"Parental responsibility"},
                    {"Telephone"}},
        .when_empty = pieces::empty_state("Nobody yet", "No adult of the family is recorded.")};
    if (leave.to_correct) table.columns.push_back({"Change"});
    for (const auto& adult : about.adults) {
        table.rows.push_back({name_of(adult, about.as_of.on), tie_words(adult) + since(adult.days),
                              lives(adult.lives_with_child, adult.visits),
                              responsibility(adult.parental_responsibility),
                              adult.details.telephone.empty()
                                  ? Words{"None held"}
                                  : Words{pieces::telephone(adult.details.telephone)}});
        if (leave.to_correct) table.rows.back().emplace_back(changes_of(about, adult));
    }
    return pieces::data_table(table);
}

Html children_there(const Case& about, const Leave& leave)
{
    if (about.children.empty()) return {};
    pieces::DataTable table{
        .caption = "Brothers, sisters and other children",
        .columns = {{"Name"}, {"To this child"}, {"Born"}, {"Lives with them"}, {"Plan"}}};
    if (leave.to_correct) table.columns.push_back({"Change"});
    for (const auto& [other, plan] : about.children) {
        Html state = plan ? markup::tag({.text = "On a plan", .classes = "govuk-tag--red"})
                          : Html::escaped("No plan today");
        const auto age = other.birth.age_on(about.as_of.on);
        table.rows.push_back(
            {markup::link(other.name, Url{"/children/" + other.id.text()}), other.relation,
             other.birth.in_words() + (age ? " (" + std::to_string(*age) + ")" : std::string{}),
             lives(other.lives_with_child, other.visits), state});
        if (leave.to_correct) table.rows.back().emplace_back(changes_of(about, other));
    }
    return pieces::data_table(table);
}

Html ways_to_add(const Case& about, const Leave& leave)
{
    if (!leave.to_correct) return {};
    std::vector<std::pair<const char*, const char*>> ways{
        {"new-adult", "Add a parent, carer or relative"},
        {"new-sibling", "Add a brother, sister or other child"}};
    if (about.household) {
        ways.emplace_back("new-stay", "Somebody comes to live there, or to visit");
        ways.emplace_back("move-household", "The household moves");
    }
    ways.emplace_back("move", "The child moves");
    Html list{"<ul class=\"govuk-list\">"};
    for (const auto& [form, words] : ways)
        list << "<li>" << markup::link(words, form_url(about, form)) << "</li>";
    return pieces::not_printed(list << "</ul>");
}

std::string day_or_dash(const std::optional<Day>& day, const char* when_none)
{
    return day ? in_words(*day) : std::string{when_none};
}

/// Ties and stays that have ended, of this child and of those in the household.
Html who_was_there(const Case& about, const Leave& leave)
{
    pieces::DataTable table{.caption = "Before",
                            .columns = {{"Name"}, {"What"}, {"From"}, {"Until"}}};
    if (leave.to_correct) table.columns.push_back({"Change"});
    const auto add = [&](const std::string& name, const std::string& what, const child::Days& days,
                         const std::string& form) {
        table.rows.push_back(
            {name, what, day_or_dash(days.from, "Not known"), day_or_dash(days.to, "Goes on")});
        if (leave.to_correct) table.rows.back().emplace_back(way(about, form, "Change", name));
    };
    const Day on = about.as_of.on;
    for (const auto& adult : about.former_adults)
        add(adult.details.name, std::string{label(adult.tie)}, adult.days,
            "adult?of=" + adult.relationship->text());
    for (const auto& tied : about.ties)
        if (tied.other() && !tied.held.days.cover(on))
            add(tied.name, std::string{label(tied.held.tie)}, tied.held.days,
                "sibling?of=" + tied.held.statement.text());
    const auto stays = [&](const std::vector<family::Housed>& all, bool own) {
        for (const auto& stay : all) {
            if (stay.held.days.cover(on) || (!own && stay.held.child == about.child.id)) continue;
            add(stay.name,
                (stay.held.visits ? "visited " : "lived in ") +
                    (own ? "household " + stay.household_number : std::string{"this household"}),
                stay.held.days, "stay?of=" + stay.held.statement.text());
        }
    };
    stays(about.household_stays, false);
    stays(about.own_stays, true);
    if (table.rows.empty()) return {};
    return pieces::data_table(table);
}

} // namespace

markup::Html people(const Case& about, const Leave& leave)
{
    Html all = markup::heading(2, "People", "govuk-heading-m");
    if (about.household && !about.household_stays.empty() &&
        !about.household_stays.front().household_number.empty())
        all << markup::paragraph("Household number " +
                                 about.household_stays.front().household_number + ".");
    all << family_drawing(about);
    return all << who_is_there(about, leave) << children_there(about, leave)
               << ways_to_add(about, leave) << who_was_there(about, leave);
}

} // namespace heed::casefile
