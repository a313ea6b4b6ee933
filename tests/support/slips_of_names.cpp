#include "support/people_making.hpp"

#include <algorithm>
#include <cctype>

namespace heed::support {
namespace {

bool either(Making& making, bool (*change)(std::string&, Chance&))
{
    const bool forename = making.chance.happens(0.5);
    return change(forename ? making.forename() : making.surname(), making.chance) ||
           change(forename ? making.surname() : making.forename(), making.chance);
}

bool both(Making& making, bool (*change)(std::string&, Chance&))
{
    const bool forename = change(making.forename(), making.chance);
    return change(making.surname(), making.chance) && forename;
}

bool shortened(Making& making)
{
    const auto said = called(making.forename(), making.chance);
    if (said) making.forename() = *said;
    return said.has_value();
}

bool cross_one(std::string& name, Chance& chance)
{
    if (auto other = written_elsewhere(name, chance)) {
        name = *other;
        return true;
    }
    name = without_marks(name);
    return swap_one(name, crossed(), chance, 1);
}

/// The third way to write Mohamed: only of names that came from other letters or tongues.
bool spelt_as_elsewhere(Making& making)
{
    if (making.who.community < 5) return false;
    const bool forename =
        making.chance.happens(0.75) && cross_one(making.forename(), making.chance);
    return (making.chance.happens(0.5) && cross_one(making.surname(), making.chance)) || forename;
}

bool initial_only(Making& making)
{
    if (static_cast<unsigned char>(making.forename().front()) >= 0x80) return false;
    making.forename().resize(1);
    return true;
}

bool middle_first(Making& making)
{
    making.forename() = making.person().names[0].middle;
    return !making.forename().empty();
}

bool another_middle(Making& making)
{
    making.question.middle = made_person(making.seed, making.chance.below(making.people)).forename;
    return !making.question.middle.starts_with("Unborn") &&
           !making.question.middle.starts_with("Baby");
}

bool half_of_surname(Making& making)
{
    const auto dash = making.surname().find('-');
    if (dash == std::string::npos || dash < 3) return false;
    making.surname() = making.chance.happens(0.5) ? making.surname().substr(0, dash)
                                                  : making.surname().substr(dash + 1);
    return true;
}

/// Two words for one, or one for two: Annemarie, Anne Marie; Elsayed; Xiaoming; Smith Jones.
bool joined_or_split(Making& making)
{
    for (std::string* name : {&making.forename(), &making.surname()}) {
        const auto sign = name->find_first_of("- ");
        if (sign == std::string::npos) continue;
        const bool space = (*name)[sign] == ' ';
        if (space || making.chance.happens(0.5)) {
            name->erase(sign, 1);
            (*name)[sign] =
                static_cast<char>(std::tolower(static_cast<unsigned char>((*name)[sign])));
        } else {
            (*name)[sign] = ' ';
        }
        return true;
    }
    return false;
}

bool without_apostrophe(Making& making)
{
    bool changed = false;
    for (std::string* name : {&making.forename(), &making.surname()}) {
        const auto sign = name->find('\'');
        if (sign == std::string::npos) continue;
        changed = true;
        const double how = making.chance.share();
        if (how < 0.4)
            name->erase(sign, 1);
        else if (how < 0.7)
            (*name)[sign] = ' ';
        else if (sign == 1)
            name->erase(0, 2);
        else
            name->replace(sign, 1, "’");
    }
    return changed;
}

bool marks_gone(Making& making)
{
    bool changed = false;
    for (std::string* name : {&making.forename(), &making.surname()}) {
        std::string plain = without_marks(*name);
        changed = changed || plain != *name;
        *name = std::move(plain);
    }
    return changed;
}

bool scan(std::string& name, Chance& chance)
{
    name = without_marks(name);
    return swap_one(name, scanned(), chance, 0);
}

bool any_slip(Making& making)
{
    const bool day_said = making.question.born && making.question.born->exact();
    switch (making.chance.below(7)) {
    case 0: return mistype(making.forename(), making.chance);
    case 1: return mistype(making.surname(), making.chance);
    case 2: return mishear(making.forename(), making.chance);
    case 3: return mishear(making.surname(), making.chance);
    case 4: return shortened(making);
    case 5: return day_said ? mistype_birth(making) : either(making, mistype);
    default:
        if (!day_said) {
            if (making.knows != Knows::phone) return either(making, mistype);
            say_a_town_nearby(making);
            return true;
        }
        return turn_birth(making) || say_another_year(making);
    }
}

bool several(Making& making, int many)
{
    for (int one = 0; one < many; ++one)
        if (!any_slip(making)) return false;
    return true;
}

std::vector<Slip> slips_of_names()
{
    return {{"exact", [](Making&) { return true; }},
            {"typo", [](Making& m) { return either(m, mistype); }},
            {"typo_both", [](Making& m) { return both(m, mistype); }},
            {"phonetic_fn", [](Making& m) { return mishear(m.forename(), m.chance); }},
            {"phonetic_sn", [](Making& m) { return mishear(m.surname(), m.chance); }},
            {"phonetic_both", [](Making& m) { return both(m, mishear); }},
            {"nickname", shortened},
            {"translit", spelt_as_elsewhere},
            {"swapped_names",
             [](Making& m) {
                 std::swap(m.forename(), m.surname());
                 return true;
             }},
            {"initial", initial_only},
            {"middle_as_first", middle_first},
            {"extra_middle", another_middle},
            {"hyphen_part", half_of_surname},
            {"joined_split", joined_or_split},
            {"apostrophe", without_apostrophe},
            {"diacritic", marks_gone},
            {"ocr", [](Making& m) { return either(m, scan); }},
            {"multi2", [](Making& m) { return several(m, 2); }},
            {"multi3", [](Making& m) { return several(m, 3); }}};
}

} // namespace

const std::vector<Slip>& slips()
{
    static const std::vector<Slip> all = [] {
        std::vector<Slip> made = slips_of_names();
        for (const auto& more : {slips_of_births(), slips_of_people()})
            made.insert(made.end(), more.begin(), more.end());
        return made;
    }();
    return all;
}

} // namespace heed::support
