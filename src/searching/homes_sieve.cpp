#include "searching/homes_sieve.hpp"

#include "asking/weights.hpp"
#include "searching/eighths.hpp"

#include <algorithm>

namespace heed::searching {

using asking::weights;

HomesSieve::HomesSieve(const asking::Asked& asked)
{
    const asking::AskedPlace& place = asked.place();
    const float house = place.house != 0 ? weights.house_more : 0;
    float outward = 0;
    float town = 0;
    float area = 0;
    float street = 0;
    for (const auto& [number, bits] : place.towns) {
        towns_ |= people::in_town(number);
        town = std::max({town, bits, 0.5F});
    }
    for (const auto& [number, bits] : place.areas) {
        areas_ |= people::in_area(number);
        area = std::max(area, bits);
    }
    for (const auto& [number, bits] : place.streets) street = std::max(street, bits);
    if (place.postcode_said) {
        tells_ |= people::with_some_outward;
        outwards_ = people::with_outward(place.postcode);
        outward = std::max(weights.place_most, weights.postcode_figure_off);
        if (place.whole_postcode) outward = std::max(outward, weights.postcode_most);
        for (const std::uint16_t near : place.outwards_near) {
            towns_ |= people::with_outward(people::Postcode{near} << 16U);
            town = std::max({town, weights.postcode_figure_off,
                             weights.place_most - weights.outcode_figure_off});
        }
    }
    if (place.said && !asked.question().town.empty()) tells_ |= people::in_some_town;
    // In a town that agrees, a street says which part of it.
    if (!place.streets.empty()) {
        town = std::max(town, weights.address_most);
        area = std::max(area + weights.street_more, street);
    }
    town = std::max(town, area);
    outward = std::max(outward, town);
    const auto with_house = [&](float bits) { return eighths(bits > 0 ? bits + house : bits); };
    outward_ = with_house(outward);
    town_ = with_house(town);
    area_ = with_house(area);
    unknown_ = with_house(street);
    elsewhere_ = place.streets.empty() ? eighths(weights.place_different) : unknown_;
    for (const asking::Reading& reading : asked.readings()) {
        if (reading.town == 0) continue;
        word_towns_ |= people::in_town(reading.town);
        word_town_ = eighths(weights.place_most);
    }
}

} // namespace heed::searching
