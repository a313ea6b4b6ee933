#include "changeover/queue_store.hpp"

#include "changeover/bring_in_store.hpp"
#include "changeover/changeover_store.hpp"
#include "core/text.hpp"
#include "directory/directory_store.hpp"
#include "plan/plan_store.hpp"

namespace heed::changeover {

namespace {

using office::Office;
using office::Stamp;
using permission::Desk;
using permission::Right;
using store::Transaction;

/// A row on the desk of whoever works the queue.
struct Taken {
    Transaction& records;
    const Stamp& stamp;
    const ledger::Actor& actor;
    KeptRow row;
};

/// Carries work on a row out in one transaction, with its entry.
template <class Work>
auto work_on(const Office& office, Desk& desk, const RowId& id, RowState state, Work&& work)
{
    using Given = std::invoke_result_t<Work, Taken&>;
    return desk.carry_out([&](Transaction& records) -> Given {
        const auto permit = TRY(desk.act<Right::import_register>(records));
        auto row = find(records, id);
        if (!row) return refuse(RefusalCode::not_found);
        if (row->state != state) return refuse(RefusalCode::changed_meanwhile);
        const Stamp stamp{office.clock.now(), office.randomness};
        const ledger::Actor actor = permit.actor();
        Taken taken{records, stamp, actor, *std::move(row)};
        return work(taken);
    });
}

void note(const Office& office, const Taken& taken, const char* action)
{
    ledger::append(taken.records, office.pen(), taken.actor,
                   {.action = action,
                    .subject = taken.row.child ? taken.row.child->text() : taken.row.id.text()});
}

/// Settles a question about the plan of a row by changing the plan.
template <class Change>
Outcome<void> settle_by(const Office& office, Desk& desk, const RowId& id, Settling how,
                        Change&& change)
{
    return work_on(office, desk, id, RowState::in_record, [&](Taken& taken) -> Outcome<void> {
        const bool is_open = std::ranges::any_of(taken.row.findings, [&](const KeptFinding& one) {
            return !one.settled && settling_of(one.finding.code) == how;
        });
        if (!is_open) return refuse(RefusalCode::changed_meanwhile);
        const std::string words = TRY(change(taken));
        for (const KeptFinding& one : taken.row.findings)
            if (!one.settled && settling_of(one.finding.code) == how)
                settle(taken.records, taken.stamp, one.id, taken.actor.who, words);
        note(office, taken, "changeover.question_settled");
        return {};
    });
}

std::vector<KeptFinding> kept(const Stamp& stamp, const std::vector<Finding>& findings)
{
    std::vector<KeptFinding> all;
    all.reserve(findings.size());
    for (const Finding& one : findings) all.push_back({stamp.fresh<FindingId>(), one});
    return all;
}

/// What the rules and the record make of the row now; a plan when it could be brought in.
Outcome<void> judge_again(const Office& office, Taken& taken)
{
    KeptRow& row = taken.row;
    auto judged = extract::judge(row.row, row.as_at, office.pack);
    row.findings = kept(taken.stamp, judged.findings);
    if (!judged.registration) return {};
    const Meeting meeting = meet(taken.records, *judged.registration, std::nullopt);
    if (meeting.obstacle) {
        row.findings = kept(taken.stamp, {*meeting.obstacle});
        if (meeting.outcome_of_obstacle == RowOutcome::already_there) {
            row.state = RowState::already_there;
            row.child = meeting.child;
            row.findings.clear();
        }
        return {};
    }
    auto brought =
        TRY(bring_in(taken.records, taken.stamp, *judged.registration, meeting.child, office.pack));
    row.state = RowState::in_record;
    row.child = brought.child;
    row.plan = brought.plan;
    for (auto& one : kept(taken.stamp, brought.questions)) row.findings.push_back(std::move(one));
    return {};
}

} // namespace

Outcome<KeptRow> try_again(const office::Office& office, permission::Desk& desk, const RowId& id,
                           const extract::Row& corrected)
{
    TRY_VOID(work_on(office, desk, id, RowState::held, [&](Taken& taken) -> Outcome<void> {
        taken.row.row.fields = corrected.fields;
        taken.row.row.too_many_fields = false; // somebody has looked where each belongs
        TRY_VOID(judge_again(office, taken));
        replace(taken.records, taken.stamp, taken.row, taken.actor.who);
        note(office, taken,
             taken.row.state == RowState::held ? "changeover.row_held_again"
                                               : "changeover.row_corrected");
        return {};
    }));
    auto row = office.database.read([&](store::Snapshot& records) { return find(records, id); });
    ensure(row.has_value(), "a row that was tried again is gone");
    return *std::move(row);
}

Outcome<void> set_aside(const office::Office& office, permission::Desk& desk, const RowId& id,
                        const std::string& reason)
{
    return work_on(office, desk, id, RowState::held, [&](Taken& taken) -> Outcome<void> {
        if (trimmed(reason).empty()) return refuse(RefusalCode::needed, "reason");
        taken.row.state = RowState::set_aside;
        taken.row.reason = trimmed(reason);
        replace(taken.records, taken.stamp, taken.row, taken.actor.who);
        note(office, taken, "changeover.row_set_aside");
        return {};
    });
}

Outcome<void> take_back(const office::Office& office, permission::Desk& desk, const RowId& id)
{
    return work_on(office, desk, id, RowState::set_aside, [&](Taken& taken) -> Outcome<void> {
        taken.row.state = RowState::held;
        taken.row.reason.clear();
        replace(taken.records, taken.stamp, taken.row, taken.actor.who);
        note(office, taken, "changeover.row_taken_back");
        return {};
    });
}

Outcome<void> appoint_key_worker(const office::Office& office, permission::Desk& desk,
                                 const RowId& id, const Appointment& appointment)
{
    return settle_by(
        office, desk, id, Settling::key_worker, [&](Taken& taken) -> Outcome<std::string> {
            auto who = appointment.professional;
            if (!who)
                who = TRY(directory::named_or_added(taken.records, taken.stamp, appointment.added));
            TRY_VOID(plan::appoint_key_worker(taken.records, taken.stamp, *taken.row.plan, *who,
                                              appointment.since));
            return "A key worker was appointed.";
        });
}

Outcome<void> choose_categories(const office::Office& office, permission::Desk& desk,
                                const RowId& id, const std::vector<std::string>& categories)
{
    return settle_by(
        office, desk, id, Settling::categories, [&](Taken& taken) -> Outcome<std::string> {
            const auto held =
                plan::find(taken.records, *taken.row.plan, {.on = day_in_england(taken.stamp.now)});
            ensure(held.has_value(), "a row is of a plan that there is not");
            TRY_VOID(plan::choose_categories(taken.records, taken.stamp, held->id,
                                             {categories, held->period.first()}, office.pack));
            return "Categories were chosen.";
        });
}

Outcome<void> set_next_review(const office::Office& office, permission::Desk& desk, const RowId& id,
                              Day due)
{
    return settle_by(office, desk, id, Settling::review, [&](Taken& taken) -> Outcome<std::string> {
        TRY_VOID(
            plan::set_next_review(taken.records, taken.stamp, *taken.row.plan, due, office.pack));
        return "The next review was set for " + heed::in_words(due) + '.';
    });
}

Outcome<void> settle_in_words(const office::Office& office, permission::Desk& desk, const RowId& id,
                              const FindingId& finding, const std::string& words)
{
    return work_on(office, desk, id, RowState::in_record, [&](Taken& taken) -> Outcome<void> {
        if (trimmed(words).empty()) return refuse(RefusalCode::needed, "words");
        const auto& all = taken.row.findings;
        const auto found = std::ranges::find(all, finding, &KeptFinding::id);
        if (found == all.end()) return refuse(RefusalCode::not_found);
        if (found->settled) return refuse(RefusalCode::changed_meanwhile);
        if (found->finding.code == extract::RowCode::review_late) {
            // Of a plan that has ended since, it is kept beside the row alone.
            const auto said =
                plan::say_why_review_late(taken.records, taken.stamp, *taken.row.plan, words);
            if (!said && said.error().code != RefusalCode::not_found) return said;
        }
        settle(taken.records, taken.stamp, finding, taken.actor.who, std::string{trimmed(words)});
        note(office, taken, "changeover.question_settled");
        return {};
    });
}

Settling settling_of(extract::RowCode code)
{
    using enum extract::RowCode;
    switch (code) {
    case no_key_worker: return Settling::key_worker;
    case no_category:
    case unknown_category: return Settling::categories;
    case no_review_date:
    case review_late:
    case review_before_registration:
    // Of a row that is in the record only the review can have such a date.
    case impossible_date:
    case unreadable_date: return Settling::review;
    default: return Settling::words;
    }
}

} // namespace heed::changeover
