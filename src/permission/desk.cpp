#include "permission/desk.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace heed::permission {

namespace {

Outcome<void> reason_given(Right right, const std::string& reason)
{
    if (needs_reason(right) && trimmed(reason).empty())
        return refuse(RefusalCode::say_your_reason, "reason");
    return {};
}

} // namespace

bool Desk::allowed(Right right)
{
    if (may(right)) return true;
    refused_.push_back(right);
    settle();
    return false;
}

Outcome<void> Desk::note_look(Right right, const ledger::Act& act)
{
    if (!allowed(right)) return refuse(RefusalCode::not_allowed);
    TRY_VOID(reason_given(right, act.reason));
    database_.write(
        [&](store::Transaction& records) { ledger::append(records, pen_, person_.actor(), act); });
    return {};
}

Outcome<void> Desk::note_act(Right right, store::Transaction& records, const std::string& reason)
{
    if (!may(right)) {
        // The work may be run again from its beginning: one attempt is one entry.
        if (std::ranges::find(refused_, right) == refused_.end()) refused_.push_back(right);
        return refuse(RefusalCode::not_allowed);
    }
    TRY_VOID(reason_given(right, reason));
    ensure(errand_.key.empty() || carries_, "a command is not carried out by its key");
    records.owe_entry();
    return {};
}

// The changes of one errand have keys of their own: repeated, they come in the same order.
Errand Desk::next_errand()
{
    Errand errand = errand_;
    if (++carried_out_ > 1) errand.part += "/" + std::to_string(carried_out_);
    return errand;
}

Outcome<std::optional<std::string>> Desk::first_answer(store::Transaction& records,
                                                       const Errand& errand) const
{
    if (errand.key.empty()) return std::nullopt;
    return answered_before(records, person_.user.text(), errand);
}

void Desk::keep(store::Transaction& records, const Errand& errand, const std::string& answer) const
{
    if (!errand.key.empty()) keep_answer(records, pen_, person_.user.text(), errand, answer);
}

void Desk::settle()
{
    if (refused_.empty()) return;
    database_.write([&](store::Transaction& records) { write_refusals(records); });
    refused_.clear();
}

void Desk::write_refusals(store::Transaction& records) const
{
    for (const Right right : refused_)
        ledger::append(records, pen_, person_.actor(),
                       {.action = "refused." + std::string{code_of(right)}});
}

} // namespace heed::permission
