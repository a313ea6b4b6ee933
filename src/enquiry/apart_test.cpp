#include "enquiry/apart.hpp"

#include <gtest/gtest.h>

namespace heed::enquiry {

namespace {

Told::Possible child(const char* name, const char* born, const char* area)
{
    return {"", name, born, area, {}};
}

} // namespace

TEST(ToldApart, OfTwinsIsTheFirstName)
{
    EXPECT_EQ(told_apart_by({child("Ava Hughes", "2020-11-05", "Chatham"),
                             child("Eva Hughes", "2020-11-05", "Chatham")}),
              "the first name (Ava or Eva)");
}

TEST(ToldApart, OfNamesakesIsWhatIsNotTheSame)
{
    EXPECT_EQ(told_apart_by({child("Jack Smith", "2016-04-04", "Chatham"),
                             child("Jack Smith", "2013-09-09", "Chatham")}),
              "the date of birth (4 April 2016 or 9 September 2013)");
    EXPECT_EQ(told_apart_by({child("Jack Smith", "2016-04-04", "Chatham"),
                             child("Jack Smithers", "2016", "Gillingham")}),
              "the full name, the date of birth or where they live");
}

TEST(ToldApart, IsNothingWhenAllIsTheSameOrNotKnown)
{
    EXPECT_EQ(told_apart_by({child("Jack Smith", "", "Chatham"), child("Jack Smith", "", "")}), "");
}

TEST(ToldApart, NamesNoMoreThanThreeOfAKind)
{
    EXPECT_EQ(told_apart_by({child("A Hughes", "", ""), child("B Hughes", "", ""),
                             child("C Hughes", "", ""), child("D Hughes", "", "")}),
              "the first name");
}

} // namespace heed::enquiry
