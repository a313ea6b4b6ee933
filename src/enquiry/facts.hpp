#pragma once

#include "directory/directory.hpp"
#include "enquiry/asked.hpp"
#include "enquiry/told.hpp"
#include "family/family.hpp"
#include "family/summary.hpp"
#include "matching/finder.hpp"
#include "plan/plan.hpp"

#include <map>

namespace heed::enquiry {

/// Another child of the household, and the plan they are on today, if any.
struct HouseholdFacts {
    family::OtherChild child;
    std::optional<plan::Plan> plan;
    std::optional<directory::Professional> key_worker = {}; ///< of that plan
    bool hidden = false; ///< where this child lives is kept from sight
};

/// Somebody who may be meant, and why.
struct PossibleFacts {
    family::Summary child;
    std::vector<std::string> why;
};

/// All that an answer is made of, read from one moment of the record.
struct Facts {
    matching::Meant meant = matching::Meant::nobody;
    std::vector<std::string> spellings;
    std::size_t searched = 0;
    Moment as_of;
    bool number_held = false; ///< the directory holds the number that was rung back

    // Of rows of an old register that are not in the record:
    std::int64_t rows_held = 0;         ///< how many there are
    std::vector<std::string> rows_like; ///< the ids of those that are like whom was asked about
    std::string manager_telephone;      ///< whom to ring about those; empty when not held

    // Of the one who is meant, under whatever record it is held:
    std::optional<family::Summary> child;
    std::vector<child::ChildId> records;        ///< all records of the child; `child`'s among them
    std::vector<family::Summary> also_recorded; ///< the others of them
    std::vector<plan::Plan> other_plans;        ///< today's, beside `plan`
    std::vector<directory::Professional> other_key_workers; ///< of those
    std::optional<plan::Plan> plan;                         ///< today's
    std::optional<plan::Plan> ended_plan;                   ///< the latest that ended
    std::optional<directory::Professional> key_worker;
    /// Who of all key workers here reads notices, by the id of their user.
    std::map<directory::ProfessionalId, std::string> users;
    bool mails = false; ///< notices are mailed too
    std::optional<family::HouseholdId> household_id;
    std::vector<HouseholdFacts> household;
    bool household_hidden = false; ///< a shield keeps with whom the child lives from sight

    /// Those who may be meant whom only the children's index knows, by the feeder's ids. They are
    /// taken up into the record, and it is gathered again, before anything is told.
    std::vector<std::string> only_indexed;

    /// Others who may be meant; all of them when it is not known who is.
    std::vector<PossibleFacts> possible;
};

/// Whom a notice would reach of those who must hear: a user reads it in the inbox, and an address
/// is mailed to where mail is set up. To say of anybody else that they are told would be false.
bool is_reached(const Facts& facts, const directory::Professional& key_worker);

/// The key workers who must hear of an answer, each once: of the child, under whatever record; for
/// household_on_plan of the other children of the household.
struct KeyWorker {
    directory::Professional who;
    bool hidden = false; ///< a shield keeps from sight whose key worker they are
};
std::vector<KeyWorker> key_workers_of(const Facts& facts, pack::Answer answer);

/// What is told of the facts. The rules alone: no store, no clock, no person.
struct Composing {
    const Asked& asked;
    const std::vector<Told::Earlier>& earlier; ///< enquiries in the same matter, newest first
    std::string receipt;
    Moment asked_at;
    std::string duty_telephone;
};
Told compose(const Facts& facts, const Composing& with, const pack::Pack& pack);

} // namespace heed::enquiry
