#include "support/people_places.hpp"

#include "support/people_words.hpp"

#include <set>
#include <vector>

namespace heed::support {
namespace {

constexpr std::uint64_t towns_of_an_area = 9;
constexpr std::uint64_t streets = 6'000;

std::vector<std::string> made_names(std::uint64_t many, std::uint64_t purpose)
{
    std::vector<std::string> names;
    std::set<std::string> seen;
    for (std::uint64_t number = 0; names.size() < many; ++number) {
        Chance chance{0x70, purpose, number};
        std::string name = made_word(chance);
        if (seen.insert(name).second) names.push_back(std::move(name));
    }
    return names;
}

const std::vector<std::string>& town_names()
{
    static const std::vector<std::string> names = made_names(towns, 1);
    return names;
}

const std::vector<std::string>& area_names()
{
    static const std::vector<std::string> names = [] {
        auto made = made_names(towns / towns_of_an_area, 2);
        for (std::string& name : made) name += "shire";
        return made;
    }();
    return names;
}

const std::vector<std::string>& street_names()
{
    static constexpr std::array<std::string_view, 8> kinds{
        " Road", " Street", " Lane", " Close", " Drive", " Avenue", " Way", " Crescent"};
    static const std::vector<std::string> names = [] {
        auto made = made_names(streets, 3);
        for (std::size_t one = 0; one < made.size(); ++one) made[one] += kinds[one % kinds.size()];
        // Some are in every town.
        static constexpr std::array<std::string_view, 6> everywhere{"High Street", "Station Road",
                                                                    "Church Lane", "Victoria Road",
                                                                    "Park Road",   "Mill Lane"};
        std::copy(everywhere.begin(), everywhere.end(), made.begin());
        return made;
    }();
    return names;
}

char letter(std::uint64_t number) { return static_cast<char>('A' + number % 26); }

} // namespace

std::uint64_t drawn_town(Chance& chance)
{
    const auto rank = static_cast<std::uint64_t>(common_rank(towns, {60}, chance));
    // So that the large towns are not all of one area. 541 has no factor in common with `towns`.
    return rank * 541 % towns;
}

const std::string& town_name(std::uint64_t town) { return town_names()[town]; }

people::Place drawn_place(std::uint64_t town, Chance& chance)
{
    const std::uint64_t area = town / towns_of_an_area;
    const std::uint64_t of_town = chance.below(240);
    const std::uint64_t house = 1 + chance.below(160);
    people::Place place;
    place.town = town_names()[town];
    place.area = area_names()[area];
    place.house = std::to_string(house);
    const std::uint64_t street = of_town < 6 ? of_town : (town * 240 + of_town) % streets;
    place.street = street_names()[street];
    place.postcode += letter(area);
    place.postcode += letter(area / 26 + 3);
    place.postcode += std::to_string(1 + town % towns_of_an_area * 2 + of_town % 2);
    place.postcode += ' ';
    place.postcode += static_cast<char>('0' + of_town / 2 % 10);
    place.postcode += letter(of_town / 20 + 1);
    place.postcode += letter(house / 20 + town);
    return place;
}

std::uint64_t neighbouring_town(std::uint64_t town, Chance& chance)
{
    const std::uint64_t area = town / towns_of_an_area, areas = towns / towns_of_an_area;
    if (chance.happens(0.15))
        return (area + 1) % areas * towns_of_an_area + chance.below(towns_of_an_area);
    return area * towns_of_an_area +
           (town + 1 + chance.below(towns_of_an_area - 1)) % towns_of_an_area;
}

} // namespace heed::support
