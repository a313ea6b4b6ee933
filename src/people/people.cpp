#include "people/people.hpp"

#include "core/ensure.hpp"
#include "names/fold.hpp"
#include "spoken/places.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>

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

std::uint32_t row_day(Day day)
{
    const auto days = (day - rows_begin).count();
    return days > 0 && days < (1 << 18) ? static_cast<std::uint32_t>(days) : 0;
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
    // The top bit tells hashes from figures.
    std::uint64_t value = key_of(plain) | (1ULL << 63U);
    std::uint64_t figures = 0;
    if (plain.size() <= 15 &&
        std::from_chars(plain.data(), plain.data() + plain.size(), figures).ptr ==
            plain.data() + plain.size())
        value = (static_cast<std::uint64_t>(plain.size()) << 56U) | figures;
    return {static_cast<std::uint32_t>(value), static_cast<std::uint32_t>(value >> 32U)};
}

std::string HeldIdentifier::figures() const
{
    if ((key() >> 63U) != 0) return {};
    const std::string number = std::to_string(key() & 0xFF'FFFF'FFFF'FFFFULL);
    const auto length = static_cast<std::size_t>(key() >> 56U);
    return std::string(length > number.size() ? length - number.size() : 0, '0') + number;
}

/// What is packed for a person, before it is: a word of counts, then each kind in turn.
struct People::Unpacked {
    std::uint32_t id = 0;
    std::uint64_t household = 0;
    std::vector<HeldPlace> places;
    std::vector<HeldCarer> carers;
    std::vector<HeldIdentifier> identifiers;
    std::vector<std::uint32_t> rows;
};

namespace {

constexpr std::size_t kind_max = 255;
constexpr std::size_t header_words = 4;

template <class Held> void append(std::vector<std::uint32_t>& packed, const std::vector<Held>& all)
{
    static_assert(sizeof(Held) % sizeof(std::uint32_t) == 0);
    const std::size_t before = packed.size();
    packed.resize(before + all.size() * sizeof(Held) / sizeof(std::uint32_t));
    if (!all.empty()) std::memcpy(&packed[before], all.data(), all.size() * sizeof(Held));
}

/// The next `count` of a kind; moves on behind them.
template <class Held> std::span<const Held> taken(const std::uint32_t*& at, std::size_t count)
{
    const auto* first = reinterpret_cast<const Held*>(at);
    at += count * sizeof(Held) / sizeof(std::uint32_t);
    return {first, count};
}

template <class Held> void cut(std::vector<Held>& all)
{
    if (all.size() > kind_max) all.resize(kind_max);
}

} // namespace

void People::pack(std::uint32_t person, const Unpacked& unpacked)
{
    begin_[person] = static_cast<std::uint32_t>(packed_.size());
    packed_.push_back(static_cast<std::uint32_t>(
        unpacked.places.size() | (unpacked.carers.size() << 8U) |
        (unpacked.identifiers.size() << 16U) | (unpacked.rows.size() << 24U)));
    packed_.push_back(unpacked.id);
    packed_.push_back(static_cast<std::uint32_t>(unpacked.household));
    packed_.push_back(static_cast<std::uint32_t>(unpacked.household >> 32U));
    append(packed_, unpacked.places);
    append(packed_, unpacked.carers);
    append(packed_, unpacked.identifiers);
    append(packed_, unpacked.rows);
}

People::Details People::details(std::uint32_t person) const
{
    const std::uint32_t* at = &packed_[begin_[person]];
    const std::uint32_t counts = at[0];
    Details details;
    const std::string_view id{ids_.data() + at[1], ids_.size() - at[1]};
    details.id = id.substr(1, static_cast<std::uint8_t>(id[0]));
    details.household = (static_cast<std::uint64_t>(at[3]) << 32U) | at[2];
    at += header_words;
    details.places = taken<HeldPlace>(at, counts & 0xFFU);
    details.carers = taken<HeldCarer>(at, (counts >> 8U) & 0xFFU);
    details.identifiers = taken<HeldIdentifier>(at, (counts >> 16U) & 0xFFU);
    details.rows = taken<std::uint32_t>(at, counts >> 24U);
    return details;
}

std::uint32_t People::free_person()
{
    if (free_people_.empty()) {
        begin_.push_back(0);
        return static_cast<std::uint32_t>(begin_.size() - 1);
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
    if (person.birth.kind != BirthKind::unknown) row.set_born(row_day(person.birth.day));
    if (row.born() == 0) row.birth_kind = BirthKind::unknown;
    row.sex = person.sex;
    row.place_hidden = person.place_hidden;
    return row;
}

std::vector<HeldPlace> People::held_places(const Person& person)
{
    std::vector<HeldPlace> places;
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
        held.area = areas_.add(spoken::plain_town(place.area)) & 0x7FFFU;
        held.current = place.current ? 1 : 0;
        if (held.town != 0 && held.area != 0) {
            if (areas_of_towns_.size() <= held.town) areas_of_towns_.resize(held.town + 1U);
            auto& areas = areas_of_towns_[held.town];
            if (std::ranges::find(areas, held.area) == areas.end()) areas.push_back(held.area);
        }
        places.push_back(held);
    }
    cut(places);
    return places;
}

std::vector<HeldCarer> People::held_carers(const Person& person)
{
    std::vector<HeldCarer> carers;
    for (const std::string& carer : person.carers) {
        const auto words = names::words_of(carer);
        if (words.empty()) continue;
        HeldCarer held;
        held.surname = words_.add(words.back());
        if (words.size() > 1) held.forename = words_.add(words.front());
        carers.push_back(held);
    }
    cut(carers);
    return carers;
}

std::optional<std::uint32_t> People::find(std::string_view id) const
{
    std::optional<std::uint32_t> found;
    by_ids_.each(key_of(id), [&](std::uint32_t person) {
        if (details(person).id == id) found = person;
    });
    return found;
}

void People::file_row(std::uint32_t at, const Details& details, bool in)
{
    const Row& row = rows_[at];
    const int by = in ? 1 : -1;
    const auto place = [&](Chains& chains, std::uint64_t key) {
        in ? chains.add(key, at) : chains.remove(key, at);
    };
    for (const WordId word :
         {row.forename, row.second_forename, row.middle, row.surname, row.second_surname})
        words_.hold(word, by);
    words_.count(row.forename, Part::forename, by);
    words_.count(row.surname, Part::surname, by);
    if (row.birth_kind != BirthKind::unknown) {
        auto& day = days_[row.born()];
        in ? day.push_back(at) : static_cast<void>(std::erase(day, at));
    }
    std::vector<WordId> surnames{row.surname, row.second_surname};
    for (const HeldCarer& carer : details.carers) surnames.push_back(carer.surname);
    std::ranges::sort(surnames);
    const auto twice = std::ranges::unique(surnames);
    surnames.erase(twice.begin(), twice.end());
    const std::array<WordId, 3> forenames{row.forename, row.second_forename, row.middle};
    for (const WordId surname : surnames)
        for (const WordId forename : forenames)
            if (surname != no_word && forename != no_word)
                place(by_names_, key_of(surname, forename));
    // Without a forename yet, somebody is found by the mother's.
    if (row.forename == no_word)
        for (const HeldCarer& carer : details.carers)
            place(by_names_, key_of(carer.surname, carer.forename));
    if (row.forename == no_word) place(by_names_, key_of(row.surname, no_word));
    if (row.place_hidden) return;
    for (const HeldPlace& held : details.places) {
        if (held.postcode != 0) place(by_postcodes_, held.postcode);
        if (held.town == 0) continue;
        for (const WordId word : {row.forename, row.surname})
            if (word != no_word) place(by_towns_, key_of(held.town, word));
    }
}

void People::file(std::uint32_t person, bool in)
{
    const Details held = details(person);
    const int by = in ? 1 : -1;
    for (const HeldPlace& place : held.places) {
        towns_.count(place.town, by);
        areas_.count(place.area, by);
        outcodes_.count(static_cast<std::uint16_t>(place.postcode >> 16U), by);
    }
    for (const HeldCarer& carer : held.carers) {
        words_.hold(carer.forename, by);
        words_.hold(carer.surname, by);
    }
    const auto place = [&](Chains& chains, std::uint64_t key) {
        in ? chains.add(key, person) : chains.remove(key, person);
    };
    place(by_ids_, key_of(held.id));
    for (const HeldIdentifier& identifier : held.identifiers)
        place(by_identifiers_, identifier.key());
    if (held.household != 0) place(by_households_, held.household);
    for (const std::uint32_t row : held.rows) file_row(row, held, in);
}

void People::compare_family(std::uint32_t person)
{
    const Details own = details(person);
    const auto bears = [this](std::uint32_t at, WordId surname) {
        return surname == no_word || rows_[at].surname == surname ||
               rows_[at].second_surname == surname;
    };
    for (const std::uint32_t row : own.rows)
        for (const HeldCarer& carer : own.carers)
            if (!bears(row, carer.surname)) rows_[row].family_differs = true;
    if (own.household == 0) return;
    by_households_.each(own.household, [&](std::uint32_t other) {
        const Details theirs = details(other);
        for (const std::uint32_t left : own.rows)
            for (const std::uint32_t right : theirs.rows) {
                rows_[left].family_differs |= !bears(left, rows_[right].surname);
                rows_[right].family_differs |= !bears(right, rows_[left].surname);
            }
    });
}

void People::put(const Person& person)
{
    ensure(!person.id.empty() && person.id.size() < 256, "an id has 1 to 255 letters");
    remove(person.id);
    const std::uint32_t number = free_person();
    Unpacked unpacked;
    unpacked.id = static_cast<std::uint32_t>(ids_.size());
    ids_ += static_cast<char>(person.id.size());
    ids_ += person.id;
    unpacked.places = held_places(person);
    unpacked.carers = held_carers(person);
    for (const std::string& identifier : person.identifiers)
        if (const std::string plain = plain_identifier(identifier); !plain.empty())
            unpacked.identifiers.push_back(held_identifier(plain));
    cut(unpacked.identifiers);
    if (!person.household.empty()) unpacked.household = key_of(person.household) | 1U;
    static const std::vector<PersonName> no_name(1);
    for (const PersonName& name : person.names.empty() ? no_name : person.names) {
        Row row = row_of(name, person);
        row.person = number;
        if (!unpacked.places.empty()) {
            row.town = unpacked.places[0].town;
            row.area = unpacked.places[0].area;
        }
        const std::uint32_t at = free_row();
        rows_[at] = row;
        unpacked.rows.push_back(at);
        if (unpacked.rows.size() == kind_max) break;
    }
    pack(number, unpacked);
    file(number, true);
    compare_family(number);
    ++size_;
}

void People::remove(std::string_view id)
{
    const auto found = find(id);
    if (!found) return;
    file(*found, false);
    for (const std::uint32_t row : details(*found).rows) {
        rows_[row] = {};
        rows_[row].gone = true;
        free_rows_.push_back(row);
    }
    free_people_.push_back(*found);
    --size_;
}

const std::vector<std::uint32_t>& People::born_on(std::uint32_t day) const
{
    static const std::vector<std::uint32_t> nobody;
    const auto found = days_.find(day);
    return found == days_.end() ? nobody : found->second;
}

const std::vector<std::uint16_t>& People::areas_of(std::uint16_t town) const
{
    static const std::vector<std::uint16_t> none;
    return town < areas_of_towns_.size() ? areas_of_towns_[town] : none;
}

Postcode People::find_postcode(std::string_view text) const
{
    const auto written = spoken::postcode_written(text);
    if (!written) return 0;
    return (static_cast<Postcode>(outcodes_.find(written->outward)) << 16U) |
           inward_number(written->inward);
}

} // namespace heed::people
