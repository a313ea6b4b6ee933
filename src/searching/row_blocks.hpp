#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace heed::searching {

/// Some of all rows, blurred to at most 16,384 blocks: two kilobytes, however many rows there are.
class RowBlocks {
public:
    /// None of rows up to but not with `end`.
    explicit RowBlocks(std::uint32_t end = 0)
        : shift_{std::max<unsigned>(std::bit_width(end), 14) - 14}, blocks_(block(end) / 64 + 1)
    {
    }
    /// Those from one up to but not with another.
    void add(std::uint32_t from, std::uint32_t end)
    {
        if (from == end) return;
        for (std::uint32_t at = block(from); at <= block(end - 1); ++at)
            blocks_[at / 64] |= 1ULL << (at % 64);
    }
    /// The row is one of them, or in one block with one.
    bool has(std::uint32_t row) const
    {
        return ((blocks_[block(row) / 64] >> (block(row) % 64)) & 1U) != 0;
    }

private:
    std::uint32_t block(std::uint32_t row) const { return row >> shift_; }

    unsigned shift_;
    std::vector<std::uint64_t> blocks_;
};

} // namespace heed::searching
