#include "support/people.hpp"

#include "support/people_places.hpp"
#include "support/people_words.hpp"
#include "support/slips.hpp"

#include <algorithm>

namespace heed::support {
namespace {

using matching::BirthKind;
using matching::NameKind;
using matching::Sex;
using std::chrono::days;

constexpr std::uint64_t of_households = 1, of_homes = 2, of_children = 3;
constexpr std::uint64_t block = 24; ///< so many children in a row are of whole households
constexpr std::uint64_t days_of_childhood = 18 * 365;

struct Household {
    std::uint64_t number = 0; ///< the number of its first child
    std::uint64_t children = 1;
    std::uint64_t place = 0; ///< of the child among them; the youngest is 0
};

Household household_of(std::uint64_t seed, std::uint64_t number)
{
    Chance chance{seed, of_households, number / block};
    std::uint64_t first = number / block * block;
    const std::uint64_t end = first + block;
    for (;;) {
        const double share = chance.share();
        std::uint64_t children = share < 0.46 ? 1 : share < 0.83 ? 2 : share < 0.95 ? 3 : 4;
        if (share > 0.99) children = 5 + chance.below(3);
        children = std::min(children, end - first);
        if (number < first + children) return {first, children, number - first};
        first += children;
    }
}

/// What the children of a household share.
struct Home {
    std::size_t community = 0;
    std::string surname;
    std::string father; ///< his forename
    std::string carer;
    std::uint64_t town = 0;
    matching::Place place;
    matching::Place before;
    bool moved = false;
    bool twins = false; ///< the youngest two
    Day youngest{};
    bool unborn = false; ///< the youngest is expected
};

std::string said_with_marks_or_not(const std::string& name, bool marks)
{
    return marks ? name : without_marks(name);
}

Home home_of(std::uint64_t seed, const Household& household)
{
    Chance chance{seed, of_homes, household.number};
    Home home;
    home.community = drawn_community(chance);
    const Custom custom = name_stocks()[home.community].custom;
    home.surname = drawn_surname(home.community, chance);
    home.father = drawn_forename(home.community, false, chance);
    const bool fathers = chance.happens(0.15);
    const std::string mother = drawn_forename(home.community, true, chance);
    std::string mother_surname =
        chance.happens(custom == Custom::fathers || custom == Custom::mohammed ? 0.25 : 0.55)
            ? home.surname
            : drawn_surname(home.community, chance);
    if (home.community < 5 && mother_surname != home.surname && chance.happens(0.16))
        home.surname = mother_surname + '-' + home.surname;
    if (custom == Custom::feminine) mother_surname = feminine(mother_surname);
    home.carer = fathers ? home.father + ' ' + home.surname : mother + ' ' + mother_surname;
    home.town = drawn_town(chance);
    home.place = drawn_place(home.town, chance);
    home.moved = chance.happens(0.3);
    if (home.moved) home.before = drawn_place(drawn_town(chance), chance);
    home.twins = household.children > 1 && chance.happens(0.047);
    home.youngest = people_today - days{1 + chance.below(days_of_childhood - 1)};
    home.unborn = !home.twins && chance.happens(0.01);
    if (home.unborn) home.youngest = people_today + days{chance.below(230)};
    return home;
}

Day born_of(const Home& home, const Household& household, std::uint64_t seed)
{
    Day born = home.youngest;
    for (std::uint64_t place = 1; place <= household.place; ++place) {
        if (place == 1 && home.twins) continue;
        Chance gap{seed, of_children + 1, household.number * 16 + place};
        born -= days{400 + gap.below(300) + gap.below(700)};
    }
    return born;
}

void give_names(MadePerson& made, const Home& home, Chance& chance)
{
    const bool girl = made.person.sex == Sex::female;
    const Custom custom = name_stocks()[home.community].custom;
    matching::PersonName name{drawn_forename(home.community, girl, chance), "", home.surname,
                              NameKind::legal};
    if (chance.happens(0.05)) name.surname = drawn_surname(home.community, chance);
    if (chance.happens(0.55)) name.middle = drawn_forename(home.community, girl, chance);
    if (custom == Custom::mohammed && !girl && chance.happens(0.32)) {
        name.middle = name.forename;
        name.forename = drawn_mohammed(chance);
    } else if (custom == Custom::fathers) {
        name.middle = home.father;
    } else if (custom == Custom::singh && chance.happens(0.8)) {
        name.middle = girl ? "Kaur" : "Singh";
        if (chance.happens(0.35)) name.surname = std::exchange(name.middle, "");
    } else if (custom == Custom::feminine && girl) {
        name.surname = feminine(name.surname);
    }
    made.forename = name.forename;
    made.surname = name.surname;
    const bool marks = chance.happens(0.5);
    for (std::string* part : {&name.forename, &name.middle, &name.surname})
        *part = said_with_marks_or_not(*part, marks);
    made.person.names.push_back(std::move(name));
}

void give_alias(MadePerson& made, const Home& home, Chance& chance)
{
    matching::PersonName alias = made.person.names[0];
    alias.kind = NameKind::alias;
    alias.middle.clear();
    const double how = chance.share();
    if (how < 0.6) alias.surname = drawn_surname(home.community, chance);
    if (how > 0.45)
        alias.forename = drawn_forename(home.community, made.person.sex == Sex::female, chance);
    made.person.names.push_back(std::move(alias));
}

void give_birth(MadePerson& made, const Home& home, bool unborn, Chance& chance)
{
    // Of children who came from where nothing was written down, often only the year is known.
    const Custom custom = name_stocks()[home.community].custom;
    const double estimated = custom == Custom::fathers || custom == Custom::mohammed ? 0.05 : 0.006;
    const std::chrono::year_month_day date{made.born};
    if (unborn)
        made.person.birth = {BirthKind::expected, made.born};
    else if (chance.happens(estimated))
        made.person.birth = {BirthKind::estimated_year, day(static_cast<int>(date.year()), 1, 1)};
    else
        made.person.birth = {BirthKind::known, made.born};
}

void give_forename_of_the_unborn(MadePerson& made, Chance& chance)
{
    static constexpr std::array<std::string_view, 3> written{"Unborn", "Unborn Baby", "Baby"};
    made.forename = written[chance.below(written.size())];
    made.person.names[0].forename = made.forename;
    made.person.names[0].middle.clear();
    made.person.sex = Sex::unknown;
}

MadePerson child_of(std::uint64_t seed, const Household& household)
{
    const Home home = home_of(seed, household);
    Chance chance{seed, of_children, household.number * 16 + household.place};
    MadePerson made;
    made.household = household.number;
    made.community = home.community;
    made.town = home.town;
    made.twin = home.twins && household.place < 2;
    made.born = born_of(home, household, seed);
    made.person.id = "c" + std::to_string(household.number + household.place);
    made.person.sex = chance.happens(0.487) ? Sex::female : Sex::male;
    const bool unborn = home.unborn && household.place == 0;
    give_names(made, home, chance);
    give_birth(made, home, unborn, chance);
    if (unborn)
        give_forename_of_the_unborn(made, chance);
    else if (chance.happens(0.05))
        give_alias(made, home, chance);
    made.person.places.push_back(home.place);
    // The feed tells no more of where somebody lived before.
    if (home.moved) made.person.places.push_back({"", "", "", "", home.before.postcode, false});
    made.person.carers.push_back(said_with_marks_or_not(home.carer, chance.happens(0.5)));
    made.person.household = 'h' + std::to_string(household.number);
    return made;
}

} // namespace

MadePerson made_person(std::uint64_t seed, std::uint64_t number)
{
    return child_of(seed, household_of(seed, number));
}

MadePerson held_out_sibling(std::uint64_t seed, std::uint64_t number)
{
    Household household = household_of(seed, number);
    household.place = household.children;
    MadePerson made = child_of(seed, household);
    made.person.id.clear();
    return made;
}

std::optional<std::uint64_t> twin_of(std::uint64_t seed, std::uint64_t number)
{
    const Household household = household_of(seed, number);
    if (household.place > 1 || !home_of(seed, household).twins) return std::nullopt;
    return household.number + 1 - household.place;
}

std::string without_marks(std::string_view name)
{
    static constexpr std::array<Swap, 76> plain{
        {{"ł", "l"}, {"ś", "s"}, {"ó", "o"}, {"ń", "n"}, {"ą", "a"}, {"ę", "e"}, {"ż", "z"},
         {"ź", "z"}, {"ć", "c"}, {"ı", "i"}, {"ö", "o"}, {"ü", "u"}, {"ş", "s"}, {"ç", "c"},
         {"ğ", "g"}, {"á", "a"}, {"é", "e"}, {"í", "i"}, {"ė", "e"}, {"ú", "u"}, {"ñ", "n"},
         {"ã", "a"}, {"â", "a"}, {"ê", "e"}, {"ô", "o"}, {"à", "a"}, {"ă", "a"}, {"î", "i"},
         {"ș", "s"}, {"ț", "t"}, {"š", "s"}, {"č", "c"}, {"ž", "z"}, {"ě", "e"}, {"ř", "r"},
         {"ý", "y"}, {"ů", "u"}, {"ň", "n"}, {"ť", "t"}, {"ď", "d"}, {"ā", "a"}, {"ē", "e"},
         {"ī", "i"}, {"ū", "u"}, {"ķ", "k"}, {"ļ", "l"}, {"ņ", "n"}, {"ģ", "g"}, {"ų", "u"},
         {"į", "i"}, {"ő", "o"}, {"ű", "u"}, {"õ", "o"}, {"å", "a"}, {"ä", "a"}, {"ë", "e"},
         {"Ł", "L"}, {"Ś", "S"}, {"Ż", "Z"}, {"Ş", "S"}, {"Ç", "C"}, {"Ö", "O"}, {"Ü", "U"},
         {"İ", "I"}, {"Ș", "S"}, {"Ț", "T"}, {"Š", "S"}, {"Č", "C"}, {"Ž", "Z"}, {"Á", "A"},
         {"É", "E"}, {"Â", "A"}, {"Ó", "O"}, {"Ā", "A"}, {"Ē", "E"}, {"Ź", "Z"}}};
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        if (static_cast<unsigned char>(name[at]) < 0x80) {
            out += name[at++];
            continue;
        }
        const std::string_view mark = name.substr(at, 2);
        const auto found = std::ranges::find(plain, mark, &Swap::first);
        out += found == plain.end() ? mark : found->second;
        at += 2;
    }
    return out;
}

} // namespace heed::support
