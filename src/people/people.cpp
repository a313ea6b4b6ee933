#include "people/people.hpp"

#include "core/ensure.hpp"
#include "names/fold.hpp"
#include "spoken/places.hpp"

#include <algorithm>

namespace heed::people {
namespace {

using names::no_word;
using names::Part;

std::uint16_t inward_number(std::string_view inward)
{
    if (inward.size() != 3) return 0;
    return static_cast<std::uint16_t>(1 + (inward[0] - '0') * 676 + (inward[1] - 'a') * 26 +
                                      (inward[2] - 'a'));
}

std::string without_spaces(std::string_view text)
{
    std::string out;
    for (const char letter : names::folded(text))
        if (letter != ' ') out += letter;
    return out;
}

/// Up to two words of a name that are not placeholders.
struct NameWords {
    std::string first;
    std::string second;
    std::string rest; ///< the word after them
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

std::uint16_t row_day(Day day)
{
    const auto days = (day - rows_begin).count();
    return days > 0 && days < 65'536 ? static_cast<std::uint16_t>(days) : std::uint16_t{0};
}

std::string plain_identifier(std::string_view text) { return without_spaces(text); }

void People::count(const Row& row, int by)
{
    for (const WordId word :
         {row.forename, row.second_forename, row.middle, row.surname, row.second_surname})
        words_.hold(word, by);
    words_.count(row.forename, Part::forename, by);
    words_.count(row.surname, Part::surname, by);
}

void People::count(const HeldPlace& place, int by)
{
    towns_.count(place.town, by);
    areas_.count(place.area, by);
    streets_.hold(place.house, by);
    streets_.hold(place.street, by);
    outcodes_.count(static_cast<std::uint16_t>(place.postcode >> 16U), by);
}

void People::count(const HeldCarer& carer, int by)
{
    words_.hold(carer.forename, by);
    words_.hold(carer.surname, by);
}

std::uint32_t People::free_person()
{
    if (free_people_.empty()) {
        details_.emplace_back();
        return static_cast<std::uint32_t>(details_.size() - 1);
    }
    const std::uint32_t person = free_people_.back();
    free_people_.pop_back();
    return person;
}

std::uint32_t People::free_row()
{
    if (free_rows_.empty()) {
        rows_.emplace_back();
        return static_cast<std::uint32_t>(rows_.size() - 1);
    }
    const std::uint32_t row = free_rows_.back();
    free_rows_.pop_back();
    return row;
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
    if (person.birth.kind != BirthKind::unknown) row.born = row_day(person.birth.day);
    if (row.born == 0) row.birth_kind = BirthKind::unknown;
    row.sex = person.sex;
    row.place_hidden = person.place_hidden;
    return row;
}

void People::set_places(const Person& person, Details& details)
{
    for (const Place& place : person.places) {
        HeldPlace held;
        if (const auto written = spoken::postcode_in(place.postcode)) {
            held.postcode = (static_cast<Postcode>(outcodes_.add(written->outward)) << 16U) |
                            inward_number(written->inward);
        }
        const auto apart = spoken::house_and_street(place.house, place.street);
        held.house = streets_.add(apart.house);
        held.street = streets_.add(apart.street);
        held.town = towns_.add(names::folded(place.town));
        held.area = areas_.add(names::folded(place.area));
        held.current = place.current;
        if (held.town != 0 && held.area != 0) {
            if (areas_of_towns_.size() <= held.town) areas_of_towns_.resize(held.town + 1U);
            auto& areas = areas_of_towns_[held.town];
            if (std::ranges::find(areas, held.area) == areas.end()) areas.push_back(held.area);
        }
        count(held, 1);
        details.places.push_back(held);
    }
}

void People::set_carers(const Person& person, Details& details)
{
    for (const std::string& carer : person.carers) {
        const auto words = names::words_of(carer);
        if (words.empty()) continue;
        HeldCarer held;
        held.surname = words_.add(words.back());
        if (words.size() > 1) held.forename = words_.add(words.front());
        count(held, 1);
        details.carers.push_back(held);
    }
}

void People::put(const Person& person)
{
    ensure(!person.id.empty(), "a person of the index has an id");
    remove(person.id);
    const std::uint32_t number = free_person();
    by_id_.emplace(person.id, number);
    Details& details = details_[number];
    details = {};
    details.id = person.id;
    set_places(person, details);
    set_carers(person, details);
    for (const std::string& identifier : person.identifiers) {
        std::string plain = plain_identifier(identifier);
        if (!plain.empty()) details.identifiers.push_back(std::move(plain));
    }
    details.household = person.household;
    if (!person.household.empty()) households_[person.household].push_back(number);
    static const std::vector<PersonName> no_name(1);
    for (const PersonName& name : person.names.empty() ? no_name : person.names) {
        Row row = row_of(name, person);
        row.person = number;
        if (!details.places.empty()) {
            row.town = details.places[0].town;
            row.area = details.places[0].area;
        }
        count(row, 1);
        const std::uint32_t at = free_row();
        rows_[at] = row;
        details_[number].rows.push_back(at);
    }
}

void People::remove(std::string_view id)
{
    const auto found = by_id_.find(std::string{id});
    if (found == by_id_.end()) return;
    const std::uint32_t number = found->second;
    by_id_.erase(found);
    Details& details = details_[number];
    for (const HeldPlace& place : details.places) count(place, -1);
    for (const HeldCarer& carer : details.carers) count(carer, -1);
    for (const std::uint32_t row : details.rows) {
        count(rows_[row], -1);
        rows_[row] = {};
        rows_[row].gone = true;
        free_rows_.push_back(row);
    }
    if (!details.household.empty()) {
        const auto home = households_.find(details.household);
        std::erase(home->second, number);
        if (home->second.empty()) households_.erase(home);
    }
    details = {};
    free_people_.push_back(number);
}

const std::vector<std::uint32_t>* People::household(const std::string& name) const
{
    const auto found = households_.find(name);
    return found == households_.end() ? nullptr : &found->second;
}

const std::vector<std::uint16_t>& People::areas_of(std::uint16_t town) const
{
    static const std::vector<std::uint16_t> none;
    return town < areas_of_towns_.size() ? areas_of_towns_[town] : none;
}

Postcode People::find_postcode(std::string_view text) const
{
    const auto written = spoken::postcode_in(text);
    if (!written) return 0;
    return (static_cast<Postcode>(outcodes_.find(written->outward)) << 16U) |
           inward_number(written->inward);
}

} // namespace heed::people
