#pragma once

#include "core/ensure.hpp"
#include "matching/finder.hpp"
#include "pack/pack.hpp"

#include <optional>
#include <vector>

namespace heed::enquiry {

/// How a child stands on the day of the question, as far as the answer depends on it.
struct Standing {
    bool on_plan = false;               ///< of this authority, also while unborn
    bool temporarily_here = false;      ///< another authority's plan, staying here for a while
    std::optional<Day> last_plan_ended; ///< the last day of the latest plan that ended
    bool household_on_plan = false;     ///< another child of the household is on a plan
};

/// Which of the eight answers is true. `child` is nothing unless one child is meant.
///
/// Working Together 2006, "Managing and providing information about a child": an enquirer is told
/// whether the child is subject to a plan, and whether the child has been known; the same address
/// as a child on a plan matters too. That absence from the list is no assurance is why no answer
/// here is a bare no (the pack holds the words of each).
///
/// The order is by what the caller must hear first: a plan today, then one that has just ended,
/// then a child of the same household, then that the child is known.
pack::Answer answer_for(matching::Meant meant, const std::optional<Standing>& child, Day today,
                        const pack::Pack& pack);

/// Whether a plan that ended on `ended` is still told of: within the pack's months, the last day
/// included.
bool ended_recently(Day ended, Day today, const pack::Pack& pack);

/// Who learns of an enquiry.
struct MustBeTold {
    bool key_worker = false;            ///< of the child; the last one when a plan has just ended
    bool household_key_workers = false; ///< of the other children of the household
    bool designated_manager = false;
    bool operator==(const MustBeTold&) const = default;
};

/// How many of the key workers who must hear can be sent a notice that they will see.
enum class Reached { nobody, some, everybody };

/// What of an enquiry decides, beside its answer, who learns of it.
struct Hearing {
    bool asked_before = false;
    Reached key_workers = Reached::nobody; ///< nobody, too, when there is none
    bool row_like = false; ///< a row that is not in the record is like whom was asked about
};

/// The key worker hears of every enquiry about their child, so that the caller's concern reaches
/// somebody who acts; the Designated Manager of what nobody else would see as a pattern: a second
/// enquiry within the pack's days, a child of the household, another authority's child; and of what
/// would reach nobody else: a plan without a key worker, or with one who cannot be sent a notice, a
/// child who may stand in a row that is held.
MustBeTold must_be_told(pack::Answer answer, const Hearing& hearing);

} // namespace heed::enquiry
