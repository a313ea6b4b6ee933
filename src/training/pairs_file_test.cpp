#include "training/pairs_file.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace heed::training {
namespace {

TEST(PairsFile, ComparesEachPair)
{
    std::istringstream file{
        "asked_forename,asked_surname,asked_born,held_forename,held_surname,held_born,same\n"
        "Mary,Tansly,2019-03-14,Mary,Tansley,2019-03-14,yes\n"
        "Jack,Smith,2012,Jack,Smith,2012-04-04,\n"
        "Jack,Smith,2012,Zebedee,Quantock,1999-04-04,no\n"};
    const auto pairs = pairs_in(file);
    ASSERT_TRUE(pairs);
    ASSERT_EQ(pairs->size(), 2U);
    EXPECT_EQ(pairs->at(0).same, true);
    EXPECT_FALSE(pairs->at(1).same);
    EXPECT_NE(std::ranges::find(pairs->at(0).evidence, Level::sounds_alike, &Evidence::level),
              pairs->at(0).evidence.end());
    EXPECT_NE(difference(train(*pairs), 2).find("born_same"), std::string::npos);
}

TEST(PairsFile, RefusesAFileWithoutRows)
{
    std::istringstream empty{"asked_forename,held_forename\n"};
    const auto refused = pairs_in(empty);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, RefusalCode::no_rows);
}

} // namespace
} // namespace heed::training
