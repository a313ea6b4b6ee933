#pragma once

#include "core/outcome.hpp"
#include "directory/directory.hpp"
#include "office/as_of.hpp"
#include "store/records.hpp"

#include <map>
#include <set>

// The directory. It is read as known at a moment like all the record; its facts have no days of
// their own. Writers leave the ledger entry to their caller.
namespace heed::directory {

std::optional<Agency> find(store::Records& records, const AgencyId& id, const office::AsOf& as_of);
std::optional<Professional> find(store::Records& records, const ProfessionalId& id,
                                 const office::AsOf& as_of);
/// In order of name.
std::vector<Agency> agencies(store::Records& records, const office::AsOf& as_of);
std::vector<Professional> professionals(store::Records& records, const office::AsOf& as_of);
/// The professional that a user is now, if any.
std::optional<Professional> of_user(store::Records& records, const std::string& user);
/// The same; when no entry names the user, the professional of this id, which may be empty: who an
/// account says that its user is.
std::optional<Professional> who_is(store::Records& records, const std::string& user,
                                   const std::string& said, const office::AsOf& as_of);

/// Which users these professionals are now, by their entry of the directory or by their account:
/// who reads a notice. Those whose account is closed, and whoever has none, are left out.
std::map<ProfessionalId, std::string> users_of(store::Records& records,
                                               const std::set<ProfessionalId>& professionals);

/// Who holds the number now, comparing only what is dialled; an agency that publishes it comes
/// before a professional who has it. Nothing: the directory does not hold it, which must be said.
std::optional<Holder> holder_of_number(store::Records& records, std::string_view typed);

/// Refuses `needed` (name), `too_long`, `not_a_telephone_number`.
Outcome<AgencyId> add(store::Transaction& records, const office::Stamp& stamp,
                      const AgencyDetails& agency);
Outcome<void> change(store::Transaction& records, const office::Stamp& stamp, const AgencyId& id,
                     const AgencyDetails& agency);
/// Refuses as above, and `not_found` for a cover or an agency that is not there.
Outcome<ProfessionalId> add(store::Transaction& records, const office::Stamp& stamp,
                            const ProfessionalDetails& professional);
Outcome<void> change(store::Transaction& records, const office::Stamp& stamp,
                     const ProfessionalId& id, const ProfessionalDetails& professional);

/// The professional of that name and number, for an import. Case and spaces of the name do not
/// matter. With an empty telephone: by name alone, when only one has it.
std::optional<ProfessionalId> named(store::Records& records, std::string_view name,
                                    std::string_view telephone);
/// The same, and added when there is none.
Outcome<ProfessionalId> named_or_added(store::Transaction& records, const office::Stamp& stamp,
                                       const ProfessionalDetails& professional);
std::optional<AgencyId> agency_named(store::Records& records, std::string_view name);

} // namespace heed::directory
