#include "family/summary.hpp"

#include <gtest/gtest.h>

using namespace heed;
using namespace heed::family;

TEST(RelationWord, IsWhatWasStatedWhenItWas)
{
    EXPECT_EQ(relation_word({.stated = Tie::sibling}, Sex::male), "brother");
    EXPECT_EQ(relation_word({.stated = Tie::half_sibling}, Sex::female), "half-sister");
    EXPECT_EQ(relation_word({.stated = Tie::cousin}, Sex::female), "cousin");
    EXPECT_EQ(relation_word({.stated = Tie::mother}, Sex::female), "mother");
    EXPECT_EQ(relation_word({.stated = Tie::mother, .stated_of_other = true}, Sex::female),
              "daughter");
}

TEST(RelationWord, SaysNoMoreThanTheParentsOnRecordAllow)
{
    EXPECT_EQ(relation_word({.parents_shared = 2}, Sex::male), "brother");
    EXPECT_EQ(relation_word({.parents_shared = 1, .parents_apart = 2}, Sex::male), "half-brother");
    EXPECT_EQ(relation_word({.parents_shared = 1, .parents_apart = 1}, Sex::male),
              "brother or half-brother");
    EXPECT_EQ(relation_word({}, Sex::male), "lives there");
}

TEST(RelationWord, CallsChildrenOfTheSameCarersSiblingsOnlyWithOneSurname)
{
    EXPECT_EQ(relation_word({.carers_shared = true, .same_surname = true}, Sex::female), "sister");
    EXPECT_EQ(relation_word({.carers_shared = true, .same_surname = true}, Sex::not_known),
              "brother or sister");
    EXPECT_EQ(relation_word({.carers_shared = true}, Sex::female), "same parent or carer");
}

TEST(CheckSentence, SaysWhereAndWithWhom)
{
    EXPECT_EQ(check_sentence({.lives_at = "8 Quarry Row", .with = {"Kerry Tansley (mother)"}}),
              "lives at 8 Quarry Row with Kerry Tansley (mother)");
    EXPECT_EQ(check_sentence({.with = {"Kerry Tansley (mother)", "Dean Orrell (step-parent)"}}),
              "lives with Kerry Tansley (mother) and Dean Orrell (step-parent)");
    EXPECT_EQ(check_sentence({.lives_at = "8 Quarry Row", .parents_elsewhere = {"A (mother)"}}),
              "lives at 8 Quarry Row; A (mother)");
    EXPECT_EQ(check_sentence({.lives_at = "2 Hill", .stays_away_from = "8 Quarry Row"}),
              "stays at 2 Hill (home is 8 Quarry Row)");
    EXPECT_EQ(check_sentence({.unborn = true, .lives_at = "1 Hill", .with = {"A (mother)"}}),
              "not born yet, mother's home is 1 Hill with A (mother)");
    EXPECT_EQ(check_sentence({}), "");
}
