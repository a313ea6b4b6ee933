#include "filing/postings.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

namespace heed::filing {

RC_GTEST_PROP(Postings, GiveWhatWasFiledUnderAKeyBetweenTwoNumbers, ())
{
    const auto small = rc::gen::inRange<std::uint32_t>(0, 60);
    const auto filed = *rc::gen::container<std::vector<std::pair<std::uint32_t, std::uint32_t>>>(
        rc::gen::pair(rc::gen::oneOf(small, rc::gen::arbitrary<std::uint32_t>()), small));
    std::map<std::uint32_t, std::set<std::uint32_t>> held;
    Postings::Entries entries;
    for (const auto& [key, number] : filed) {
        entries.add(key, number);
        held[key].insert(number);
    }
    const Postings postings{std::move(entries)};
    RC_ASSERT(postings.is_whole([](std::uint32_t number) { return number < 60; }));
    const auto from = *small;
    const auto end = *small;
    for (std::uint32_t key = 0; key < 60; ++key) held.try_emplace(key);
    for (const auto& [key, numbers] : held) {
        RC_ASSERT(std::ranges::equal(postings.of(key), numbers));
        if (from > end) continue;
        RC_ASSERT(std::ranges::equal(
            postings.of(key, from, end),
            std::ranges::subrange{numbers.lower_bound(from), numbers.lower_bound(end)}));
    }
}

TEST(Postings, OfNothingGiveNothing)
{
    const Postings none{Postings::Entries{}};
    EXPECT_TRUE(none.of(7).empty());
    EXPECT_TRUE(none.is_whole([](std::uint32_t) { return true; }));
}

TEST(Postings, AreNotWholeWhenABucketBeginsBehindItsKeys)
{
    Postings::Entries entries;
    entries.add(4, 0);
    entries.add(100, 0);
    Postings postings{std::move(entries)};
    const auto any = [](std::uint32_t) { return true; };
    ASSERT_TRUE(postings.is_whole(any));
    bool first = true;
    Postings::columns(postings, [&](auto& column) {
        if (first) column[1] = 2;
        first = false;
    });
    EXPECT_FALSE(postings.is_whole(any));
}

} // namespace heed::filing
