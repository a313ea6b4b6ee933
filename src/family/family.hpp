#pragma once

#include "child/child.hpp"

namespace heed::family {

using child::Birth;
using child::ChildId;
using child::Days;
using child::Sex;
using child::StatementId;

using AdultId = Id<struct AdultKind>;
using HouseholdId = Id<struct HouseholdKind>;

/// What somebody is to a child.
enum class Tie {
    mother,
    father,
    parent,
    parent_or_carer, ///< as the old register's columns had it: which, nobody wrote down
    step_parent,
    partner_of_parent,
    foster_carer,
    grandparent,
    aunt_or_uncle,
    other_relative,
    not_related,
    // between two children
    sibling,
    half_sibling,
    step_sibling,
    cousin,
};
bool is_parent(Tie tie); ///< mother, father or parent: known to be one

enum class Responsibility { not_known, yes, no }; ///< parental responsibility in law

/// A grown-up in children's lives. Several children can have the same.
struct AdultDetails {
    std::string name;
    Sex sex = Sex::not_known;
    std::optional<Day> born = {}, died = {};
    std::string telephone = {}, address = {}; ///< the address only if it is not the child's
    bool operator==(const AdultDetails&) const = default;
};

/// That an adult, or another child, is something to a child.
struct Relationship {
    ChildId child;
    std::optional<AdultId> adult = {}; ///< one of these two
    std::optional<ChildId> other_child = {};
    Tie tie = Tie::other_relative;
    Responsibility parental_responsibility = Responsibility::not_known;
    std::string court_order = {};
    Days days = {};
};

/// That somebody lives in a household, or visits it regularly.
struct Stay {
    HouseholdId household;
    std::optional<ChildId> child = {}; ///< one of these two
    std::optional<AdultId> adult = {};
    bool visits = false;
    std::string role = {}; ///< "mother's partner", "lodger"
    Days days = {};
};

/// A relationship as one child's record shows it.
struct Tied {
    child::Stated<Relationship> held;
    std::string name;          ///< of the adult or the other child
    bool of_the_other = false; ///< it was written in the other child's record

    /// The other of the two children, from whichever side; nothing for an adult.
    std::optional<ChildId> other() const
    {
        return of_the_other ? std::optional{held.child} : held.other_child;
    }
};

/// A stay, with whose it is.
struct Housed {
    child::Stated<Stay> held;
    std::string name;
    std::string household_number; ///< the authority's own; empty when it has none
};

/// That an adult is a parent, or stands in a parent's place, to a child.
struct ParentOf {
    ChildId child;
    AdultId adult;
    Tie tie = Tie::parent;
    std::string name;
    Sex sex = Sex::not_known;
    std::optional<Day> born = {}, died = {};
};

/// An adult as one child's page shows them.
struct FamilyMember {
    AdultId adult;
    AdultDetails details;
    std::optional<StatementId> relationship; ///< absent: only lives there
    Tie tie = Tie::not_related;
    Responsibility parental_responsibility = Responsibility::not_known;
    std::string court_order;
    Days days;
    bool lives_with_child = false, visits = false;
    std::string role; ///< in the household; may be empty
};

/// Another child who is or was near: of the household, or a relative.
struct OtherChild {
    ChildId id;
    std::string name;
    Birth birth = Birth::unknown();
    Sex sex = Sex::not_known;
    std::string relation; ///< "brother", "half-sister", "lives there"
    bool lives_with_child = false, visits = false;
};

/// What is known of how two children are related, for the word.
struct Kinship {
    std::optional<Tie> stated = {};
    bool stated_of_other = false; ///< the other is the child of this one, not the parent
    int parents_shared = 0, parents_apart = 0; ///< known parents they have, and have not, in common
    bool carers_shared = false;                ///< somebody written only as parent or carer
    bool same_surname = false;
};

/// The word for another child, of that sex: "brother", "half-sister", "brother or half-brother"
/// when one parent is not known; "same parent or carer", "lives there" when no more is known.
std::string relation_word(const Kinship& kinship, Sex other);

std::string_view label(Tie tie); ///< "mother", "parent or carer"

} // namespace heed::family

namespace heed {
template <>
inline constexpr std::array<std::string_view, 15> codes<family::Tie>{
    "mother",          "father",       "parent",
    "parent_or_carer", "step_parent",  "partner_of_parent",
    "foster_carer",    "grandparent",  "aunt_or_uncle",
    "other_relative",  "not_related",  "sibling",
    "half_sibling",    "step_sibling", "cousin"};
template <>
inline constexpr std::array<std::string_view, 3> codes<family::Responsibility>{"not_known", "yes",
                                                                               "no"};
} // namespace heed
