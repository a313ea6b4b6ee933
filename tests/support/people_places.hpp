#pragma once

#include "matching/person.hpp"
#include "support/chance.hpp"

#include <cstdint>

/// Invented towns, large and small, nine to an area, with streets and postcodes of their own.
namespace heed::support {

constexpr std::uint64_t towns = 1'350;

/// Large towns are drawn more often than small ones.
std::uint64_t drawn_town(Chance& chance);
/// Somewhere in a town. Houses of a street share a postcode in small groups.
people::Place drawn_place(std::uint64_t town, Chance& chance);
/// Of the same area as a rule, else of the next.
std::uint64_t neighbouring_town(std::uint64_t town, Chance& chance);
const std::string& town_name(std::uint64_t town);

} // namespace heed::support
