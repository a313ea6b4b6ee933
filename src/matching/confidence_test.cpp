#include "matching/confidence.hpp"

#include <gtest/gtest.h>

namespace heed::matching {
namespace {

constexpr asking::Lines lines{.shown = 15, .strong = 30};

Candidate worth(float bits, Level place)
{
    Candidate made;
    made.bits = bits;
    made.evidence.push_back({.field = Field::place, .level = place});
    return made;
}

std::size_t shown(std::vector<Candidate> candidates)
{
    Answer answer;
    answer.candidates = std::move(candidates);
    judge(answer, lines);
    return answer.shown;
}

TEST(Confidence, ShowsThoseAboveTheLineWhoAreNearTheFirst)
{
    EXPECT_EQ(shown({worth(24, Level::same), worth(18, Level::different), worth(16, Level::same)}),
              2U);
    EXPECT_EQ(shown({worth(14, Level::different), worth(13, Level::different)}), 0U);
}

TEST(Confidence, ShowsWhoeverAgreesThroughoutBelowTheLineOnlyWhereNobodyIsAboveIt)
{
    EXPECT_EQ(shown({worth(14, Level::same), worth(13, Level::town), worth(12, Level::different)}),
              2U);
    EXPECT_EQ(shown({worth(16, Level::different), worth(14, Level::same)}), 1U);
}

} // namespace
} // namespace heed::matching
