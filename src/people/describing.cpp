// How a described person becomes rows and details: words, codes and places by number.
#include "people/people.hpp"

#include "names/fold.hpp"
#include "spoken/places.hpp"

#include <charconv>

namespace heed::people {
namespace {

using names::no_word;

/// Up to three words of a name that are not placeholders.
struct NameWords {
    std::string first;
    std::string second;
    std::string rest;
};

NameWords name_words(std::string_view text)
{
    NameWords found;
    for (const std::string& word : names::words_of(text)) {
        if (names::is_placeholder(word)) continue;
        if (found.first.empty())
            found.first = word;
        else if (found.second.empty())
            found.second = word;
        else if (found.rest.empty())
            found.rest = word;
    }
    return found;
}

} // namespace

std::uint16_t inward_number(std::string_view inward)
{
    if (inward.size() != 3) return 0;
    return static_cast<std::uint16_t>(1 + (inward[0] - '0') * 676 + (inward[1] - 'a') * 26 +
                                      (inward[2] - 'a'));
}

int inward_slips(Postcode left, Postcode right)
{
    const auto signs = [](Postcode postcode) {
        const std::uint32_t number = (postcode & 0xFFFFU) - 1;
        return std::array{number / 676, number / 26 % 26, number % 26};
    };
    const auto one = signs(left);
    const auto other = signs(right);
    int differ = 0;
    for (std::size_t at = 0; at < one.size(); ++at) differ += one[at] != other[at] ? 1 : 0;
    return differ;
}

std::string plain_identifier(std::string_view text)
{
    std::string out;
    for (const char letter : names::folded(text))
        if (letter != ' ') out += letter;
    return out;
}

HeldIdentifier held_identifier(std::string_view plain)
{
    std::uint64_t figures = 0;
    if (plain.size() <= 15 &&
        std::from_chars(plain.data(), plain.data() + plain.size(), figures).ptr ==
            plain.data() + plain.size())
        return {(static_cast<std::uint64_t>(plain.size()) << 56U) | figures};
    // The top bit tells hashes from figures.
    return {filing::key_of(plain) | (1ULL << 63U)};
}

std::string HeldIdentifier::figures() const
{
    if ((value >> 63U) != 0) return {};
    const std::string number = std::to_string(value & 0xFF'FFFF'FFFF'FFFFULL);
    const auto length = static_cast<std::size_t>(value >> 56U);
    return std::string(length > number.size() ? length - number.size() : 0, '0') + number;
}

Row People::row_of(const PersonName& name, const Person& person)
{
    Row row;
    const NameWords given = name_words(name.forename);
    const NameWords middle = name_words(name.middle);
    const NameWords family = name_words(name.surname);
    row.forename = words_.add(given.first);
    row.second_forename = words_.add(given.second);
    row.middle = words_.add(middle.first.empty() ? given.rest : middle.first);
    if (row.second_forename == no_word) row.second_forename = words_.add(middle.second);
    row.surname = words_.add(family.first);
    row.second_surname =
        words_.add(family.second.empty() ? names::without_particle(family.first) : family.second);
    row.name_kind = name.kind;
    row.birth_kind = person.birth.kind;
    if (person.birth.kind != BirthKind::unknown) row.born_day = row_day(person.birth.day);
    if (row.born_day == 0) row.birth_kind = BirthKind::unknown;
    row.sex = person.sex;
    row.place_hidden = person.place_hidden;
    return row;
}

void People::hold_places(const Person& person, Details& details)
{
    for (const Place& place : person.places) {
        HeldPlace held;
        if (const auto written = spoken::postcode_written(place.postcode)) {
            held.postcode = (static_cast<Postcode>(outcodes_.add(written->outward)) << 16U) |
                            inward_number(written->inward);
        }
        const auto apart = spoken::house_and_street(place.house, place.street);
        held.house = streets_.add(apart.house);
        held.street = streets_.add(apart.street);
        held.town = towns_.add(spoken::plain_town(place.town));
        held.area = areas_.add(spoken::plain_town(place.area));
        held.current = place.current;
        details.places.push_back(held);
    }
}

void People::hold_carers(const Person& person, Details& details)
{
    for (const std::string& carer : person.carers) {
        const auto words = names::words_of(carer);
        if (words.empty()) continue;
        const WordId surname = words_.add(words.back());
        const WordId forename = words.size() > 1 ? words_.add(words.front()) : no_word;
        details.carers.push_back({forename, surname});
    }
}

Details People::held(const Person& person)
{
    Details details;
    details.id = person.id;
    hold_places(person, details);
    hold_carers(person, details);
    for (const std::string& identifier : person.identifiers)
        if (const std::string plain = plain_identifier(identifier); !plain.empty())
            details.identifiers.push_back(held_identifier(plain));
    if (!person.household.empty()) details.household = household_key(person.household);
    return details;
}

std::vector<std::uint16_t> People::areas_of(std::uint16_t town) const
{
    std::vector<std::uint16_t> areas;
    for (auto at = areas_of_towns_.lower_bound({town, 0});
         at != areas_of_towns_.end() && at->first.first == town; ++at)
        areas.push_back(at->first.second);
    return areas;
}

Postcode People::find_postcode(std::string_view text) const
{
    const auto written = spoken::postcode_written(text);
    if (!written) return 0;
    return (static_cast<Postcode>(outcodes_.find(written->outward)) << 16U) |
           inward_number(written->inward);
}

} // namespace heed::people
