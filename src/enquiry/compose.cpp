#include "enquiry/facts.hpp"

#include "core/text.hpp"
#include "enquiry/answer.hpp"
#include "enquiry/apart.hpp"

namespace heed::enquiry {

namespace {

using pack::Answer;

Standing standing_of(const Facts& facts)
{
    const auto is_own = [](const std::optional<plan::Plan>& plan) {
        return plan && plan->kind == plan::Kind::own;
    };
    Standing standing;
    standing.on_plan = is_own(facts.plan);
    standing.temporarily_here = facts.plan && !standing.on_plan;
    if (facts.ended_plan) standing.last_plan_ended = facts.ended_plan->period.last();
    standing.household_on_plan = std::ranges::any_of(
        facts.household, [](const auto& other) { return other.plan.has_value(); });
    return standing;
}

Told::Child child_told(const family::Summary& child, const std::vector<family::Summary>& also)
{
    std::string check = child.check;
    if (!child.also_known_as.empty())
        check +=
            (check.empty() ? "also known as " : "; also known as ") + listed(child.also_known_as);
    for (const auto& other : also) {
        check += (check.empty() ? "also recorded as " : "; also recorded as ") + other.name;
        if (const auto born = other.birth.in_words(); !born.empty()) check += ", born " + born;
        if (!other.check.empty()) check += ", " + other.check;
    }
    return {child.id.text(), child.name, child.birth.iso(), std::string(1, letter(child.sex)),
            check};
}

Told::Plan plan_told(const plan::Plan& plan)
{
    Told::Plan told{.id = plan.id.text(), .since = to_iso(plan.period.first())};
    if (plan.period.last()) told.until = to_iso(*plan.period.last());
    for (const auto& category : plan.categories) told.categories.push_back(category.code);
    if (const auto* main = plan.main_category()) told.main_category = main->code;
    if (plan.next_review_due && !plan.period.last())
        told.next_review_due = to_iso(*plan.next_review_due);
    return told;
}

Told::KeyWorker key_worker_told(const directory::Professional& professional)
{
    Told::KeyWorker told{professional.name, professional.telephone, professional.out_of_hours, {}};
    told.cover = professional.cover_name;
    if (!professional.cover_telephone.empty()) told.cover += ", " + professional.cover_telephone;
    return told;
}

/// Of another authority's plan, its own key worker, or the authority itself.
Told::KeyWorker key_worker_told(const plan::HomeAuthority& home)
{
    if (home.key_worker.empty()) return {home.name, home.telephone, {}, {}};
    return {home.key_worker + ", " + home.name,
            home.key_worker_telephone.empty() ? home.telephone : home.key_worker_telephone,
            {},
            {}};
}

Answer household_answer(const HouseholdFacts& other)
{
    if (!other.plan) return Answer::known_not_on_plan;
    return other.plan->kind == plan::Kind::own ? Answer::on_plan : Answer::temporarily_here;
}

/// "the name mary tansly, born 14 March 2019": what was looked for, for a caller who was not found.
std::string tried(const Asked& asked, Day today)
{
    std::vector<std::string> parts;
    for (const auto& chip : matching::chips(question_of(asked.about, today)))
        parts.push_back(lower_ascii(chip.label) + " " + chip.value);
    return parts.empty() ? "what was said" : listed(parts);
}

void tell_plan(const Facts& facts, Told& told)
{
    const bool tells_ended = told.answer == Answer::plan_ended_recently;
    if (told.answer != Answer::on_plan && told.answer != Answer::temporarily_here && !tells_ended)
        return;
    const plan::Plan& plan = tells_ended ? *facts.ended_plan : *facts.plan;
    told.plan = plan_told(plan);
    if (plan.home)
        told.key_worker = key_worker_told(*plan.home);
    else if (facts.key_worker)
        told.key_worker = key_worker_told(*facts.key_worker);
}

void tell_household(const Facts& facts, Told& told)
{
    bool hidden = false;
    for (const auto& other : facts.household) {
        if (facts.household_hidden || other.hidden) {
            hidden = true;
            continue;
        }
        told.household.push_back({other.child.id.text(), other.child.name, other.child.relation,
                                  household_answer(other)});
    }
    if (hidden)
        told.do_next.push_back("Where one of these children lives is kept from sight. Tell nobody "
                               "where they may be; ring the Designated Manager about the "
                               "household.");
}

void tell_possible(const Facts& facts, Told& told)
{
    for (const auto& possible : facts.possible)
        told.candidates.push_back({possible.child.id.text(), possible.child.name,
                                   possible.child.birth.iso(), possible.child.area, possible.why});
}

Reached reached(const Facts& facts, const std::vector<KeyWorker>& key_workers)
{
    const auto is = [&](const KeyWorker& one) { return is_reached(facts, one.who); };
    if (std::ranges::none_of(key_workers, is)) return Reached::nobody;
    return std::ranges::all_of(key_workers, is) ? Reached::everybody : Reached::some;
}

/// Whoever cannot be sent a notice is to be rung, and that is said with name and number.
void say_who_hears(const Facts& facts, const std::vector<KeyWorker>& key_workers,
                   const pack::Pack& pack, Told& told)
{
    using pack::Aside;
    for (const auto& [who, hidden] : key_workers) {
        if (hidden || is_reached(facts, who)) continue;
        const std::string& number = !who.telephone.empty()      ? who.telephone
                                    : !who.out_of_hours.empty() ? who.out_of_hours
                                                                : who.cover_telephone;
        told.do_next.push_back(
            pack.aside(number.empty() ? Aside::notice_no_number : Aside::notice_not_sent,
                       {.telephone = number, .name = who.name}));
    }
    if (!key_workers.empty() && reached(facts, key_workers) == Reached::everybody)
        told.do_next.push_back(pack.aside(Aside::notice_sent));
}

void tell_recipients(const Facts& facts, const pack::Pack& pack, Told& told)
{
    const auto key_workers = key_workers_of(facts, told.answer);
    say_who_hears(facts, key_workers, pack, told);
    const MustBeTold must =
        must_be_told(told.answer, {.asked_before = !told.earlier_enquiries.empty(),
                                   .key_workers = reached(facts, key_workers),
                                   .row_like = !facts.rows_like.empty()});
    if (must.key_worker) told.told.push_back({"key_worker", "outbox"});
    if (must.household_key_workers) told.told.push_back({"household_key_worker", "outbox"});
    if (must.designated_manager) told.told.push_back({"designated_manager", "outbox"});
}

/// The child holds a plan under another record too: whoever works it must be rung as well.
void tell_other_plans(const Facts& facts, Told& told)
{
    for (const auto& plan : facts.other_plans)
        if (plan.home)
            told.do_next.push_back("Another record of this child is on a plan of " +
                                   plan.home->name + ": ring " + plan.home->telephone + " too.");
    for (const auto& worker : facts.other_key_workers)
        told.do_next.push_back("Another record of this child is on a plan too: ring " +
                               worker.name + " on " + worker.telephone + " as well.");
}

/// A no is no no while a register is not wholly in the record: that is said with it, and louder
/// when a row that is held is like this child.
void tell_held_rows(const Facts& facts, const Composing& with, const pack::Pack& pack, Told& told)
{
    using pack::Aside;
    if (facts.rows_held == 0 || told.answer == Answer::on_plan ||
        told.answer == Answer::temporarily_here)
        return;
    const std::string rows =
        std::to_string(facts.rows_held) + (facts.rows_held == 1 ? " row" : " rows");
    told.sentence += " " + pack.aside(Aside::rows_held, {.rows = rows});
    if (facts.rows_like.empty()) return;
    told.sentence += " " + pack.aside(Aside::row_like);
    const std::string& number =
        facts.manager_telephone.empty() ? with.duty_telephone : facts.manager_telephone;
    told.do_next.insert(told.do_next.begin() + (told.do_next.empty() ? 0 : 1),
                        pack.aside(Aside::ring_about_row, {.telephone = number}));
}

/// A caller whose number nobody vouches for is said out loud, before anything else that can wait.
void warn_of_number(const Facts& facts, const Asked& asked, Told& told)
{
    if (facts.number_held) return;
    told.do_next.insert(told.do_next.begin() + (told.do_next.empty() ? 0 : 1),
                        "The directory does not hold " + asked.caller.called_back +
                            ". Ring back through the agency's own switchboard before you tell "
                            "anything.");
}

} // namespace

bool is_reached(const Facts& facts, const directory::Professional& key_worker)
{
    return facts.users.contains(key_worker.id) || (facts.mails && !key_worker.email.empty());
}

std::vector<KeyWorker> key_workers_of(const Facts& facts, pack::Answer answer)
{
    std::vector<KeyWorker> all;
    const auto add = [&](const directory::Professional& who, bool hidden) {
        const auto same = std::ranges::find(
            all, who.id, [](const KeyWorker& one) -> const auto& { return one.who.id; });
        if (same == all.end())
            all.push_back({who, hidden});
        else
            same->hidden = same->hidden && hidden;
    };
    switch (answer) {
    case Answer::on_plan:
    case Answer::temporarily_here:
    case Answer::plan_ended_recently:
        if (facts.key_worker) add(*facts.key_worker, false);
        for (const auto& other : facts.other_key_workers) add(other, false);
        break;
    case Answer::household_on_plan:
        for (const auto& other : facts.household)
            if (other.key_worker) add(*other.key_worker, facts.household_hidden || other.hidden);
        break;
    case Answer::known_not_on_plan:
    case Answer::not_found:
    case Answer::which_child:
    case Answer::could_not_check: break;
    }
    return all;
}

Told compose(const Facts& facts, const Composing& with, const pack::Pack& pack)
{
    const Day today = day_in_england(with.asked_at);
    Told told{.receipt = with.receipt, .asked_at = to_iso_seconds(with.asked_at)};
    const auto standing = facts.child ? std::optional{standing_of(facts)} : std::nullopt;
    told.answer = answer_for(facts.meant, standing, today, pack);
    tell_possible(facts, told);
    const std::string apart = told_apart_by(told.candidates);
    auto words = pack.answer(
        told.answer,
        {.tried = tried(with.asked, today),
         .telephone = with.duty_telephone,
         .apart = apart.empty() ? "the date of birth, the address or a parent's name" : apart});
    told.sentence = std::move(words.sentence);
    told.do_next = std::move(words.do_next);
    if (facts.child) told.child = child_told(*facts.child, facts.also_recorded);
    tell_plan(facts, told);
    tell_household(facts, told);
    if (told.answer != Answer::which_child) told.earlier_enquiries = with.earlier;
    told.spellings = facts.spellings;
    told.searched = static_cast<std::int64_t>(facts.searched);
    told.as_of = to_iso_seconds(facts.as_of);
    tell_other_plans(facts, told);
    tell_recipients(facts, pack, told);
    tell_held_rows(facts, with, pack, told);
    warn_of_number(facts, with.asked, told);
    return told;
}

} // namespace heed::enquiry
