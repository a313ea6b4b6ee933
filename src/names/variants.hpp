#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace heed::names {

/// Which part of a name a word stands in. A word may be both: Thomas, Begum, Hassan.
enum class Part : std::uint8_t { forename, surname };

/// How two words are one name.
enum class Kin : std::uint8_t {
    spelling,    ///< one name written otherwise: Mohamed, Muhammad
    short_of,    ///< one is the short or pet form of the other: Liz, Elizabeth
    counterpart, ///< what one name is in another language: Jan, John
    cousin,      ///< two short forms of one name: Liz, Beth
};

struct Variant {
    std::string_view word;
    Kin kin;
};

/// The words that are the same name as `word`, nearest first, without itself. From data/names; a
/// word that is not there has none.
std::vector<Variant> variants_of(std::string_view word, Part part);

/// How many of a million people in England bear the word as such a part, as far as is known
/// beforehand: what an index says before it has seen many people.
double per_million(std::string_view word, Part part);

} // namespace heed::names
