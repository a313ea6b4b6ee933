#pragma once

#include "core/day.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace heed::people {

enum class NameKind : std::uint8_t { legal, alias, former, preferred };

/// One name somebody is or was known by, as written: accents, capitals and all. Parts that are not
/// known are empty. "Baby", "Unborn" and "Unknown" may stand as they are: they are taken as no
/// name.
struct PersonName {
    std::string forename;
    std::string middle;
    std::string surname;
    NameKind kind = NameKind::legal;

    bool operator==(const PersonName&) const = default;
};

enum class BirthKind : std::uint8_t {
    unknown,        ///< `day` means nothing
    known,          ///< `day` is the day of birth
    estimated_year, ///< only the year of `day` is known (registers write 1 January)
    expected,       ///< not born yet: `day` is the expected date of delivery
};

struct Birth {
    BirthKind kind = BirthKind::unknown;
    Day day{};

    bool operator==(const Birth&) const = default;
};

enum class Sex : std::uint8_t { unknown, female, male };

/// Where somebody lives or lived. Parts that are not known are empty.
struct Place {
    std::string house;
    std::string street;
    std::string town;
    std::string area; ///< what the town belongs to: a district, a county
    std::string postcode;
    bool current = true;

    bool operator==(const Place&) const = default;
};

/// Somebody as the record describes them. `id` is the caller's own and comes back in candidates.
struct Person {
    std::string id;
    std::vector<PersonName> names;
    Birth birth;
    Sex sex = Sex::unknown;
    std::vector<Place> places;
    std::vector<std::string> carers;      ///< whole names: "Kerry Tansley"
    std::string household;                ///< the same for all who live together; empty if unknown
    std::vector<std::string> identifiers; ///< NHS number, local numbers; spaces do not matter
    bool place_hidden = false;            ///< no place, carer or household may earn a bit: a shield

    bool operator==(const Person&) const = default;
};

} // namespace heed::people
