#include "support/people_questions.hpp"

#include "support/people_making.hpp"

#include <algorithm>

namespace heed::support {
namespace {

using matching::BirthKind;
using std::chrono::days;
using std::chrono::year_month_day;

/// What somebody who was told everything rightly would ask.
void tell(Making& making)
{
    const MadePerson& who = making.who;
    making.question = {};
    making.age.reset();
    making.forename() = who.forename;
    making.surname() = who.surname;
    making.question.sex = who.person.sex;
    if (making.chance.happens(0.3)) making.question.sex = matching::Sex::unknown;
    const bool year_held = who.person.birth.kind == BirthKind::estimated_year;
    making.question.born = matching::born_on(
        year_held && making.chance.happens(0.5) ? who.person.birth.day : who.born);
    if (making.knows == Knows::phone) say_about_when(making);
    if (making.knows == Knows::desk) return;
    making.question.town = who.person.places[0].town;
    if (making.knows == Knows::phone && making.chance.happens(0.3)) say_a_town_nearby(making);
}

// Fourteen pairs in which much is left out: no whole name, or nothing that says which of the
// namesakes. What is asked wrongly is not thin for that.
struct ThinPair {
    std::string_view slip;
    Knows knows;
};
constexpr std::array<ThinPair, 14> thin_pairs{{{"dob_unknown", Knows::desk},
                                               {"dob_age_only", Knows::desk},
                                               {"dob_year_only", Knows::desk},
                                               {"dob_about_month", Knows::desk},
                                               {"no_surname", Knows::desk},
                                               {"no_surname", Knows::phone},
                                               {"no_surname_month", Knows::rich},
                                               {"no_surname_month", Knows::desk},
                                               {"no_surname_month", Knows::phone},
                                               {"new_surname", Knows::desk},
                                               {"new_surname", Knows::phone},
                                               {"initial", Knows::phone},
                                               {"moved", Knows::phone},
                                               {"caller", Knows::phone}}};

} // namespace

const std::vector<SlipClass>& slip_classes()
{
    static const std::vector<SlipClass> classes = [] {
        std::vector<SlipClass> all;
        for (const Slip& slip : slips())
            all.push_back({slip.name, slip.known_abroad, slip.name.starts_with("none_")});
        return all;
    }();
    return classes;
}

bool is_thin(std::string_view slip, Knows knows)
{
    return std::ranges::any_of(
        thin_pairs, [&](const ThinPair& pair) { return pair.slip == slip && pair.knows == knows; });
}

std::optional<MadeQuestion> made_question(std::uint64_t seed, std::uint64_t people,
                                          const SlipClass& slip, Knows knows, std::uint64_t number)
{
    const auto found = std::ranges::find(slips(), slip.name, &Slip::name);
    if (found == slips().end()) return std::nullopt;
    const auto which = static_cast<std::uint64_t>(found - slips().begin());
    // Most children do not suit a class: others are tried, at most so many.
    for (std::uint64_t attempt = 0; attempt < 6'000; ++attempt) {
        Chance chance{seed, 100 + which * 3 + static_cast<std::uint64_t>(knows),
                      number * 8192 + attempt};
        const std::uint64_t child = chance.below(people);
        Making making{made_person(seed, child), {}, {}, chance, seed, people, child, knows};
        const bool unborn = making.person().birth.kind == BirthKind::expected;
        if (unborn != (slip.name == "unborn")) continue;
        tell(making);
        if (!found->change(making)) continue;
        if (slip.about_nobody) tell(making);
        return MadeQuestion{making.question, making.age,
                            slip.about_nobody ? -1 : static_cast<std::int64_t>(child),
                            making.who.community, is_thin(slip.name, knows)};
    }
    return std::nullopt;
}

} // namespace heed::support
