#pragma once

#include "support/chance.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What happens to a word between somebody who says it and somebody who writes it down.
namespace heed::support {

using Swap = std::pair<std::string_view, std::string_view>;

/// How a name that was only heard is written, by an English ear.
std::span<const Swap> heard();
/// How names cross from other letters and tongues.
std::span<const Swap> crossed();
/// How clerks have written names otherwise, so that both stay.
std::span<const Swap> respelt();
/// What a scanner makes of letters.
std::span<const Swap> scanned();

/// What people call somebody of the name: Kasia for Katarzyna.
std::optional<std::string> called(std::string_view forename, Chance& chance);
/// One of the other ways to write the name: Husayn for Hussain.
std::optional<std::string> written_elsewhere(std::string_view name, Chance& chance);
/// The name in the letters of its own country: Мария for Maria.
std::optional<std::string> in_own_letters(std::string_view name);

/// One of the swaps that fit, at one of the places from `from` on; false when none fits.
bool swap_one(std::string& name, std::span<const Swap> swaps, Chance& chance, std::size_t from);
/// A slip of the finger: a neighbouring key or any letter, one more, one less, two turned round.
bool mistype(std::string& name, Chance& chance);
/// As it was heard.
bool mishear(std::string& name, Chance& chance);

} // namespace heed::support
