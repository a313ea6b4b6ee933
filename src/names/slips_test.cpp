#include "names/slips.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace heed::names {
namespace {

rc::Gen<std::string> word()
{
    return rc::gen::resize(
        12, rc::gen::container<std::string>(rc::gen::elementOf(std::string{"abcdeno7"})));
}

/// A word, and the same with up to three letters changed.
std::pair<std::string, std::string> two_words()
{
    const std::string one = *word();
    if (*rc::gen::inRange(0, 3) == 0) return {one, *word()};
    std::string other = one;
    for (int slip = *rc::gen::inRange(0, 4); slip > 0 && !other.empty(); --slip) {
        const auto at =
            static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(other.size())));
        switch (*rc::gen::inRange(0, 4)) {
        case 0: other[at] = 'e'; break;
        case 1: other.insert(at, 1, 'n'); break;
        case 2: other.erase(at, 1); break;
        default:
            if (at > 0) std::swap(other[at], other[at - 1]);
        }
    }
    return {one, other};
}

/// The same by the textbook: a table of all beginnings of the two.
int slips_by_table(std::string_view left, std::string_view right, int most)
{
    constexpr std::size_t longest = 40;
    if (left.size() > right.size()) std::swap(left, right);
    if (static_cast<int>(right.size() - left.size()) > most) return most + 1;
    using Line = std::array<int, longest + 1>;
    Line before_last{};
    Line last{};
    Line now{};
    for (std::size_t j = 0; j <= right.size(); ++j) last[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= left.size(); ++i) {
        now[0] = static_cast<int>(i);
        int least = now[0];
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const int change = left[i - 1] == right[j - 1] ? 0 : 1;
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                now[j] = std::min(now[j], before_last[j - 2] + 1);
            least = std::min(least, now[j]);
        }
        if (least > most) return most + 1;
        before_last = last;
        last = now;
    }
    return std::min(last[right.size()], most + 1);
}

RC_GTEST_PROP(Pattern, CountsAsTheTableDoes, ())
{
    const auto [one, other] = two_words();
    const int most = *rc::gen::inRange(1, 4);
    RC_ASSERT(Pattern{one}.slips_to(other, most) == slips_by_table(one, other, most));
}

RC_GTEST_PROP(Shapes, NeverRuleOutWordsWithinTwoSlips, ())
{
    const auto [one, other] = two_words();
    if (Pattern{one}.slips_to(other, 2) <= 2)
        RC_ASSERT(!too_unlike(shape_of(one), shape_of(other)));
}

RC_GTEST_PROP(SlipIndex, LeavesOutNobodyWithinTheSlipsAllowed, ())
{
    SlipIndex index;
    std::vector<std::string> held{""};
    for (int count = *rc::gen::inRange(1, 10); count > 0; --count) {
        const auto [one, other] = two_words();
        for (const std::string& text : {one, other})
            if (!text.empty()) {
                held.push_back(text);
                index.add(static_cast<std::uint32_t>(held.size() - 1), text);
            }
    }
    const bool packed = *rc::gen::arbitrary<bool>();
    if (packed)
        index.pack(static_cast<std::uint32_t>(held.size() - 1),
                   [&](std::uint32_t number) { return std::string_view{held[number]}; });
    for (const std::string& typed : held) {
        std::set<std::uint32_t> found;
        index.each(typed, [&](std::uint32_t number) { found.insert(number); });
        for (std::uint32_t number = 1; number < held.size(); ++number) {
            const int most =
                std::min(slips_allowed(typed.size()), slips_allowed(held[number].size()));
            if (Pattern{typed}.slips_to(held[number], most) <= most && !typed.empty())
                RC_ASSERT(found.contains(number));
        }
    }
}

} // namespace
} // namespace heed::names
