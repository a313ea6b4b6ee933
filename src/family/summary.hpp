#pragma once

#include "family/family.hpp"

namespace heed::family {

/// Who a child is, in a line: enough to tell one from another, and no more.
struct Summary {
    ChildId id;
    std::string name;      ///< "Mary Tansley"; with her middle names beside another of that name
    std::string full_name; ///< with the middle names; empty when the name is not her legal one
    Birth birth = Birth::unknown();
    Sex sex = Sex::not_known;
    std::optional<Day> died_on = {};
    std::string area;                       ///< the outcode, "ME1"; empty when not known
    std::string check;                      ///< "lives at 8 Quarry Row with Kerry Tansley (mother)"
    std::vector<std::string> also_known_as; ///< other names, those she likes first
    bool places_hidden = false;             ///< by a shield: `area` is empty, and `check` says so
};

/// What the check sentence is made of.
struct CheckFacts {
    bool unborn = false;
    std::string lives_at;          ///< short form; empty when not known
    std::string stays_away_from;   ///< the home, while they stay elsewhere
    std::vector<std::string> with; ///< "Kerry Tansley (mother)": those who live there
    std::vector<std::string> parents_elsewhere;
};
/// By what a caller is asked to tell this child from others: "lives at 8 Quarry Row with Kerry
/// Tansley (mother)". Empty when nothing is known.
std::string check_sentence(const CheckFacts& facts);

} // namespace heed::family
