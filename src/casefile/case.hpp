#pragma once

#include "family/family.hpp"
#include "office/as_of.hpp"
#include "plan/alarms.hpp"

#include <string>
#include <vector>

namespace heed::casefile {

using child::ChildId;

/// Another child who is near, and their plan of today, if any.
struct ChildNear {
    family::OtherChild child;
    std::optional<plan::Plan> plan;
};

/// All that the pages about one child show, as on a day and as known at a moment.
struct Case {
    office::AsOf as_of;
    child::Child child;
    std::optional<plan::Plan> plan;                    ///< the one that holds
    std::optional<plan::Plan> ended_plan;              ///< the last that ended
    std::optional<directory::Professional> key_worker; ///< of `plan`
    std::vector<plan::Alarm> alarms;
    std::vector<family::FamilyMember> adults;
    std::vector<ChildNear> children;
    bool places_hidden = false; ///< from this reader, by a shield
    /// Other records of the same child: what is held under them is shown here too.
    std::vector<child::Child> also;
    std::vector<family::FamilyMember> former_adults = {}; ///< whose tie has ended, with that tie
    std::vector<family::Tied> ties = {};                  ///< of all days
    std::optional<family::HouseholdId> household = {};    ///< where the child lives
    std::vector<family::Housed> household_stays = {};     ///< of everybody there, of all days
    std::vector<family::Housed> own_stays = {};           ///< of the child, anywhere
    std::vector<family::ParentOf> parents = {};           ///< of the child and those near

    std::vector<ChildId> records() const; ///< this one and the others, itself first
    std::string name() const { return child.name_on(as_of.on).spoken(); }
    /// "Girl, 7 years (born 14 March 2019)".
    std::string description() const;
    /// Names beside the legal one, as "Known as May; formerly Mary Brandt".
    std::string other_names() const;
    /// How many of the other children have a plan.
    int siblings_on_plan() const;
};

/// What is left of a shielded child for whoever may not see where they are.
void hide_places(Case& about);

/// A line of the chronology. Rooms beside this one offer theirs (chronology_store.hpp).
struct ChronologyLine {
    Day on;
    std::string title, text, source;
    bool key = false;                       ///< one of those that tell the story by themselves
    std::string link = {}, link_words = {}; ///< where more is told, and the words that lead there
};

/// What the record of the child itself adds to the chronology: births, names, moves.
std::vector<ChronologyLine> lines_of(const child::Child& child);

/// The latest first; lines of one day as they came.
void sort(std::vector<ChronologyLine>& lines);

/// Why somebody opens a child's record: the usual reasons.
std::vector<std::string> usual_reasons();

} // namespace heed::casefile
