#pragma once

#include <array>
#include <string_view>

namespace heed::support {

/// The common names of a community in rough order, and what the rare ones are made of.
struct NameStock {
    std::string_view girls;
    std::string_view boys;
    std::string_view surnames;
    std::string_view surname_endings; ///< rare surnames are syllables and one of these
    double share = 0;                 ///< of all children
    double rare_surnames = 0;
    double rare_forenames = 0;
};

extern const std::array<NameStock, 14> name_stocks;

} // namespace heed::support
