#pragma once

#include "filing/chains.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace heed::names {

using filing::Chains;

/// A word made ready to be compared with many: counts slips (a letter more, fewer or another, two
/// neighbours turned round) in a few steps of arithmetic a letter, for words of up to 64 letters.
class Pattern {
public:
    explicit Pattern(std::string_view word);

    /// Slips to `other`, or `most` + 1 when there are more.
    int slips_to(std::string_view other, int most) const;

private:
    std::string_view word_;
    std::array<std::uint64_t, 37> places_{}; ///< for each letter, a bit for each place it stands at
};

/// How many slips a word of such a length may hide: short words with two are other words.
constexpr int slips_allowed(std::size_t length) { return length >= 5 ? 2 : length >= 2 ? 1 : 0; }

/// Which letters a word has, a bit for each, and its length: a first look that costs nothing.
std::uint32_t shape_of(std::string_view word);
/// Two words of these shapes cannot be within two slips.
constexpr bool too_unlike(std::uint32_t left, std::uint32_t right)
{
    const std::uint32_t longer = (left >> 27U) > (right >> 27U) ? (left >> 27U) - (right >> 27U)
                                                                : (right >> 27U) - (left >> 27U);
    std::uint32_t differ = (left ^ right) & 0x07FF'FFFFU;
    for (int cleared = 0; cleared < 4; ++cleared) differ &= differ - 1U;
    return longer > 2 || differ != 0;
}

/// Words filed under what is left of their first seven letters when up to two are taken out: any
/// two words within so many slips as their lengths allow are filed under one and the same. About
/// 110 bytes a word. Whoever asks compares.
class SlipIndex {
public:
    /// Words must be added in the order of their numbers, from 1.
    void add(std::uint32_t number, std::string_view word);
    /// Files the first `count` words anew, side by side: worth while when many were added.
    template <class TextOf> void pack(std::uint32_t count, TextOf text_of);
    bool wants_packing() const { return loose_count_ > 4096 && loose_count_ > packed_count_ / 2; }

    template <class Visit> void each(std::string_view word, Visit visit) const
    {
        const Keys keys{word};
        if (!begin_.empty()) {
            // Each is far from the others in memory, which is asked for all of them before one is
            // read.
            const std::size_t last = begin_.size() - 2;
            for (const std::uint32_t key : keys) __builtin_prefetch(&begin_[key & last]);
            for (const std::uint32_t key : keys)
                __builtin_prefetch(packed_.data() + begin_[key & last]);
            for (const std::uint32_t key : keys)
                for (std::uint32_t at = begin_[key & last]; at < begin_[(key & last) + 1]; ++at)
                    visit(packed_[at]);
        }
        if (loose_count_ > 0) loose_.each(std::span{keys.begin(), keys.end()}, visit);
    }

private:
    class Keys {
    public:
        explicit Keys(std::string_view word);
        const std::uint32_t* begin() const { return keys_.data(); }
        const std::uint32_t* end() const { return keys_.data() + count_; }

    private:
        std::array<std::uint32_t, 29> keys_;
        std::size_t count_ = 0;
    };

    std::vector<std::uint32_t> begin_; ///< where each shelf begins; a power of two and one more
    std::vector<std::uint32_t> packed_;
    Chains loose_; ///< words that were added since
    std::uint32_t packed_count_ = 0;
    std::uint32_t loose_count_ = 0;
};

template <class TextOf> void SlipIndex::pack(std::uint32_t count, TextOf text_of)
{
    std::size_t shelves = 1024;
    while (shelves < std::size_t{count} * 6) shelves *= 2;
    begin_.assign(shelves + 1, 0);
    const auto for_each_key = [&](auto visit) {
        for (std::uint32_t number = 1; number <= count; ++number)
            for (const std::uint32_t key : Keys{text_of(number)})
                visit(key & (shelves - 1), number);
    };
    for_each_key([&](std::size_t shelf, std::uint32_t) { ++begin_[shelf + 1]; });
    for (std::size_t shelf = 0; shelf < shelves; ++shelf) begin_[shelf + 1] += begin_[shelf];
    packed_.assign(begin_.back(), 0);
    std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
    for_each_key([&](std::size_t shelf, std::uint32_t number) { packed_[next[shelf]++] = number; });
    loose_ = {};
    packed_count_ = count;
    loose_count_ = 0;
}

} // namespace heed::names
