#pragma once

#include "directory/directory.hpp"
#include "enquiry/asked.hpp"
#include "enquiry/told.hpp"
#include "family/family.hpp"
#include "family/summary.hpp"
#include "matching/finder.hpp"
#include "plan/plan.hpp"

namespace heed::enquiry {

/// Another child of the household, and the plan they are on today, if any.
struct HouseholdFacts {
    family::OtherChild child;
    std::optional<plan::Plan> plan;
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

    // Of the one who is meant, under whatever record it is held:
    std::optional<family::Summary> child;
    std::vector<child::ChildId> records;        ///< all records of the child; `child`'s among them
    std::vector<family::Summary> also_recorded; ///< the others of them
    std::vector<plan::Plan> other_plans;        ///< today's, beside `plan`
    std::vector<directory::Professional> other_key_workers; ///< of those
    std::optional<plan::Plan> plan;                         ///< today's
    std::optional<plan::Plan> ended_plan;                   ///< the latest that ended
    std::optional<directory::Professional> key_worker;
    std::optional<family::HouseholdId> household_id;
    std::vector<HouseholdFacts> household;
    bool household_hidden = false; ///< a shield keeps with whom the child lives from sight

    /// Those who may be meant whom only the children's index knows, by the feeder's ids. They are
    /// taken up into the record, and it is gathered again, before anything is told.
    std::vector<std::string> only_indexed;

    /// Others who may be meant; all of them when it is not known who is.
    std::vector<PossibleFacts> possible;
};

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
