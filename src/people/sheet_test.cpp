#include "people/sheet.hpp"

#include <gtest/gtest.h>

namespace heed::people {
namespace {

Details living_at(std::uint32_t places)
{
    Details details;
    details.id = "c" + std::to_string(places);
    for (std::uint32_t at = 0; at < places; ++at)
        details.places.push_back({.postcode = 0x0001'0203U + at, .house = at, .street = at + 1});
    return details;
}

TEST(Sheet, GivesBackDetailsHoweverLongTheyAreAndWhoeverIsBeside)
{
    std::vector<Details> all;
    for (std::uint32_t at = 0; at < 200; ++at) all.push_back(living_at(at * 7 % 60));
    Sheet sheet;
    std::vector<std::uint32_t> people;
    for (const Details& details : all) {
        people.push_back(sheet.size());
        const std::vector<Row> rows(1 + people.size() % 3, Row{.forename = 1, .surname = 2});
        sheet.append(rows, details);
    }
    Sheet copy;
    std::vector<std::uint32_t> copied;
    for (std::size_t at = people.size(); at-- > 0;) {
        copied.push_back(copy.size());
        copy.append(sheet, people[at]);
    }
    for (std::size_t at = 0; at < all.size(); ++at) {
        EXPECT_EQ(sheet.details(people[at]), all[at]) << at;
        EXPECT_EQ(copy.details(copied[all.size() - 1 - at]), all[at]) << at;
    }
    EXPECT_TRUE(sheet.is_whole(3) && copy.is_whole(3));
    EXPECT_FALSE(sheet.is_whole(2));
}

} // namespace
} // namespace heed::people
