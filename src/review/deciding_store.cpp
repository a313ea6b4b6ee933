#include "review/deciding_store.hpp"

#include "child/child_store.hpp"
#include "outbox/outbox.hpp"
#include "permission/users.hpp"
#include "review/record_store.hpp"

namespace heed::review {

namespace {

using links::Deciding;
using links::Pair;
using links::Verdict;
using permission::Right;
using store::Transaction;

office::Stamp stamp_of(const office::Office& office)
{
    return {office.clock.now(), office.randomness};
}

/// Carries `work` out with the right, once for each key of a command.
template <class Work>
Outcome<std::string> carried_out(const Command& command, const std::string& reason, Work work)
{
    return command.desk.carry_out([&](Transaction& records) -> Outcome<std::string> {
        const auto permit = TRY(command.desk.act<Right::decide_links>(records, reason));
        return work(records, permit);
    });
}

/// What is written of a decision about two records: both find it as theirs.
ledger::Act about(std::string action, const Pair& pair, const std::string& reason)
{
    return {.action = std::move(action),
            .subject = pair.one,
            .reason = reason,
            .also_about = {pair.other}};
}

/// Another Designated Manager must look: told with a reference, never a name.
void ask_others(const Command& command, Transaction& records, const permission::UserId& asker,
                const links::Decision& decision)
{
    const auto possible = links::of(records, decision.pair);
    for (const auto& manager :
         permission::users_in_role(records, permission::Role::designated_manager)) {
        if (manager.id == asker || manager.disabled) continue;
        outbox::put(records, command.office.pen(),
                    {.to_user = manager.id,
                     .says = "Two children with plans may be one. Somebody asks you to confirm it.",
                     .kind = "links.confirm",
                     .subject = decision.id.text(),
                     .link = possible ? "/review/" + possible->text() : "/review"});
    }
}

Outcome<void> both_known(Transaction& records, const Pair& pair, const office::Office& office)
{
    for (const RecordId& record : {pair.one, pair.other})
        if (!read_record(records, record, {.on = office.clock.today()}, office.pack))
            return refuse(RefusalCode::not_found, "other");
    return {};
}

} // namespace

Outcome<Verdict> decide_same(const Command& command, const Pair& pair, const std::string& reason)
{
    const auto code_written = TRY(carried_out(
        command, reason, [&](Transaction& records, const auto& permit) -> Outcome<std::string> {
            TRY_VOID(both_known(records, pair, command.office));
            const office::AsOf today{.on = command.office.clock.today()};
            const bool plans =
                has_plan(records, pair.one, today) && has_plan(records, pair.other, today);
            // A pair that waits for another person waits in the queue, where they find it.
            links::propose(
                records, stamp_of(command.office),
                {.pair = pair, .source = links::Source::person, .by = permit.person().text()});
            const auto decision = TRY(links::join(records, stamp_of(command.office), pair,
                                                  {permit.person().text(), reason}, plans));
            const bool asked = decision.verdict == Verdict::asked_same;
            if (asked) ask_others(command, records, permit.person(), decision);
            ledger::append(records, command.office.pen(), permit.actor(),
                           about(asked ? "links.join_asked" : "links.joined", pair, reason));
            return std::string{heed::code(decision.verdict)};
        }));
    return from_code<Verdict>(code_written).value_or(Verdict::same);
}

Outcome<void> decide_not_same(const Command& command, const Pair& pair, const std::string& reason)
{
    TRY_VOID(carried_out(command, reason,
                         [&](Transaction& records, const auto& permit) -> Outcome<std::string> {
                             TRY_VOID(both_known(records, pair, command.office));
                             TRY_VOID(links::split(records, stamp_of(command.office), pair,
                                                   {permit.person().text(), reason}));
                             ledger::append(records, command.office.pen(), permit.actor(),
                                            about("links.parted", pair, reason));
                             return std::string{};
                         }));
    return {};
}

Outcome<Pair> undo(const Command& command, const links::DecisionId& decision,
                   const std::string& reason)
{
    TRY_VOID(carried_out(
        command, reason, [&](Transaction& records, const auto& permit) -> Outcome<std::string> {
            const auto undone = TRY(links::undo(records, stamp_of(command.office), decision,
                                                {permit.person().text(), reason}));
            ledger::append(records, command.office.pen(), permit.actor(),
                           about("links.undone", undone.pair, reason));
            return std::string{};
        }));
    const auto of = command.office.database.read(
        [&](store::Snapshot& records) { return links::find(records, decision); });
    if (!of) return refuse(RefusalCode::not_found);
    return of->pair;
}

Outcome<void> look_later(const Command& command, const links::PossibleId& id)
{
    TRY_VOID(carried_out(command, {},
                         [&](Transaction& records, const auto& permit) -> Outcome<std::string> {
                             const auto pair = links::find(records, id);
                             if (!pair) return refuse(RefusalCode::not_found);
                             constexpr std::chrono::days week{7};
                             links::look_later(records, id, command.office.clock.now() + week);
                             ledger::append(records, command.office.pen(), permit.actor(),
                                            about("links.put_off", pair->pair, {}));
                             return std::string{};
                         }));
    return {};
}

Outcome<void> suggest(const Command& command, const Pair& pair, const std::string& note)
{
    const office::Office& office = command.office;
    return command.desk.carry_out([&](Transaction& records) -> Outcome<void> {
        if (note.empty()) return refuse(RefusalCode::say_why_decided, "note");
        const auto permit = TRY(command.desk.act<Right::see_child>(records, note));
        TRY_VOID(both_known(records, pair, office));
        const auto standing = links::standing_of(records, pair);
        if (standing.are_joined(pair)) return refuse(RefusalCode::joined_already, "other");
        if (standing.kept_apart_by(pair) != nullptr)
            return refuse(RefusalCode::not_the_same_child, "other");
        links::propose(records, stamp_of(office),
                       {.pair = pair,
                        .source = links::Source::person,
                        .note = note,
                        .by = permit.person().text()});
        ledger::append(records, command.office.pen(), permit.actor(),
                       about("links.suggested", pair, note));
        return {};
    });
}

Outcome<void> set_shield(const Command& command, shield::Wanted wanted)
{
    TRY_VOID(carried_out(command, wanted.reason,
                         [&](Transaction& records, const auto& permit) -> Outcome<std::string> {
                             wanted.by = permit.person().text();
                             TRY_VOID(shield::set(records, stamp_of(command.office), wanted));
                             ledger::append(records, command.office.pen(), permit.actor(),
                                            {.action = "shield.set",
                                             .subject = wanted.record,
                                             .reason = wanted.reason});
                             return std::string{};
                         }));
    return {};
}

Outcome<void> lift_shield(const Command& command, const shield::ShieldId& id,
                          const std::string& reason)
{
    if (reason.empty()) return refuse(RefusalCode::say_why_decided, "reason");
    TRY_VOID(carried_out(
        command, reason, [&](Transaction& records, const auto& permit) -> Outcome<std::string> {
            const auto held = shield::find(records, id);
            if (!held) return refuse(RefusalCode::not_found);
            TRY_VOID(shield::lift(records, stamp_of(command.office), id));
            ledger::append(records, command.office.pen(), permit.actor(),
                           {.action = "shield.lifted", .subject = held->record, .reason = reason});
            return std::string{};
        }));
    return {};
}

} // namespace heed::review
