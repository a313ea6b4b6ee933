#include "plan/next_review.hpp"

#include "pack/library.hpp"

#include <gtest/gtest.h>

namespace heed::plan {

TEST(NextReview, MayBeLaterThanThePackSaysButNotYears)
{
    const auto medway = *pack::find("eng-wt2006-medway");
    const Day today = day(2026, 11, 30);
    EXPECT_EQ(latest_next_review(medway, today), day(2027, 11, 30)) << "six months, and six more";
    EXPECT_TRUE(review_may_be_on(day(2027, 6, 15), medway, today, "due"))
        << "one that is booked late is true";
    EXPECT_TRUE(review_may_be_on(day(2026, 1, 1), medway, today, "due")) << "a late one too";
    EXPECT_EQ(review_may_be_on(day(2199, 1, 1), medway, today, "due").error(),
              (Refusal{RefusalCode::too_far_away, "due",
                       "The next review may be set until 30 November 2027."}));
}

} // namespace heed::plan
