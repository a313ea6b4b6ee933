#pragma once

#include <cstdint>
#include <string>

namespace heed::likeness {

/// What a piece of evidence is about.
enum class Field : std::uint8_t {
    forename,
    middle,
    surname,
    name_order,
    other_name, ///< found under an alias or former name, which `detail` spells
    born,
    sex,
    place,
    carer,
    identifier,
    unborn, ///< whether somebody is born at all
};

/// How well what was said agrees with what is held.
enum class Level : std::uint8_t {
    same,
    other_spelling, ///< one name that is written several ways: Mohamed, Muhammad
    short_form,     ///< Liz for Elizabeth
    sounds_alike,
    misspelt,
    part, ///< one half of a double-barrelled name
    initial,
    turned_round,     ///< forename and surname, or day and month
    in_another_place, ///< a middle name used as the first, or the other way
    through_carer,    ///< the surname is a parent's or carer's
    through_sibling,
    in_range, ///< inside the days that were said
    near,     ///< just outside them; a town of the same area
    year_off,
    figure_off,     ///< one figure of the birth date or number differs
    estimated_year, ///< only the year is held
    expected,       ///< not born yet, and expected about then
    house,          ///< same house and street or postcode
    postcode,
    postcode_off, ///< one figure or letter of the postcode differs
    outcode,
    street,
    town,
    formerly, ///< the same, of a place that was left
    different,
};

/// One field of one candidate. Bits above 0 speak for it, below 0 against it.
struct Evidence {
    Field field{};
    Level level{};
    float bits = 0;
    std::string detail; ///< what the record holds ("Mary May"); empty unless the words need it

    bool operator==(const Evidence&) const = default;
};

} // namespace heed::likeness
