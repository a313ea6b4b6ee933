#include "spoken/days.hpp"
#include "spoken/places.hpp"

#include <gtest/gtest.h>

namespace heed::spoken {
namespace {

const Day today = day(2026, 11, 22);

std::string said(std::string_view text)
{
    const auto words = words_in(text);
    const auto days = days_at(words, today);
    if (!days) return "nothing";
    std::string out = (days->about ? "about " : "") + to_iso(days->from);
    if (days->to != days->from) out += " to " + to_iso(days->to);
    if (days->words != words.size()) out += " and more";
    return out;
}

std::string aged(std::string_view text, bool bare = false)
{
    const auto words = words_in(text);
    const auto days = age_at(words, today, bare);
    if (!days) return "nothing";
    return to_iso(days->from) + " to " + to_iso(days->to) +
           (days->words != words.size() ? " and more" : "");
}

TEST(Days, AreReadAsPeopleTypeThem)
{
    for (const std::string_view text :
         {"14/03/2019", "14/3/19", "14.03.2019", "14-03-2019", "2019-03-14", "14-Mar-19",
          "14 March 2019", "14th of march 2019", "march 14 2019", "14 mar 19", "born 14/03/2019",
          "DOB: 14/03/2019", "d.o.b. 14.3.19", "born on the 14th March 2019", "14 03 2019"})
        EXPECT_EQ(said(text), "2019-03-14") << text;
}

TEST(Days, MayBeWholeMonthsAndYears)
{
    EXPECT_EQ(said("march 2003"), "2003-03-01 to 2003-03-31");
    EXPECT_EQ(said("about march 2003"), "about 2003-03-01 to 2003-03-31");
    EXPECT_EQ(said("03/2003"), "2003-03-01 to 2003-03-31");
    EXPECT_EQ(said("2003-02"), "2003-02-01 to 2003-02-28");
    EXPECT_EQ(said("born around 2003"), "about 2003-01-01 to 2003-12-31");
    EXPECT_EQ(said("EDD June 2008"), "2008-06-01 to 2008-06-30");
    EXPECT_EQ(said("born 2003 or 2004"), "2003-01-01 to 2004-12-31");
    EXPECT_EQ(said("about 2002-03-02 to 2003-03-01"), "about 2002-03-02 to 2003-03-01");
}

TEST(Days, TakeTheOtherOrderWhenOnlyThatIsADay)
{
    EXPECT_EQ(said("03/25/2003"), "2003-03-25");
    EXPECT_EQ(said("31/02/2003"), "nothing");
}

TEST(Days, ReadShortYearsAsTheLastThatAreNotAfterNextYear)
{
    EXPECT_EQ(said("1/2/27"), "2027-02-01");
    EXPECT_EQ(said("1/2/28"), "1928-02-01");
}

TEST(Days, AreNotFoundInOtherWords)
{
    for (const std::string_view text :
         {"mary", "may", "14 quarry row", "me4 4tr", "", "born", "9434765919"})
        EXPECT_EQ(said(text), "nothing") << text;
    EXPECT_EQ(said("2003 mary"), "2003-01-01 to 2003-12-31 and more");
}

TEST(Ages, AreReadAsPeopleSayThem)
{
    for (const std::string_view text : {"aged 7", "age 7", "7 years old", "7yo", "7 yrs", "about 7",
                                        "aged about 7", "7-year-old"})
        EXPECT_EQ(aged(text), "2018-11-23 to 2019-11-22") << text;
    EXPECT_EQ(aged("aged 7 or 8"), "2017-11-23 to 2019-11-22");
    EXPECT_EQ(aged("6 months old"), "2026-04-23 to 2026-05-22");
    EXPECT_EQ(aged("3 weeks"), "2026-10-26 to 2026-11-01");
    EXPECT_EQ(aged("7", true), "2018-11-23 to 2019-11-22");
    EXPECT_EQ(aged("7"), "nothing");
    EXPECT_EQ(aged("mary"), "nothing");
    EXPECT_EQ(aged("aged"), "nothing");
    EXPECT_EQ(aged("aged 30"), "1995-11-23 to 1996-11-22");
    EXPECT_EQ(aged("aged 120"), "1905-11-23 to 1906-11-22");
}

TEST(Ages, ThatNobodyHasAreToldApart)
{
    const auto odd = [](std::string_view text) { return odd_age_at(words_in(text), today); };
    EXPECT_EQ(odd("aged 121"), 2U);
    EXPECT_EQ(odd("150 years old and more"), 3U);
    EXPECT_EQ(odd("aged -3"), 2U);
    EXPECT_EQ(aged("aged -3"), "nothing");
    EXPECT_EQ(odd("aged 7.5"), 2U);
    EXPECT_EQ(odd("age 99999999999"), 2U);
    EXPECT_EQ(odd("121yo"), 1U);
    for (const std::string_view text :
         {"aged 7", "aged 120", "110 years", "121", "150 Star Lane", "mary", "aged", "aged mary",
          "aged 14/3/19", "aged 2015", "6 months old", "-3", ""})
        EXPECT_EQ(odd(text), 0U) << text;
}

TEST(Postcodes, AreReadWithAndWithoutSpaces)
{
    EXPECT_EQ(postcode_in("ME4 4TR"), (Postcode{"me4", "4tr"}));
    EXPECT_EQ(postcode_in("me64lj"), (Postcode{"me6", "4lj"}));
    EXPECT_EQ(postcode_in("SW1A 1AA"), (Postcode{"sw1a", "1aa"}));
    EXPECT_EQ(postcode_in("ME4"), (Postcode{"me4", ""}));
    EXPECT_EQ(postcode_in("M1"), (Postcode{"m1", ""}));
    EXPECT_EQ(in_capitals(*postcode_in("me64lj")), "ME6 4LJ");
    for (const std::string_view text : {"", "mary", "14", "ME", "CPR10001", "4TR"})
        EXPECT_FALSE(postcode_in(text)) << text;
}

TEST(Streets, AreTakenApartFromTheirHouse)
{
    EXPECT_EQ(house_and_street("", "132 Star Ln"), (HouseAndStreet{"132", "star lane"}));
    EXPECT_EQ(house_and_street("132", "Star Lane"), (HouseAndStreet{"132", "star lane"}));
    EXPECT_EQ(house_and_street("132 Star Lane", ""), (HouseAndStreet{"132", "star lane"}));
    EXPECT_EQ(house_and_street("Rose Cottage", "St. Mary's Rd"),
              (HouseAndStreet{"rose cottage", "st marys road"}));
    EXPECT_EQ(house_and_street("", ""), (HouseAndStreet{}));
}

TEST(Words, KeepTheirSignsInsideAndLoseThemAround)
{
    const auto words = words_in("Tansley, Mary (14/3/19)?");
    ASSERT_EQ(words.size(), 3U);
    EXPECT_EQ(words[0], (Word{"Tansley", "tansley", true}));
    EXPECT_EQ(words[2].typed, "14/3/19");
    EXPECT_TRUE(words_in(" , ;() ").empty());
}

} // namespace
} // namespace heed::spoken
