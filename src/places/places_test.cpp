#include "places/gazetteer.hpp"
#include "places/streets.hpp"

#include <gtest/gtest.h>

namespace heed::places {
namespace {

TEST(Gazetteer, FindsTownsSpeltNearlyTheSame)
{
    Gazetteer towns;
    for (const std::string_view town : {"chatham", "gillingham", "bath", "bathe", "saint leonards"})
        towns.add(town);
    using Found = std::vector<std::pair<std::uint16_t, int>>;
    EXPECT_EQ(towns.near("chatham"), (Found{{towns.find("chatham"), 0}}));
    EXPECT_EQ(towns.near("chathem"), (Found{{towns.find("chatham"), 1}}));
    EXPECT_EQ(towns.near("gilinghem"), (Found{{towns.find("gillingham"), 2}}));
    EXPECT_EQ(towns.near("saint lennardes"), (Found{{towns.find("saint leonards"), 2}}));
    EXPECT_EQ(towns.near("bath"), (Found{{towns.find("bath"), 0}}));
    EXPECT_TRUE(towns.near("leeds").empty());
    EXPECT_TRUE(towns.near("").empty());
}

TEST(Streets, FindThoseThatMayBeMeant)
{
    Streets streets;
    for (const std::string_view street :
         {"quarry row", "merriman crescent", "8", "high street", "star lane"})
        streets.add(street);
    const auto best = [&](std::string_view typed) {
        const auto near = streets.near(typed);
        return near.empty() ? std::pair{std::uint32_t{0}, 0} : near.front();
    };
    EXPECT_EQ(best("merriman crescent"), (std::pair{streets.find("merriman crescent"), 0}));
    EXPECT_EQ(best("merrimna crescent"), (std::pair{streets.find("merriman crescent"), 1}));
    EXPECT_EQ(best("meriman cresent"), (std::pair{streets.find("merriman crescent"), 2}));
    EXPECT_EQ(best("merriman street"), (std::pair{streets.find("merriman crescent"), 2}));
    EXPECT_EQ(best("merriman"), (std::pair{streets.find("merriman crescent"), 2}));
    EXPECT_EQ(best("8").second, 0);
    EXPECT_EQ(best("gun lane").first, 0U);
}

TEST(Gazetteer, FindsShortCodesWithinSoManySlipsAsAreAsked)
{
    Gazetteer outcodes;
    for (const std::string_view code : {"me4", "me5", "m4", "ls1"}) outcodes.add(code);
    using Found = std::vector<std::pair<std::uint16_t, int>>;
    EXPECT_EQ(
        outcodes.within("me4", 1),
        (Found{{outcodes.find("me4"), 0}, {outcodes.find("me5"), 1}, {outcodes.find("m4"), 1}}));
    EXPECT_TRUE(outcodes.near("me6").empty());
}

} // namespace
} // namespace heed::places
