#pragma once

#include "child/child.hpp"
#include "office/as_of.hpp"
#include "store/records.hpp"

#include <span>

// A child's own facts. Writers supersede and add, never edit; they leave the ledger entry to their
// caller, and tell People (people.hpp) that the child changed.
namespace heed::child {

/// `as_of.on` does not matter here: all days come back.
std::optional<Child> find(store::Records& records, const ChildId& id, const office::AsOf& as_of);
/// The same for many, in the order of `ids`; those who are not there are left out.
std::vector<Child> find(store::Records& records, std::span<const ChildId> ids,
                        const office::AsOf& as_of);
bool exists(store::Records& records, const ChildId& id);
/// Whose number it is now.
std::optional<ChildId> with_identifier(store::Records& records, const Identifier& identifier);

/// Refuses `needed` (no name), `two_legal_names`, `identifier_taken` (NHS number, UPN, feed or
/// local number that another child has).
Outcome<ChildId> add(store::Transaction& records, const office::Stamp& stamp,
                     const NewChild& child);

/// Each refuses `not_found` when there is no such child, or no such statement of that child that
/// still stands.
Outcome<void> correct_particulars(store::Transaction& records, const office::Stamp& stamp,
                                  const ChildId& child, const Particulars& particulars);
Outcome<void> add_name(store::Transaction& records, const office::Stamp& stamp,
                       const ChildId& child, const NameHeld& name);
/// Puts right a name that was written wrong. A child who now has another name: see `renamed`.
Outcome<void> correct_name(store::Transaction& records, const office::Stamp& stamp,
                           const StatementId& statement, const NameHeld& name);
/// A name that the child never had. Refuses `not_found`, and `needed` for the only one there is.
Outcome<void> withdraw_name(store::Transaction& records, const office::Stamp& stamp,
                            const ChildId& child, const StatementId& statement);
/// From `since` the child's legal name is another; the old one is kept and is a former name.
Outcome<void> renamed(store::Transaction& records, const office::Stamp& stamp, const ChildId& child,
                      const NameHeld& name);

Outcome<void> add_address(store::Transaction& records, const office::Stamp& stamp,
                          const ChildId& child, const AddressHeld& address);
Outcome<void> correct_address(store::Transaction& records, const office::Stamp& stamp,
                              const StatementId& statement, const AddressHeld& address);
/// An address that never was the child's.
Outcome<void> withdraw_address(store::Transaction& records, const office::Stamp& stamp,
                               const ChildId& child, const StatementId& statement);
/// The child moved: the address of the same kind ends the day before `to.days.from` (refuses
/// `needed` without one, `does_not_follow` when it is not after the old one's first day).
Outcome<void> moved(store::Transaction& records, const office::Stamp& stamp, const ChildId& child,
                    const AddressHeld& to);

/// Refuses `identifier_taken`. The child's own again: nothing is done.
Outcome<void> add_identifier(store::Transaction& records, const office::Stamp& stamp,
                             const ChildId& child, const Identifier& identifier);
/// In place of the number of that kind that is held, if any; without `to`, there is none any more.
/// Refuses `identifier_taken`.
Outcome<void> correct_identifier(store::Transaction& records, const office::Stamp& stamp,
                                 const ChildId& child, IdentifierKind kind,
                                 const std::optional<Identifier>& to);
/// In place of whoever had that part until the day before; without days: in place of them
/// altogether.
Outcome<void> involve(store::Transaction& records, const office::Stamp& stamp, const ChildId& child,
                      const Involved& involved);
/// Beside those that are held. `legal_status_from` ends the one that holds the day before.
Outcome<void> add_legal_status(store::Transaction& records, const office::Stamp& stamp,
                               const ChildId& child, const LegalStatus& status);
/// Refuses `needed` without a first day or words, `does_not_follow`.
Outcome<void> legal_status_from(store::Transaction& records, const office::Stamp& stamp,
                                const ChildId& child, const LegalStatus& status);

/// Notes that a child changed, in the transaction that changes them, so that every process's index
/// of people catches up. Every writer of this room does; a room that writes something else that a
/// child is found by must too.
void touched(store::Transaction& records, const ChildId& child);
/// The same of any record that is found, also one of the children's index (links::RecordId).
void touched(store::Transaction& records, const std::string& record);

} // namespace heed::child
