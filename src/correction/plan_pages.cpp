#include "correction/correction_pages.hpp"

#include "correction/field_words_page.hpp"
#include "markup/components.hpp"
#include "plan/plan_store.hpp"

#include <algorithm>

namespace heed::correction {

namespace {

using directory::ProfessionalId;
using markup::Html;
using office::Sheet;

Outcome<plan::PlanId> plan_of(const Scene& scene)
{
    if (!scene.about.plan) return refuse(RefusalCode::not_found);
    return scene.about.plan->id;
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

MaybeFields key_worker_held(const Scene& scene)
{
    const auto& plan = scene.about.plan;
    if (!plan) return std::nullopt;
    web::Fields fields;
    if (!plan->allocation) return fields;
    fields.add("team", plan->allocation->team);
    if (const auto worker = plan->key_worker()) fields.add("key_worker", worker->text());
    return fields;
}

Html key_worker_form(const Scene& scene, const Sheet& sheet)
{
    return key_worker_fields(sheet, scene.choices) + sheet.date("Since when", "since");
}

Outcome<Also> change_key_worker(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    const auto id = TRY(plan_of(scene));
    const plan::Allocation allocation{.key_worker = TRY(key_worker_in(sheet)),
                                      .team = sheet.text("team"),
                                      .since = TRY(sheet.day("since"))};
    TRY_VOID(plan::allocate(to.records, to.stamp, id, allocation));
    return Also{};
}

// Categories

MaybeFields categories_held(const Scene& scene)
{
    if (!scene.about.plan) return std::nullopt;
    web::Fields fields;
    for (const auto& category : scene.about.plan->categories) {
        fields.add("categories", category.code);
        if (category.is_main) fields.add("main", category.code);
    }
    return fields;
}

Html categories_form(const Scene& scene, const Sheet& sheet)
{
    return category_fields(sheet, scene.pack) + sheet.date("Since when", "since");
}

Outcome<Also> change_categories(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    if (sheet.text("main").empty()) return refuse(RefusalCode::choose_a_category, "main");
    const auto id = TRY(plan_of(scene));
    const plan::Chosen chosen{categories_in(sheet), TRY(sheet.day("since"))};
    TRY_VOID(plan::choose_categories(to.records, to.stamp, id, chosen, to.pack));
    return Also{};
}

// Review

MaybeFields review_held(const Scene& scene)
{
    if (!scene.about.plan) return std::nullopt;
    web::Fields fields;
    office::put_day(fields, "next_review_due", scene.about.plan->next_review_due);
    return fields;
}

Html review_form(const Scene& scene, const Sheet& sheet)
{
    return sheet.date("Next review conference by", "next_review_due",
                      "The first within three months of the initial conference, others within six "
                      "months of the last; " +
                          scene.pack.title());
}

Outcome<Also> change_review(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    const auto id = TRY(plan_of(scene));
    const Day due = TRY(sheet.day("next_review_due"));
    TRY_VOID(plan::set_next_review(to.records, to.stamp, id, due, to.pack));
    return Also{};
}

// End, and days that were written wrong

std::vector<forms::Choice> end_reasons()
{
    std::vector<forms::Choice> reasons;
    for (const auto reason : heed::codes<plan::EndReason>)
        reasons.push_back(
            {.text = label(*from_code<plan::EndReason>(reason)), .value = std::string{reason}});
    return reasons;
}

MaybeFields end_held(const Scene& scene)
{
    if (!scene.about.plan) return std::nullopt;
    return web::Fields{};
}

Html end_form(const Scene&, const Sheet& sheet)
{
    return FieldSet{sheet}
        .radios("ended_because", end_reasons())
        .date("last_day", "The plan still holds on that day")
        .html();
}

Outcome<Also> end_plan(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    const auto reason = from_code<plan::EndReason>(sheet.text("ended_because"));
    if (!reason) return refuse(RefusalCode::choose_why_it_ended, "ended_because");
    const auto id = TRY(plan_of(scene));
    const Day last = TRY(sheet.day("last_day"));
    TRY_VOID(plan::end(to.records, to.stamp, id, last, *reason));
    return Also{};
}

/// The plan that holds, or the last that ended: it may have been ended by mistake.
const plan::Plan* corrected_plan(const Scene& scene)
{
    if (scene.about.plan) return &*scene.about.plan;
    return scene.about.ended_plan ? &*scene.about.ended_plan : nullptr;
}

MaybeFields days_held(const Scene& scene)
{
    const auto* plan = corrected_plan(scene);
    if (plan == nullptr) return std::nullopt;
    web::Fields fields;
    office::put_day(fields, "first_day", plan->period.first());
    office::put_day(fields, "last_day", plan->period.last());
    if (plan->ended_because) fields.add("ended_because", std::string{code(*plan->ended_because)});
    return fields;
}

Html days_form(const Scene&, const Sheet& sheet)
{
    return FieldSet{sheet}
        .radios("how", {{.text = "A day of the plan was written wrong", .value = "correct"},
                        {.text = "No conference decided on this plan: it never was",
                         .value = "withdrawn"}})
        .date("first_day", "The day of the conference that decided on the plan")
        .date("last_day", "Leave empty while the plan goes on. To end it now, use End the plan")
        .radios("ended_because", end_reasons())
        .html();
}

Outcome<Also> correct_days(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    const auto* plan = corrected_plan(scene);
    if (plan == nullptr) return refuse(RefusalCode::not_found);
    if (sheet.text("how") == "withdrawn") {
        TRY_VOID(plan::strike_out(to.records, to.stamp, plan->id));
        return Also{};
    }
    const Day first = TRY(sheet.day("first_day"));
    const auto last = TRY(sheet.maybe_day("last_day"));
    plan::Corrected corrected{plan::Period::open(first)};
    if (last) {
        auto period = plan::Period::between(first, *last);
        if (!period) return std::unexpected{period.error()};
        corrected.period = *period;
        corrected.ended_because = from_code<plan::EndReason>(sheet.text("ended_because"));
        if (!corrected.ended_because)
            return refuse(RefusalCode::choose_why_it_ended, "ended_because");
    }
    TRY_VOID(plan::correct_period(to.records, to.stamp, plan->id, corrected));
    return Also{};
}

// Begin

MaybeFields begin_held(const Scene&) { return web::Fields{{"whose", "temporary"}}; }

Html begin_form(const Scene& scene, const Sheet& sheet)
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
           << category_fields(sheet, scene.pack) << key_worker_fields(sheet, scene.choices)
           << sheet.date("Next review conference by", "next_review_due");
    return fields;
}

Outcome<Also> begin_plan(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    plan::Outline outline{.child = scene.about.child.id,
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
    return Also{};
}

constexpr Correction corrections[] = {
    {"key-worker", "Key worker", "plan.key_worker_appointed", "", key_worker_held, key_worker_form,
     change_key_worker, "since"},
    {"categories", "Categories", "plan.categories_chosen", "", categories_held, categories_form,
     change_categories, "since"},
    {"review", "Next review", "plan.review_set", "", review_held, review_form, change_review},
    {"end-plan", "End the plan", "plan.ended", "", end_held, end_form, end_plan, "last_day"},
    {"plan-days", "The plan's days", "plan.days_corrected", "", days_held, days_form, correct_days},
    {"begin-plan", "Record a plan", "plan.begun", "", begin_held, begin_form, begin_plan,
     "first_day"},
};

} // namespace

std::span<const Correction> plan_corrections() { return corrections; }

} // namespace heed::correction
