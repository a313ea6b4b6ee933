#include "matching/merging.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <vector>

namespace heed::matching {
namespace {

using Sizes = std::vector<std::uint32_t>;

TEST(Merging, LeavesALargePartAloneThatOnlySmallOnesFollow)
{
    EXPECT_EQ(first_to_merge(Sizes{9'851'336, 1'066'521, 5'860, 2'002, 2'001}, Pace::people_come),
              2U);
    EXPECT_EQ(first_to_merge(Sizes{9'851'336, 1'066'521, 9'863}, Pace::people_come), 3U);
    EXPECT_EQ(first_to_merge(Sizes{9'851'336}, Pace::at_rest), 1U);
    EXPECT_EQ(first_to_merge(Sizes{}, Pace::people_come), 0U);
}

TEST(Merging, MakesOneOfThoseThatAreSmallBesideTheFirstAtRest)
{
    EXPECT_EQ(first_to_merge(Sizes{11'000'000, 100'000, 1'000}, Pace::people_come), 3U);
    EXPECT_EQ(first_to_merge(Sizes{11'000'000, 100'000, 1'000}, Pace::at_rest), 1U);
    EXPECT_EQ(first_to_merge(Sizes{11'000'000, 171'000}, Pace::at_rest), 2U);
    EXPECT_EQ(first_to_merge(Sizes{11'000'000, 172'000}, Pace::at_rest), 0U);
}

// What made an import of eleven million slower and slower.
TEST(Merging, MovesEachRowAFewTimesWhileMillionsCome)
{
    Sizes sizes;
    std::uint64_t come = 0;
    std::uint64_t moved = 0;
    std::size_t most_parts = 0;
    while (come < 11'000'000) {
        sizes.push_back(2'000);
        come += 2'000;
        for (;;) {
            const auto from = sizes.begin() +
                              static_cast<std::ptrdiff_t>(first_to_merge(sizes, Pace::people_come));
            if (from == sizes.end()) break;
            const std::uint32_t one = std::accumulate(from, sizes.end(), 0U);
            moved += one;
            sizes.erase(from, sizes.end());
            sizes.push_back(one);
        }
        std::ranges::sort(sizes, std::greater{});
        most_parts = std::max(most_parts, sizes.size());
    }
    EXPECT_LT(moved, come * 17);
    EXPECT_LE(most_parts, 5U);
}

} // namespace
} // namespace heed::matching
