#pragma once

#include "support/chance.hpp"
#include "support/people_names.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Draws names as they are spread in life: some are very common, and most are rare.
namespace heed::support {

/// How a stock of names is spread: `flat` says how many share the top, `steep` how soon they become
/// rare (1 is about one over the rank).
struct Spread {
    double flat = 1;
    double steep = 1;
};
/// 0 to `many`, the lower the commoner.
double common_rank(double many, Spread spread, Chance& chance);

std::string drawn_surname(std::size_t community, Chance& chance);
std::string drawn_forename(std::size_t community, bool girl, Chance& chance);
std::size_t drawn_community(Chance& chance);

/// One of the ways to write Mohammed.
std::string_view drawn_mohammed(Chance& chance);
/// Kowalska for Kowalski.
std::string feminine(std::string surname);

/// A word of syllables, for a town or a street.
std::string made_word(Chance& chance);
std::string capital(std::string text);

/// The words of a text that are parted by spaces.
std::vector<std::string_view> words_of_text(std::string_view text);

} // namespace heed::support
