#include "training/training.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace heed::training {
namespace {

Pair pair(Level born, std::optional<bool> same)
{
    return {{{Field::forename, Level::same, 8, ""},
             {Field::surname, Level::same, 9, ""},
             {Field::born, born, born == Level::same ? 12.0F : -7.0F, ""}},
            same};
}

const LevelTrained& level(const Learned& training, std::string_view name)
{
    return *std::ranges::find(training.levels, name, &LevelTrained::name);
}

TEST(Training, ChangesNothingWithoutPairs)
{
    const Learned none = train({});
    for (const LevelTrained& one : none.levels) EXPECT_DOUBLE_EQ(one.before, one.after) << one.name;
    for (const asking::NamedWeight& one : asking::weight_table())
        EXPECT_EQ(none.weights.*one.value, asking::weights.*one.value) << one.name;
}

TEST(Training, LearnsFromReviewedPairsHowOftenBirthsAreWrong)
{
    std::vector<Pair> pairs;
    for (int number = 0; number < 900; ++number) pairs.push_back(pair(Level::same, true));
    for (int number = 0; number < 100; ++number) pairs.push_back(pair(Level::different, true));
    for (int number = 0; number < 500; ++number) pairs.push_back(pair(Level::different, false));
    const Learned training = train(pairs);
    EXPECT_EQ(training.reviewed, 1500U);
    EXPECT_NEAR(level(training, "born_different").after, 0.1, 0.01);
    EXPECT_NEAR(level(training, "born_different").bits, std::log2(0.1 / 0.008), 0.3);
    EXPECT_NEAR(
        static_cast<double>(training.weights.born_different - asking::weights.born_different),
        level(training, "born_different").bits, 0.001);
    EXPECT_GT(training.chances.writes_it_right, names::chances().writes_it_right);
}

TEST(Training, TellsTruePairsFromOthersWhereNobodyHasLooked)
{
    std::vector<Pair> pairs;
    for (int number = 0; number < 300; ++number) pairs.push_back(pair(Level::same, std::nullopt));
    Pair stranger{{{Field::forename, Level::different, -5, ""},
                   {Field::surname, Level::different, -4, ""},
                   {Field::born, Level::different, -7, ""}},
                  std::nullopt};
    for (int number = 0; number < 700; ++number) pairs.push_back(stranger);
    const Learned training = train(pairs);
    EXPECT_NEAR(training.share_same, 0.3, 0.02);
    EXPECT_LT(level(training, "born_different").after, level(training, "born_different").before);
    EXPECT_GT(training.rounds, 1);
}

TEST(Training, WritesAFileThatReadsBack)
{
    std::vector<Pair> pairs(200, pair(Level::different, true));
    const Learned training = train(pairs);
    // What the other tests of this program compare with.
    const std::string before =
        asking::weights_text(asking::weights, names::chances(), asking::rates_in_use(), "before");
    ASSERT_TRUE(asking::use_weights(text_of(training, "a test")));
    EXPECT_NEAR(asking::weights.born_different, training.weights.born_different, 0.001F);
    EXPECT_NEAR(names::chances().writes_it_right, training.chances.writes_it_right, 0.001F);
    EXPECT_NEAR(asking::rates_in_use().at("born_different"), training.rates.at("born_different"),
                0.001);
    ASSERT_TRUE(asking::use_weights(before));
    const auto refused = asking::use_weights("[bits]\nborn_same = 3\nborn_sane = 4\n");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, RefusalCode::weights_not_understood);
    EXPECT_EQ(refused.error().field, "line 3");
    EXPECT_FALSE(asking::use_weights("[bits]\nborn_same = many\n"));
    EXPECT_FALSE(asking::use_weights("[bits]\nborn_same = nan\n"));
    EXPECT_NE(asking::weights.born_same, 3.0F);
}

} // namespace
} // namespace heed::training
