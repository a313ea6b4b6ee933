#pragma once

#include "family/family.hpp"
#include "office/as_of.hpp"
#include "store/records.hpp"

// Adults, relationships, households and stays. Writers supersede and add; the ledger entry is
// their caller's.
namespace heed::family {

Outcome<AdultId> add_adult(store::Transaction& records, const office::Stamp& stamp,
                           const AdultDetails& adult);
Outcome<void> correct_adult(store::Transaction& records, const office::Stamp& stamp,
                            const AdultId& id, const AdultDetails& adult);
/// Refuses `needed` unless exactly one of adult and other child is given. Between two children it
/// is written once and read from both sides.
Outcome<void> relate(store::Transaction& records, const office::Stamp& stamp,
                     const Relationship& relationship);
Outcome<void> correct_relationship(store::Transaction& records, const office::Stamp& stamp,
                                   const StatementId& statement, const Relationship& relationship);
/// A relationship that was never so. Refuses `not_found` when it does not stand, or is not one of
/// that child's.
Outcome<void> withdraw_relationship(store::Transaction& records, const office::Stamp& stamp,
                                    const StatementId& statement, const ChildId& child);

/// The household of that local number, opened when there is none; an empty number always opens one.
HouseholdId household_numbered(store::Transaction& records, const office::Stamp& stamp,
                               const std::string& local_number);
std::optional<HouseholdId> household_of_child(store::Records& records, const ChildId& child,
                                              const office::AsOf& as_of);
Outcome<void> joins(store::Transaction& records, const office::Stamp& stamp, const Stay& stay);
/// Who, where and in which household stays as it was written; the rest is put right. Refuses
/// `not_found`, `too_long`, `does_not_follow`.
Outcome<void> correct_stay(store::Transaction& records, const office::Stamp& stamp,
                           const StatementId& statement, const Stay& stay);
/// A stay that never was. Refuses `not_found`.
Outcome<void> withdraw_stay(store::Transaction& records, const office::Stamp& stamp,
                            const StatementId& statement);
/// The stays of that child in any household end on that day.
Outcome<void> leaves(store::Transaction& records, const office::Stamp& stamp, const ChildId& child,
                     Day last);

/// The adults in a child's life on that day: those who live there first, then parents.
std::vector<FamilyMember> adults_of(store::Records& records, const ChildId& child,
                                    const office::AsOf& as_of);
/// An adult of that name in the household, for an import.
std::optional<AdultId> adult_in(store::Records& records, const HouseholdId& household,
                                std::string_view name);

/// The other children of the child's household on that day, with what each is to the child. In
/// two queries, whatever their number.
std::vector<OtherChild> household_of(store::Records& records, const ChildId& child,
                                     const office::AsOf& as_of);
/// Those, and brothers and sisters who live elsewhere.
std::vector<OtherChild> children_near(store::Records& records, const ChildId& child,
                                      const office::AsOf& as_of);

} // namespace heed::family
