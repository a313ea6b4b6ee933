#include "support/people_making.hpp"
#include "support/people_places.hpp"
#include "support/people_words.hpp"

#include <algorithm>

namespace heed::support {
namespace {

using matching::BirthKind;
using std::chrono::days;

bool on_the_phone(const Making& making) { return making.knows == Knows::phone; }

bool named_otherwise(Making& making)
{
    if (making.person().names.size() < 2) return false;
    making.forename() = making.person().names[1].forename;
    making.surname() = making.person().names[1].surname;
    return true;
}

bool asked_by_a_carer(Making& making, bool surname_only)
{
    if (!on_the_phone(making)) return false;
    const std::string& carer = making.person().carers.front();
    const auto space = carer.find(' ');
    const std::string carers_surname = carer.substr(space + 1);
    if (surname_only) {
        making.surname() = carers_surname;
        return making.surname() != without_marks(making.who.surname);
    }
    // "It is about my son Ali": the child's surname goes unsaid.
    making.question.carer = carer;
    making.surname().clear();
    return true;
}

bool surname_nobody_recorded(Making& making)
{
    making.surname() = drawn_surname(making.who.community, making.chance);
    return making.surname() != making.who.surname;
}

bool lives_elsewhere_now(Making& making)
{
    if (making.knows == Knows::desk) return false;
    making.question.town = town_name(drawn_town(making.chance));
    return making.question.town != making.person().places[0].town;
}

bool one_of_twins(Making& making)
{
    const auto other = twin_of(making.seed, making.number);
    return other && *other < making.people;
}

bool ask_for_unborn(Making& making)
{
    if (!on_the_phone(making)) return false;
    making.forename() = making.chance.happens(0.7) ? "Unborn" : "";
    making.question.sex = matching::Sex::unknown;
    making.question.carer = making.person().carers.front();
    const Day said = making.who.born + days{making.chance.below(29)} - days{14};
    making.question.born = {said - days{20}, said + days{20}, false};
    return true;
}

bool random_stranger(Making& making)
{
    making.who = made_person(making.seed ^ 0x5555U, making.chance.below(1'000'000'000));
    return making.person().birth.kind == BirthKind::known;
}

bool absent_sibling(Making& making)
{
    if (making.person().birth.kind == BirthKind::expected) return false;
    making.who = held_out_sibling(making.seed, making.number);
    return true;
}

bool absent_namesake(Making& making)
{
    if (making.person().birth.kind != BirthKind::known) return false;
    making.who.born +=
        days{1'100 + making.chance.below(1'500)} * (making.chance.happens(0.5) ? 1 : -1);
    if (making.who.born > people_today) making.who.born -= days{3'000};
    making.who.town = drawn_town(making.chance);
    making.who.person.places[0] = drawn_place(making.who.town, making.chance);
    return true;
}

bool all_in_one_box(Making& making)
{
    const bool turned = making.chance.happens(0.3);
    making.question.name = turned ? making.surname() + ' ' + making.forename()
                                  : making.forename() + ' ' + making.surname();
    making.forename().clear();
    making.surname().clear();
    return true;
}

bool in_other_letters(Making& making)
{
    bool changed = false;
    for (std::string* name : {&making.forename(), &making.surname()})
        if (auto own = in_own_letters(*name)) {
            *name = *own;
            changed = true;
        }
    return changed;
}

bool forename_and_mother(Making& making)
{
    const std::string& carer = making.person().carers.front();
    making.question.carer = carer.substr(0, carer.find(' '));
    making.surname().clear();
    return true;
}

bool postcode_of_the_house(Making& making)
{
    making.question.town.clear();
    making.question.postcode = making.person().places[0].postcode;
    return mistype(making.chance.happens(0.5) ? making.forename() : making.surname(),
                   making.chance);
}

} // namespace

void say_a_town_nearby(Making& making)
{
    making.question.town = town_name(neighbouring_town(making.who.town, making.chance));
}

std::vector<Slip> slips_of_people()
{
    return {{"alias", named_otherwise},
            {"no_surname",
             [](Making& m) {
                 m.surname().clear();
                 return true;
             }},
            {"no_surname_month",
             [](Making& m) {
                 m.surname().clear();
                 const auto born = std::ranges::find(slips(), "dob_about_month", &Slip::name);
                 return born->change(m);
             }},
            {"new_surname", surname_nobody_recorded},
            {"caller", [](Making& m) { return asked_by_a_carer(m, false); }},
            {"caller_surname", [](Making& m) { return asked_by_a_carer(m, true); }},
            {"moved", lives_elsewhere_now},
            {"near_town",
             [](Making& m) {
                 if (m.knows == Knows::desk) return false;
                 say_a_town_nearby(m);
                 return true;
             }},
            {"twin", one_of_twins},
            {"unborn", ask_for_unborn},
            {"one_box", all_in_one_box, false},
            {"own_letters", in_other_letters, false},
            {"forename_and_carer", forename_and_mother, false},
            {"postcode", postcode_of_the_house, false},
            {"none_random", random_stranger, false},
            {"none_sibling", absent_sibling, false},
            {"none_namesake", absent_namesake, false}};
}

} // namespace heed::support
