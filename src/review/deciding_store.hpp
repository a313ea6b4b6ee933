#pragma once

#include "links/links_store.hpp"
#include "links/possible_store.hpp"
#include "office/office.hpp"
#include "permission/desk.hpp"
#include "shield/shield_store.hpp"

// What a person decides about two records, carried out: the right, the decision, notices to those
// who must know, the ledger's entry, in one transaction, once for each key of a command.
namespace heed::review {

struct Command {
    const office::Office& office;
    permission::Desk& desk;
};

/// What `links::judge_join` refuses. The verdict tells whether it stands or waits for another
/// person, who is told that it does.
Outcome<links::Verdict> decide_same(const Command& command, const links::Pair& pair,
                                    const std::string& reason);
/// What `links::judge_split` refuses.
Outcome<void> decide_not_same(const Command& command, const links::Pair& pair,
                              const std::string& reason);
/// What `links::judge_undo` refuses. Gives the pair.
Outcome<links::Pair> undo(const Command& command, const links::DecisionId& decision,
                          const std::string& reason);
/// The pair comes back in a week. Refuses `not_found`.
Outcome<void> look_later(const Command& command, const links::PossibleId& id);
/// Somebody thinks that two records may be one child; whoever may see a child may say so. Refuses
/// `say_why_decided`, `joined_already`, `not_the_same_child`, `not_found` (no such record).
Outcome<void> suggest(const Command& command, const links::Pair& pair, const std::string& note);

Outcome<void> set_shield(const Command& command, shield::Wanted wanted);
/// Refuses `say_why_decided`, `not_found`.
Outcome<void> lift_shield(const Command& command, const shield::ShieldId& id,
                          const std::string& reason);

} // namespace heed::review
