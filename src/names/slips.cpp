#include "names/slips.hpp"

#include <algorithm>

namespace heed::names {
namespace {

constexpr std::size_t prefix = 7;
constexpr unsigned letter_bits = 5;

std::size_t letter_slot(char letter)
{
    if (letter >= 'a' && letter <= 'z') return static_cast<std::size_t>(letter - 'a');
    if (letter >= '0' && letter <= '9') return 26 + static_cast<std::size_t>(letter - '0');
    return 36;
}

std::uint32_t mixed(std::uint64_t code)
{
    code *= 0x9E37'79B9'7F4A'7C15ULL;
    code ^= code >> 29U;
    code *= 0xBF58'476D'1CE4'E5B9ULL;
    return static_cast<std::uint32_t>(code >> 32U);
}

/// The letters in groups of bits, without the one at a place.
std::uint64_t without(std::uint64_t code, std::size_t place)
{
    const unsigned below = letter_bits * static_cast<unsigned>(place);
    const std::uint64_t kept = (1ULL << below) - 1;
    return (code & kept) | ((code >> letter_bits) & ~kept);
}

} // namespace

Pattern::Pattern(std::string_view word) : word_{word.substr(0, 64)}
{
    for (std::size_t at = 0; at < word_.size(); ++at) places_[letter_slot(word_[at])] |= 1ULL << at;
}

// Hyyrö's bit-vector form of the distance with neighbours turned round, each pair once.
int Pattern::slips_to(std::string_view other, int most) const
{
    const auto length = static_cast<int>(word_.size());
    const int longer = static_cast<int>(other.size()) - length;
    if (longer > most || -longer > most) return most + 1;
    if (length == 0) return static_cast<int>(other.size());
    const std::uint64_t last = 1ULL << static_cast<unsigned>(length - 1);
    std::uint64_t up = ~0ULL;
    std::uint64_t down = 0;
    std::uint64_t diagonal = 0;
    std::uint64_t before = 0;
    int slips = length;
    for (const char letter : other) {
        const std::uint64_t here = places_[letter_slot(letter)];
        const std::uint64_t turned = ((~diagonal & here) << 1U) & before;
        diagonal = (((here & up) + up) ^ up) | here | down | turned;
        std::uint64_t right = down | ~(diagonal | up);
        std::uint64_t left = diagonal & up;
        if ((right & last) != 0) ++slips;
        if ((left & last) != 0) --slips;
        right = (right << 1U) | 1U;
        left <<= 1U;
        up = left | ~(diagonal | right);
        down = right & diagonal;
        before = here;
    }
    return std::min(slips, most + 1);
}

std::uint32_t shape_of(std::string_view word)
{
    std::uint32_t shape = 0;
    for (const char letter : word) shape |= 1U << (static_cast<unsigned char>(letter) & 31U);
    return (shape & 0x07FF'FFFFU) |
           static_cast<std::uint32_t>(std::min<std::size_t>(word.size(), 31)) << 27U;
}

SlipIndex::Keys::Keys(std::string_view word)
{
    const int slips = slips_allowed(word.size());
    const std::size_t length = std::min(word.size(), prefix);
    std::uint64_t code = 0;
    for (std::size_t at = length; at-- > 0;)
        code = (code << letter_bits) | (static_cast<unsigned char>(word[at]) & 31U);
    // The same letters may be left in several ways; a linear look is quicker than sorting so few.
    const auto add = [this](std::uint64_t left) {
        const std::uint32_t key = mixed(left);
        if (std::find(begin(), end(), key) == end()) keys_[count_++] = key;
    };
    add(code);
    for (std::size_t one = 0; slips > 0 && one < length; ++one) {
        if (one > 0 && word[one] == word[one - 1]) continue;
        const std::uint64_t without_one = without(code, one);
        add(without_one);
        for (std::size_t other = one; slips > 1 && other + 1 < length; ++other)
            add(without(without_one, other));
    }
}

void SlipIndex::add(std::uint32_t number, std::string_view word)
{
    for (const std::uint32_t key : Keys{word}) words_.add(key, number);
}

} // namespace heed::names
