#pragma once

#include "child/facts.hpp"
#include "core/id.hpp"
#include "directory/directory.hpp"

#include <vector>

namespace heed::child {

using ChildId = Id<struct ChildKind>;
/// Names one statement about a child (a name, an address …), so that it can be corrected.
using StatementId = Id<struct StatementKind>;

struct NameHeld {
    Name name;
    NameKind kind = NameKind::legal;
    Days days = {};
};

struct AddressHeld {
    Address address;
    AddressKind kind = AddressKind::home;
    Days days = {};
    std::optional<Verified> verified = {};
};

/// A professional or agency in the child's life: in the directory, or only as words.
struct Involved {
    Part part = Part::other;
    std::string words = {}; ///< "Dr Nowak, Hill Surgery"
    std::optional<directory::ProfessionalId> professional = {};
    std::optional<directory::AgencyId> agency = {};
    Days days = {};
};

struct LegalStatus {
    std::string words; ///< as the authority writes it: "s20", "ICO"
    Days days = {};
};

template <class Fact> struct Stated : Fact {
    StatementId statement;
};

/// All that is held of one child but the family (family.hpp), as known at one moment, of all days.
struct Child {
    ChildId id;
    Particulars particulars;
    std::vector<Stated<NameHeld>> names; ///< legal first
    std::vector<Identifier> identifiers;
    std::vector<Stated<AddressHeld>> addresses; ///< the latest first
    std::vector<Stated<Involved>> involved;
    std::vector<Stated<LegalStatus>> legal_statuses; ///< the latest first

    /// The legal name of that day; else any name there is.
    const Name& name_on(Day day) const;
    /// Where the child lives on that day: a placement or stay before the home.
    const Stated<AddressHeld>* lives_at(Day day) const;
    const Stated<AddressHeld>* home_on(Day day) const;
    const Stated<Involved>* involved_on(Part part, Day day) const;
    std::string legal_status_on(Day day) const;
};

/// What is written of a child that was not in the record.
struct NewChild {
    Particulars particulars;
    std::vector<NameHeld> names; ///< at least one
    std::vector<Identifier> identifiers = {};
    std::vector<AddressHeld> addresses = {};
    std::vector<Involved> involved = {};
    std::vector<LegalStatus> legal_statuses = {};
};

} // namespace heed::child
