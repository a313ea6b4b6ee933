#pragma once

#include "support/people_questions.hpp"
#include "support/slips.hpp"

/// Inside the making of questions.
namespace heed::support {

/// A question while it is being made.
struct Making {
    MadePerson who;
    Question question;
    std::optional<int> age;
    Chance chance;
    std::uint64_t seed = 0;
    std::uint64_t people = 0;
    std::uint64_t number = 0; ///< of the child
    Knows knows{};

    std::string& forename() { return question.forename; }
    std::string& surname() { return question.surname; }
    const Person& person() const { return who.person; }
};

/// Changes what would have been said; false when it does not go with this child or what is known.
using Change = bool (*)(Making&);

struct Slip {
    std::string_view name;
    Change change;
    bool known_abroad = true;
};
const std::vector<Slip>& slips();

std::vector<Slip> slips_of_births();
std::vector<Slip> slips_of_people();

/// "About March", a year or an age, each as the caller would have it.
void say_about_when(Making& making);
void say_a_town_nearby(Making& making);
bool mistype_birth(Making& making);
bool turn_birth(Making& making);
bool say_another_year(Making& making);

} // namespace heed::support
