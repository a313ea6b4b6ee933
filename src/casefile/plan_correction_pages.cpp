#include "casefile/correction_pages.hpp"

#include "core/text.hpp"
#include "markup/components.hpp"
#include "plan/plan_store.hpp"

#include <algorithm>

namespace heed::casefile {

namespace {

using directory::ProfessionalId;
using markup::Html;
using office::Sheet;

Outcome<plan::PlanId> plan_of(const Case& about)
{
    if (!about.plan) return refuse(RefusalCode::not_found);
    return about.plan->id;
}

Html category_fields(const Sheet& sheet, const pack::Pack& pack)
{
    std::vector<forms::Choice> categories, mains;
    for (const auto& category : pack.categories()) {
        categories.push_back({.text = category.label, .value = category.code});
        mains.push_back({.text = category.label, .value = category.code});
    }
    return sheet.checkboxes("Categories", "categories", categories) +
           sheet.radios("The main one", "main", mains);
}

/// The codes that were ticked, the main one first. One that is main is ticked, too.
std::vector<std::string> categories_in(const Sheet& sheet)
{
    std::vector<std::string> codes;
    if (const auto main = sheet.text("main"); !main.empty()) codes.push_back(main);
    for (const auto ticked : sheet.typed().all("categories"))
        if (std::ranges::find(codes, ticked) == codes.end()) codes.emplace_back(ticked);
    return codes;
}

Html key_worker_fields(const Sheet& sheet, const Choices& choices)
{
    std::vector<forms::Option> workers{{.text = "Nobody yet", .value = ""}};
    for (const bool qualified : {true, false})
        for (const auto& one : choices.professionals)
            if (one.is_qualified_social_worker == qualified)
                workers.push_back({.text = one.name + (one.job.empty() ? "" : ", " + one.job) +
                                           (qualified ? "" : " (not known to be qualified)"),
                                   .value = one.id.text()});
    return sheet.select("Key worker", "key_worker", workers) + sheet.input("Team", "team");
}

Outcome<std::optional<ProfessionalId>> key_worker_in(const Sheet& sheet)
{
    const std::string typed = sheet.text("key_worker");
    if (typed.empty()) return std::nullopt;
    auto id = ProfessionalId::from(typed);
    if (!id) return refuse(RefusalCode::not_found, "key_worker");
    return id;
}

// Key worker

web::Fields key_worker_held(const Case& about, Day today)
{
    web::Fields fields;
    if (about.plan && about.plan->allocation) {
        fields.add("team", about.plan->allocation->team);
        if (const auto worker = about.plan->key_worker()) fields.add("key_worker", worker->text());
    }
    office::put_day(fields, "since", today);
    return fields;
}

Html key_worker_form(const Case&, const Sheet& sheet, const Choices& choices)
{
    return key_worker_fields(sheet, choices) + sheet.date("Since when", "since");
}

Outcome<void> change_key_worker(const Writing& to, const Case& about, const Sheet& sheet)
{
    const auto id = TRY(plan_of(about));
    return plan::allocate(to.records, to.stamp, id,
                          {.key_worker = TRY(key_worker_in(sheet)),
                           .team = sheet.text("team"),
                           .since = TRY(sheet.day("since"))});
}

// Categories

web::Fields categories_held(const Case& about, Day today)
{
    web::Fields fields;
    if (about.plan)
        for (const auto& category : about.plan->categories) {
            fields.add("categories", category.code);
            if (category.is_main) fields.add("main", category.code);
        }
    office::put_day(fields, "since", today);
    return fields;
}

Html categories_form(const Case&, const Sheet& sheet, const Choices& choices)
{
    return category_fields(sheet, choices.pack) + sheet.date("Since when", "since");
}

Outcome<void> change_categories(const Writing& to, const Case& about, const Sheet& sheet)
{
    if (sheet.text("main").empty()) return refuse(RefusalCode::choose_a_category, "main");
    return plan::choose_categories(to.records, to.stamp, TRY(plan_of(about)),
                                   {categories_in(sheet), TRY(sheet.day("since"))}, to.pack);
}

// Review

web::Fields review_held(const Case& about, Day)
{
    web::Fields fields;
    if (about.plan) office::put_day(fields, "next_review_due", about.plan->next_review_due);
    return fields;
}

Html review_form(const Case&, const Sheet& sheet, const Choices& choices)
{
    return sheet.date("Next review conference by", "next_review_due",
                      "The first within three months of the initial conference, others within six "
                      "months of the last; " +
                          choices.pack.title());
}

Outcome<void> change_review(const Writing& to, const Case& about, const Sheet& sheet)
{
    return plan::set_next_review(to.records, to.stamp, TRY(plan_of(about)),
                                 TRY(sheet.day("next_review_due")));
}

// End

web::Fields end_held(const Case&, Day today)
{
    web::Fields fields;
    office::put_day(fields, "last_day", today);
    return fields;
}

Html end_form(const Case&, const Sheet& sheet, const Choices&)
{
    std::vector<forms::Choice> reasons;
    for (const auto reason : heed::codes<plan::EndReason>)
        reasons.push_back(
            {.text = label(*from_code<plan::EndReason>(reason)), .value = std::string{reason}});
    return sheet.radios("Why the plan ends", "ended_because", reasons) +
           sheet.date("Last day", "last_day", "The plan still holds on that day");
}

Outcome<void> end_plan(const Writing& to, const Case& about, const Sheet& sheet)
{
    const auto reason = from_code<plan::EndReason>(sheet.text("ended_because"));
    if (!reason) return refuse(RefusalCode::choose_why_it_ended, "ended_because");
    return plan::end(to.records, to.stamp, TRY(plan_of(about)), TRY(sheet.day("last_day")),
                     *reason);
}

// Begin

web::Fields begin_held(const Case&, Day today)
{
    web::Fields fields{{"whose", "temporary"}};
    office::put_day(fields, "first_day", today);
    return fields;
}

Html begin_form(const Case&, const Sheet& sheet, const Choices& choices)
{
    Html fields = sheet.radios(
        "Whose plan", "whose",
        {{.text = "Another authority's: the child is here for a while", .value = "temporary"},
         {.text = "Ours: a conference decided that the child needs a plan", .value = "own"}});
    fields << sheet.date("First day", "first_day",
                         "Of our plan: the day of the conference. Of a stay: the day they came")
           << markup::heading(2, "Another authority's plan", "govuk-heading-m")
           << sheet.input("Authority", "authority") << sheet.input("Telephone", "telephone")
           << sheet.input("Their key worker", "their_key_worker")
           << sheet.input("Their key worker's telephone", "their_telephone")
           << markup::heading(2, "Our plan", "govuk-heading-m")
           << category_fields(sheet, choices.pack) << key_worker_fields(sheet, choices)
           << sheet.date("Next review conference by", "next_review_due");
    return fields;
}

Outcome<void> begin_plan(const Writing& to, const Case& about, const Sheet& sheet)
{
    plan::Outline outline{.child = about.child.id,
                          .period = plan::Period::open(TRY(sheet.day("first_day"))),
                          .pack = to.pack.id(),
                          .categories = categories_in(sheet),
                          .key_worker = TRY(key_worker_in(sheet)),
                          .team = sheet.text("team"),
                          .next_review_due = TRY(sheet.maybe_day("next_review_due"))};
    if (sheet.text("whose") == "own") {
        if (sheet.text("main").empty()) return refuse(RefusalCode::choose_a_category, "main");
    } else {
        outline.home =
            plan::HomeAuthority{sheet.text("authority"), sheet.text("telephone"),
                                sheet.text("their_key_worker"), sheet.text("their_telephone")};
    }
    TRY(plan::begin(to.records, to.stamp, outline, to.pack));
    return {};
}

constexpr Correction corrections[] = {
    {"key-worker", "Key worker", "plan.key_worker_appointed", key_worker_held, key_worker_form,
     change_key_worker},
    {"categories", "Categories", "plan.categories_chosen", categories_held, categories_form,
     change_categories},
    {"review", "Next review", "plan.review_set", review_held, review_form, change_review},
    {"end-plan", "End the plan", "plan.ended", end_held, end_form, end_plan},
    {"begin-plan", "Record a plan", "plan.begun", begin_held, begin_form, begin_plan},
};

} // namespace

std::span<const Correction> plan_corrections() { return corrections; }

} // namespace heed::casefile
