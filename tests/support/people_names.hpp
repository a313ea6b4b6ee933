#pragma once

#include <array>
#include <span>
#include <string_view>

namespace heed::support {

/// How names of a community are given.
enum class Custom : std::uint8_t {
    plain,
    mohammed,  ///< boys may be Mohammed first and be called by the next name
    fathers,   ///< the middle name and surname are the father's and grandfather's forenames
    singh,     ///< boys are Singh and girls Kaur, before the surname or instead of it
    feminine,  ///< a girl's surname has another ending: Kowalska, Ivanova
    two_words, ///< forenames of two words: Xiao Ming, Thi Mai
};

/// The common names of a community in rough order of frequency, and what the rare ones, thousands
/// of them, are made of.
struct NameStock {
    std::string_view community;
    double share = 0; ///< of all children
    Custom custom = Custom::plain;
    double rare_surnames = 0;  ///< how many surnames there are, beside the common
    double rare_forenames = 0; ///< the same of girls' names, and of boys'
    std::string_view girls;
    std::string_view boys;
    std::string_view surnames;
    std::string_view beginnings; ///< of rare words
    std::string_view middles;
    std::string_view surname_endings;
};

constexpr std::size_t community_count = 18;
std::span<const NameStock> name_stocks();

/// Stocks of the British Isles and the Caribbean, and of the rest; name_stocks() is both.
extern const std::array<NameStock, 5> stocks_of_these_islands;
extern const std::array<NameStock, 13> stocks_from_elsewhere;

} // namespace heed::support
