#include "intake/likeness.hpp"

#include <gtest/gtest.h>

namespace heed::intake {
namespace {

using matching::Field;
using matching::Level;

matching::Candidate candidate(std::string id, float bits,
                              std::vector<std::pair<Field, Level>> levels)
{
    matching::Candidate one{.id = std::move(id), .bits = bits};
    for (const auto& [field, level] : levels) one.evidence.push_back({field, level, 1.0F, ""});
    return one;
}

matching::Candidate the_same(std::string id, float bits)
{
    return candidate(std::move(id), bits,
                     {{Field::forename, Level::same},
                      {Field::surname, Level::same},
                      {Field::born, Level::same},
                      {Field::place, Level::house}});
}

TEST(Likeness, ProposesWhoAgreesInEverythingAsTheSame)
{
    const std::vector found{the_same("=a", 60)};
    const auto alike = likenesses(found, 1000);
    ASSERT_EQ(alike.size(), 1U);
    EXPECT_EQ(ending_of(alike), Ending::same);
}

TEST(Likeness, AsksWhenTwoAreEquallyLike)
{
    const std::vector found{the_same("=a", 60), the_same("=b", 59)};
    EXPECT_EQ(ending_of(likenesses(found, 1000)), Ending::possible);
}

TEST(Likeness, NeverTakesAnotherForenameForTheSameChildWhateverTheSum)
{
    const std::vector found{candidate("=a", 90,
                                      {{Field::forename, Level::different},
                                       {Field::surname, Level::same},
                                       {Field::born, Level::same},
                                       {Field::place, Level::house}})};
    EXPECT_EQ(ending_of(likenesses(found, 1000)), Ending::fresh);
}

TEST(Likeness, PassesNamesakesOfAboutAnAgeOver)
{
    const std::vector found{candidate("=a", 28,
                                      {{Field::forename, Level::same},
                                       {Field::surname, Level::same},
                                       {Field::born, Level::near},
                                       {Field::place, Level::different},
                                       {Field::carer, Level::different}})};
    EXPECT_EQ(ending_of(likenesses(found, 1000)), Ending::fresh);
}

TEST(Likeness, TakesACarersSurnameForNoReasonButACarersForenameForOne)
{
    auto found = std::vector{candidate("=a", 28,
                                       {{Field::forename, Level::same},
                                        {Field::surname, Level::same},
                                        {Field::born, Level::near},
                                        {Field::place, Level::town},
                                        {Field::carer, Level::same}})};
    EXPECT_EQ(ending_of(likenesses(found, 1000)), Ending::fresh);
    found[0].evidence.back().bits = 7;
    EXPECT_EQ(ending_of(likenesses(found, 1000)), Ending::possible);
}

TEST(Likeness, AsksAboutNamesakesOfOneTownWhoseBirthIsNotKnown)
{
    auto found = std::vector{candidate("=a", 28,
                                       {{Field::forename, Level::same},
                                        {Field::surname, Level::same},
                                        {Field::place, Level::town}})};
    EXPECT_EQ(ending_of(likenesses(found, 1000)), Ending::possible);
    found[0].evidence.back().level = Level::different;
    EXPECT_EQ(ending_of(likenesses(found, 1000)), Ending::fresh);
}

TEST(Likeness, AsksMoreOfALargerIndex)
{
    const std::vector found{the_same("=a", 22)};
    EXPECT_EQ(ending_of(likenesses(found, 1000)), Ending::possible);
    EXPECT_EQ(ending_of(likenesses(found, 11'000'000)), Ending::fresh);
}

TEST(Likeness, GivesEachOfAHouseholdTheirOwn)
{
    feed::Fields one, other;
    one[feed::Column::household] = other[feed::Column::household] = "h";
    const std::vector<Incoming> twins{{&one, {the_same("=a", 60), the_same("=b", 40)}},
                                      {&other, {the_same("=b", 58), the_same("=a", 41)}}};
    const auto all = likenesses_together(twins, 1000);
    ASSERT_EQ(all[0].size(), 1U);
    EXPECT_EQ(all[0][0].other.id, "=a");
    ASSERT_EQ(all[1].size(), 1U);
    EXPECT_EQ(all[1][0].other.id, "=b");
}

} // namespace
} // namespace heed::intake
