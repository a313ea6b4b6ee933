#pragma once

#include "asking/question.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace heed::searching {

/// What a birth comes to, in eighths of a bit, for rows that are many and births that are few.
class BornSieve {
public:
    explicit BornSieve(const std::optional<asking::Born>& said) : said_{said} {}

    /// Of a PackedRow::birth; 0 when none was said.
    int worth(std::uint32_t birth)
    {
        Known& known = known_[birth % known_.size()];
        if (known.birth != birth) known = {birth, compared(birth)};
        return known.worth;
    }
    bool differs(std::uint32_t birth) const;

private:
    int compared(std::uint32_t birth) const;

    struct Known {
        std::uint32_t birth = ~0U;
        int worth = 0;
    };
    const std::optional<asking::Born>& said_;
    std::array<Known, 8192> known_; ///< births that were asked for
};

} // namespace heed::searching
