#include "review/compare.hpp"

#include <gtest/gtest.h>

namespace heed::review {

namespace {

matching::Person person(const std::string& id, const std::string& forename,
                        const std::string& surname, Day born, const std::string& house = "8")
{
    return {.id = id,
            .names = {{.forename = forename, .surname = surname}},
            .birth = {matching::BirthKind::known, born},
            .places = {{.house = house, .street = "Quarry Row", .postcode = "ME4 4TR"}}};
}

const Day march = day(2019, 3, 14);

} // namespace

TEST(Compare, SaysFieldByFieldWhatAgreesAndWhatItIsWorth)
{
    matching::Finder finder;
    const auto mary = person("a", "Mary", "Tansley", march);
    const auto other = person("b", "Mary", "Tansly", march);
    for (const auto& one : {mary, other}) finder.put(one);
    const auto found = agreement(finder, mary, other);
    EXPECT_TRUE(found.weighed);
    EXPECT_FALSE(found.twins);
    EXPECT_GT(found.bits, 10);
    const auto rows = compare({.id = "a", .lines = {{Part::born, {"14 March 2019"}}}},
                              {.id = "b", .lines = {}}, found);
    const auto born = std::ranges::find(rows, "Born", &Row::field);
    ASSERT_NE(born, rows.end());
    EXPECT_EQ(born->one, std::vector<std::string>{"14 March 2019"});
    ASSERT_EQ(born->agrees.size(), 1U);
    EXPECT_TRUE(born->agrees[0].contains("(+")) << born->agrees[0];
}

TEST(Compare, WarnsOfTwins)
{
    matching::Finder finder;
    const auto mary = person("a", "Mary", "Tansley", march);
    const auto brother = person("b", "Jake", "Tansley", march);
    for (const auto& one : {mary, brother}) finder.put(one);
    EXPECT_TRUE(agreement(finder, mary, brother).twins);
    EXPECT_TRUE(agreement(finder, brother, mary).twins);
}

TEST(Compare, SaysWhatAgreesAlsoOfWhoeverTheFinderWouldNotShow)
{
    const matching::Finder nobody;
    const auto found =
        agreement(nobody, person("a", "Mary", "Tansley", march), person("b", "Mary", "Ox", march));
    EXPECT_FALSE(found.weighed);
    EXPECT_FALSE(found.evidence.empty());
}

TEST(Compare, PutsBitsIntoWords)
{
    EXPECT_TRUE(bits_in_words(31).starts_with("31 bits: what agrees is 2 billion times"));
    EXPECT_TRUE(bits_in_words(5).contains("32 times"));
    EXPECT_TRUE(bits_in_words(-3).starts_with("Nothing"));
}

} // namespace heed::review
