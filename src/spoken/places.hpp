#pragma once

#include "spoken/words.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace heed::spoken {

/// A British postcode, small and without spaces.
struct Postcode {
    std::string outward; ///< "me4"
    std::string inward;  ///< "4tr", or empty

    bool operator==(const Postcode&) const = default;
};

/// The text as a postcode, whole or its outward half. Nothing when it has not the form of one.
std::optional<Postcode> postcode_in(std::string_view text);

/// The same of what stands in a field for postcodes: there a code of another country ("2612",
/// "1010 AB") is one too, and is given as an outward half.
std::optional<Postcode> postcode_written(std::string_view text);

/// Folded, with "st", "mt" and "nth" written out at the beginning.
std::string plain_town(std::string_view text);

/// "ME4 4TR", "ME4".
std::string in_capitals(const Postcode& postcode);

/// Folded, and words like "rd" written out.
std::string plain_street(std::string_view text);

/// A word that names of streets end with: road, lane, row, hill.
bool ends_a_street(std::string_view word);

/// "132" and "star lane", from two fields or from one. Plain.
struct HouseAndStreet {
    std::string house;
    std::string street;

    bool operator==(const HouseAndStreet&) const = default;
};
HouseAndStreet house_and_street(std::string_view house, std::string_view street);

} // namespace heed::spoken
