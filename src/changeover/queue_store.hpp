#pragma once

#include "changeover/kept_row.hpp"
#include "directory/directory.hpp"
#include "office/office.hpp"
#include "permission/desk.hpp"

#include <span>

// The two queues that imports leave: rows that are held, and questions about rows that are in.
// Everything here leaves its entry in the ledger, and refuses `not_allowed`, when there is no such
// row `not_found`, and when somebody settled the row or the question before `changed_meanwhile`.
namespace heed::changeover {

/// Judges a held row again with its fields as corrected. It is brought in when nothing holds it
/// any more; else its findings are the new ones, and what was corrected is kept. Gives the row as
/// it then stands.
Outcome<KeptRow> try_again(const office::Office& office, permission::Desk& desk, const RowId& id,
                           const extract::Row& corrected);

/// Takes a held row out of the queue for good. Refuses `needed` without a reason.
Outcome<void> set_aside(const office::Office& office, permission::Desk& desk, const RowId& id,
                        const std::string& reason);
/// Puts a row that was set aside back into the queue.
Outcome<void> take_back(const office::Office& office, permission::Desk& desk, const RowId& id);

/// Who is to be key worker: somebody of the directory, or somebody new to it.
struct Appointment {
    std::optional<directory::ProfessionalId> professional = {};
    directory::ProfessionalDetails added = {}; ///< when there is no `professional`
    Day since{};
};
/// Appoints a key worker to the plan of the row, and settles the questions about that. Refuses
/// what directory and plan refuse.
Outcome<void> appoint_key_worker(const office::Office& office, permission::Desk& desk,
                                 const RowId& id, const Appointment& appointment);

/// From its first day the plan has these categories, the first the main one. Refuses what plan
/// refuses.
Outcome<void> choose_categories(const office::Office& office, permission::Desk& desk,
                                const RowId& id, const std::vector<std::string>& categories);

Outcome<void> set_next_review(const office::Office& office, permission::Desk& desk, const RowId& id,
                              Day due);

/// Settles a question in words: what was found out, and what was done. Refuses `needed` without.
Outcome<void> settle_in_words(const office::Office& office, permission::Desk& desk, const RowId& id,
                              const FindingId& finding, const std::string& words);

/// What settles a question.
enum class Settling { key_worker, categories, review, words };
Settling settling_of(extract::RowCode code);

} // namespace heed::changeover
