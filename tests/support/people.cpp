#include "support/people.hpp"

#include "support/chance.hpp"
#include "support/people_names.hpp"

#include <algorithm>
#include <cmath>

namespace heed::support {
namespace {

using matching::BirthKind;
using matching::NameKind;
using matching::Sex;

constexpr std::string_view consonants = "bcdfghklmnprstvw";
constexpr std::string_view vowels = "aeiou";
constexpr std::uint64_t towns = 900;

std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        out.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

struct Stock {
    std::vector<std::string_view> girls, boys, surnames, endings;
};

const Stock& stock(std::size_t community)
{
    static const std::vector<Stock> all = [] {
        std::vector<Stock> made;
        for (const NameStock& one : name_stocks)
            made.push_back({words(one.girls), words(one.boys), words(one.surnames),
                            words(one.surname_endings)});
        return made;
    }();
    return all[community];
}

/// The first are common, as in life: about one over the rank.
template <class List> auto common(const List& list, Chance& chance)
{
    const double n = static_cast<double>(list.size());
    const auto rank = static_cast<std::size_t>(std::pow(n + 1, chance.share()) - 1);
    // Half by rank alone, half evenly: steep heads, but no empty middles.
    return chance.happens(0.5) ? list[std::min(rank, list.size() - 1)]
                               : list[chance.below(list.size())];
}

std::string syllable(Chance& chance)
{
    std::string out{consonants[chance.below(consonants.size())]};
    out += vowels[chance.below(vowels.size())];
    if (chance.happens(0.4)) out += consonants[chance.below(consonants.size())];
    return out;
}

std::string capital(std::string text)
{
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

/// Rare names have rare names' own frequencies: few syllables are commoner than many.
std::string rare_name(std::size_t community, Chance& chance, bool surname)
{
    std::string name = syllable(chance);
    if (chance.happens(0.7)) name += syllable(chance);
    const auto& endings = stock(community).endings;
    if (surname)
        name += endings[chance.below(endings.size())];
    else
        name += chance.happens(0.5) ? "a" : "an";
    return capital(name);
}

std::string surname_of(std::size_t community, Chance& chance)
{
    if (chance.happens(name_stocks[community].rare_surnames))
        return rare_name(community, chance, true);
    return std::string{common(stock(community).surnames, chance)};
}

std::string forename_of(std::size_t community, bool girl, Chance& chance)
{
    // Children of every community are given names of the country too.
    const bool english = community != 0 && chance.happens(0.12);
    const std::size_t from = english ? 0 : community;
    if (chance.happens(name_stocks[community].rare_forenames))
        return rare_name(from, chance, false);
    return std::string{common(girl ? stock(from).girls : stock(from).boys, chance)};
}

struct Household {
    std::uint64_t number = 0;
    std::size_t children = 1;
    std::size_t place = 0; ///< of the child among them
};

/// Four children in a row make one to four households.
Household household_of(std::uint64_t seed, std::uint64_t number)
{
    static constexpr std::array<std::array<std::size_t, 4>, 6> splits{
        {{1, 1, 1, 1}, {1, 1, 2, 0}, {2, 2, 0, 0}, {1, 3, 0, 0}, {1, 2, 1, 0}, {4, 0, 0, 0}}};
    Chance chance{seed, 1, number / 4};
    const auto& split = splits[chance.below(splits.size())];
    std::size_t at = number % 4;
    Household household;
    for (std::size_t one = 0; one < split.size(); ++one) {
        if (at < split[one]) {
            household.number = number / 4 * 4 + one;
            household.children = split[one];
            household.place = at;
            return household;
        }
        at -= split[one];
    }
    return household;
}

std::size_t community_of(Chance& chance)
{
    double left = chance.share();
    for (std::size_t one = 0; one < name_stocks.size(); ++one) {
        left -= name_stocks[one].share;
        if (left < 0) return one;
    }
    return 0;
}

} // namespace

matching::Place made_place(std::uint64_t town, Chance& chance)
{
    Chance named{7, 7, town};
    matching::Place place;
    place.town =
        capital(syllable(named) + syllable(named)) +
        std::string{std::array{"ton", "ham", "ford", "bury", "port", "field"}[named.below(6)]};
    const std::uint64_t area = town / 9;
    Chance of_area{7, 8, area};
    place.area = capital(syllable(of_area) + syllable(of_area)) + "shire";
    place.house = std::to_string(1 + chance.below(180));
    Chance street{7, 9, chance.below(4000)};
    place.street = capital(syllable(street) + syllable(street)) +
                   std::string{std::array{" Road", " Street", " Lane", " Close"}[street.below(4)]};
    place.postcode += static_cast<char>('A' + area % 26);
    place.postcode += static_cast<char>('A' + area / 26 % 26);
    place.postcode +=
        std::to_string(1 + town % 9 * 2 + chance.below(2)) + " " + std::to_string(chance.below(10));
    for (int letter = 0; letter < 2; ++letter)
        place.postcode += static_cast<char>('A' + chance.below(26));
    return place;
}

std::uint64_t made_town(Chance& chance)
{
    return std::min(towns - 1, static_cast<std::uint64_t>(std::pow(towns + 1.0, chance.share()) *
                                                          chance.share() * 2));
}

MadePerson made_person(std::uint64_t seed, std::uint64_t number)
{
    const Household household = household_of(seed, number);
    Chance home{seed, 2, household.number};
    MadePerson made;
    made.household = household.number;
    made.community = community_of(home);
    const std::string mother_surname = surname_of(made.community, home);
    std::string surname = home.happens(0.6) ? mother_surname : surname_of(made.community, home);
    if (made.community < 4 && home.happens(0.05)) surname += '-' + surname_of(0, home);
    const std::string mother = forename_of(made.community, true, home) + ' ' + mother_surname;
    const std::string father = forename_of(made.community, false, home) + ' ' +
                               (home.happens(0.5) ? surname : surname_of(made.community, home));
    const bool has_father = home.happens(0.6);
    const matching::Place place = made_place(made_town(home), home);
    const bool moved = home.happens(0.3);
    const matching::Place before = made_place(made_town(home), home);
    const bool twins = household.children > 1 && home.happens(0.06);
    const std::uint64_t eldest = home.below(15 * 365);
    made.twin = twins && household.place < 2;

    Chance chance{seed, 3, number};
    const bool girl = chance.happens(0.49);
    Person& person = made.person;
    person.id = "c" + std::to_string(number);
    person.sex = girl ? Sex::female : Sex::male;
    matching::PersonName name{forename_of(made.community, girl, chance), "", surname,
                              NameKind::legal};
    if (chance.happens(0.5)) name.middle = forename_of(made.community, girl, chance);
    const std::size_t gap = twins && household.place == 1 ? 0 : household.place;
    const Day born = day(2008, 1, 1) +
                     std::chrono::days{eldest + gap * 420 + (gap == 0 ? 0 : chance.below(300))};
    person.birth = {BirthKind::known, born};
    if (chance.happens(0.005)) {
        person.birth = {BirthKind::expected,
                        day(2027, 1, 1) + std::chrono::days{chance.below(200)}};
        name.forename = "Unborn";
        name.middle.clear();
        person.sex = Sex::unknown;
    } else if (chance.happens(0.015)) {
        const std::chrono::year_month_day date{born};
        person.birth = {BirthKind::estimated_year, day(static_cast<int>(date.year()), 1, 1)};
    }
    person.names.push_back(name);
    if (chance.happens(0.05)) {
        matching::PersonName alias = name;
        alias.kind = NameKind::alias;
        if (chance.happens(0.5))
            alias.forename = forename_of(made.community, girl, chance);
        else
            alias.surname = surname_of(made.community, chance);
        alias.middle.clear();
        person.names.push_back(alias);
    }
    person.places.push_back(place);
    if (moved) {
        person.places.push_back({"", "", "", "", before.postcode, false});
    }
    person.carers.push_back(mother);
    if (has_father) person.carers.push_back(father);
    person.household = std::to_string(household.number);
    return made;
}

} // namespace heed::support
