#include "core/outcome.hpp"

#include "core/too_early.hpp"

#include <gtest/gtest.h>

namespace heed {

TEST(InWords, NamesTheFieldThatWasLeftEmpty)
{
    EXPECT_EQ(in_words({RefusalCode::say_who_is_asking, "caller", {}}), "Enter the caller's name.");
    EXPECT_EQ(in_words({RefusalCode::needed, "tie", {}}), "Choose what they are to the child.");
    EXPECT_EQ(in_words({RefusalCode::needed, "no_such_field", {}}), "Fill this in.");
}

TEST(InWords, SaysWhichOfTwoDaysIsWrong)
{
    EXPECT_EQ(in_words({RefusalCode::not_a_date, "last_day", {}}),
              "The last day is no date. Write day, month and year, for instance 14 3 2019.");
    EXPECT_EQ(in_words({RefusalCode::does_not_follow, "to", {}}),
              "The last day is too early. Check it and the day that it comes after.");
    EXPECT_EQ(in_words(too_early("to", day(2008, 2, 1), "when the plan began").error()),
              "The last day is too early. Check it and the day that it comes after. That is "
              "1 February 2008, when the plan began.");
    EXPECT_EQ(in_words({RefusalCode::not_yet, "known", {}}),
              "The moment as known at has not come yet. Give today or a day before it.");
    EXPECT_EQ(in_words({RefusalCode::too_far_away, "due", {}}),
              "The day of the next review is too far away. Check the year.");
    EXPECT_EQ(in_words({RefusalCode::too_long, "team", {}}), "The team is too long. Shorten it.");
}

TEST(InWords, SaysTheRangeOfAnAge)
{
    EXPECT_EQ(in_words({RefusalCode::not_understood, "age", {}}),
              "The age must be a whole number of years from 0 to 120. Correct it, or leave it out "
              "and give a date of birth.");
    EXPECT_EQ(in_words({RefusalCode::not_understood, "born", {}}),
              "The day of birth is not understood. Write a date as 14/03/2003, a month as March "
              "2003, a year as 2003.");
}

TEST(InWords, LeavesASentenceThatSaysWhatItIsAbout)
{
    EXPECT_EQ(in_words({RefusalCode::say_why, "reason", {}}), sentence(RefusalCode::say_why));
    EXPECT_EQ(in_words({RefusalCode::wrong_pack, "", "Line 4."}),
              std::string{sentence(RefusalCode::wrong_pack)} + " Line 4.");
}

} // namespace heed
