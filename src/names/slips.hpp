#pragma once

#include "filing/shelves.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace heed::names {

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
    void add(std::uint32_t number, std::string_view word);
    /// Files the first `count` words, which are all, side by side: worth while when many were
    /// added.
    template <class TextOf> void pack(std::uint32_t count, TextOf text_of);

    /// Many are filed under several of the keys, and are visited as often.
    template <class Visit> void each(std::string_view word, Visit visit) const
    {
        const Keys keys{word};
        words_.each(std::span{keys.begin(), keys.end()}, visit);
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

    filing::Shelves words_;
};

template <class TextOf> void SlipIndex::pack(std::uint32_t count, TextOf text_of)
{
    words_.pack(std::size_t{count} * 6, [&](auto visit) {
        for (std::uint32_t number = 1; number <= count; ++number)
            for (const std::uint32_t key : Keys{text_of(number)}) visit(key, number);
    });
}

} // namespace heed::names
