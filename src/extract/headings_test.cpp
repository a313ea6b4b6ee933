#include "extract/headings.hpp"

#include <gtest/gtest.h>

namespace heed::extract {
namespace {

using Texts = std::vector<std::string>;

const Texts canonical{"Register No",
                      "Surname",
                      "Forename(s)",
                      "Also known as",
                      "DOB",
                      "Sex",
                      "Ethnicity",
                      "Address",
                      "Postcode",
                      "Category of registration",
                      "Date registered",
                      "Date of next review",
                      "Key worker",
                      "Key worker telephone",
                      "Social work team",
                      "GP",
                      "School/Nursery",
                      "Health visitor/School nurse",
                      "Parent/Carer 1",
                      "Parent/Carer 2",
                      "Household no",
                      "Legal status",
                      "Date de-registered"};

/// What a heading is understood as in a file that has all the others it must have.
std::optional<Heading> understood(const std::string& typed, const HeadingMap& map = {})
{
    for (const std::string_view without :
         {"", "Surname", "Forename(s)", "DOB", "Category of registration", "Date registered"}) {
        Texts headings{typed};
        for (const char* needed :
             {"Surname", "Forename(s)", "DOB", "Category of registration", "Date registered"})
            if (needed != without) headings.emplace_back(needed);
        const auto columns = Columns::understand(headings, map);
        if (!columns) continue;
        const Row row = columns->row(Texts{"here"}, 1, "");
        const auto* const found = std::ranges::find(row.fields, "here");
        if (found != row.fields.end()) return static_cast<Heading>(found - row.fields.begin());
    }
    return std::nullopt;
}

TEST(Headings, OfTheContractAreUnderstoodEachAsItself)
{
    const auto columns = Columns::understand(canonical);
    ASSERT_TRUE(columns);
    EXPECT_TRUE(columns->unknown().empty());
    const Row row = columns->row(canonical, 1, "text");
    for (std::size_t i = 0; i < canonical.size(); ++i)
        EXPECT_EQ(row.fields.at(i), canonical[i]) << "the column under its own heading";
}

struct Case {
    const char* typed;
    Heading heading;
};
class CloseSpelling : public testing::TestWithParam<Case> {};

TEST_P(CloseSpelling, IsUnderstood) { EXPECT_EQ(understood(GetParam().typed), GetParam().heading); }

INSTANTIATE_TEST_SUITE_P(
    Headings, CloseSpelling,
    testing::Values(
        Case{"SURNAME ", Heading::surname}, Case{"Sur name", Heading::surname},
        Case{"Last Name", Heading::surname}, Case{"forename", Heading::forenames},
        Case{"First name(s)", Heading::forenames}, Case{"A.K.A.", Heading::also_known_as},
        Case{"Date of Birth", Heading::born}, Case{"D.O.B.", Heading::born},
        Case{"DOB/EDD", Heading::born}, Case{"Gender", Heading::sex},
        Case{"Catagory of Registration", Heading::category}, Case{"CATEGORY", Heading::category},
        Case{"Date_Registered", Heading::registered},
        Case{"Registration date", Heading::registered}, Case{"Date Registerd", Heading::registered},
        Case{"Date Deregistered", Heading::deregistered},
        Case{"Date de-registerd", Heading::deregistered},
        Case{"De-registration date", Heading::deregistered},
        Case{"Next Review Date", Heading::next_review}, Case{"Keyworker", Heading::key_worker},
        Case{"Key-Worker", Heading::key_worker},
        Case{"Key worker tel. no.", Heading::key_worker_telephone},
        Case{"Key Worker Telephone Number", Heading::key_worker_telephone},
        Case{"CPR No.", Heading::register_no}, Case{"Reg. No", Heading::register_no},
        Case{"Post Code", Heading::postcode}, Case{"Ethnic origin", Heading::ethnicity},
        Case{"School / Nursery", Heading::school}, Case{"HV/School Nurse", Heading::health},
        Case{"Parent / Carer 2", Heading::carer_2}, Case{"Household number", Heading::household_no},
        Case{"G.P.", Heading::gp}, Case{"Name of child", Heading::whole_name}));

TEST(Headings, ThatAreNearTwoAreNeither)
{
    EXPECT_EQ(understood("Parent/Carer 3"), std::nullopt);
    EXPECT_EQ(understood("Colour"), std::nullopt);
    EXPECT_EQ(understood("Notes"), std::nullopt);
}

TEST(Headings, MayStandInAnyOrderAndOthersAreKept)
{
    const Texts headings{"date REGISTERED", "Shoe size", "dob", "forenames",
                         "category",        "surname",   ""};
    const auto columns = Columns::understand(headings);
    ASSERT_TRUE(columns);
    EXPECT_EQ(columns->unknown(), Texts{"Shoe size"});
    const Row row = columns->row(Texts{"1/1/2007", "4", "2/2/2002", "Ann", "Neglect", "Hill", ""},
                                 7, "word for word");
    EXPECT_EQ(row[Heading::surname], "Hill");
    EXPECT_EQ(row[Heading::registered], "1/1/2007");
    EXPECT_EQ(row[Heading::key_worker], "");
    ASSERT_EQ(row.others.size(), 1U);
    EXPECT_EQ(row.others[0], std::pair(std::string{"Shoe size"}, std::string{"4"}));
    EXPECT_EQ(row.line, 7U);
    EXPECT_EQ(row.text, "word for word");
}

TEST(Headings, ThatAreMissingAreNamed)
{
    const auto columns = Columns::understand(Texts{"Surname", "DOB", "Date registered"});
    ASSERT_FALSE(columns);
    EXPECT_EQ(columns.error().code, RefusalCode::heading_missing);
    EXPECT_EQ(columns.error().detail, "Not found: 'Forename(s)' and 'Category of registration'.");
}

TEST(Headings, ThatMeanTheSameAreRefused)
{
    Texts headings = canonical;
    headings.push_back("Last name");
    const auto columns = Columns::understand(headings);
    ASSERT_FALSE(columns);
    EXPECT_EQ(columns.error().code, RefusalCode::heading_twice);
    EXPECT_EQ(columns.error().detail, "'Surname' and 'Last name' both look like 'Surname'.");
}

TEST(Headings, SpeltRightGoBeforeThoseSpeltNearly)
{
    Texts headings = canonical;
    headings.insert(headings.begin(), "Surnames");
    const auto columns = Columns::understand(headings);
    ASSERT_TRUE(columns);
    EXPECT_EQ(columns->unknown(), Texts{"Surnames"});
}

TEST(Headings, GoOnFromOneColumnToTheNext)
{
    const Texts headings{"Surname",  "Forename 1",      "Middle name(s)", "DOB",
                         "Category", "Date registered", "Address line 1", "Address line 2",
                         "Town",     "Post code"};
    const auto columns = Columns::understand(headings);
    ASSERT_TRUE(columns) << in_words(columns.error());
    EXPECT_TRUE(columns->unknown().empty());
    const Row row = columns->row(
        Texts{"Hill", "Ann", "Mary Jo", "", "", "", "Flat 2", "", "Chatham", "ME1 1AA"}, 2, "");
    EXPECT_EQ(row[Heading::forenames], "Ann Mary Jo");
    EXPECT_EQ(row[Heading::address], "Flat 2, Chatham");
    EXPECT_EQ(row[Heading::postcode], "ME1 1AA");
}

TEST(HeadingMap, MayPutSeveralColumnsUnderOneHeading)
{
    Texts headings = canonical;
    headings.insert(headings.end(), {"Haus", "Strasse"});
    std::erase(headings, "Address");
    const auto columns = Columns::understand(
        headings, *heading_map_from_toml("Haus = \"Address\"\nStrasse = \"Address\""));
    ASSERT_TRUE(columns) << in_words(columns.error());
    Texts fields(headings.size() - 2);
    fields.insert(fields.end(), {"8", "Quarry Row"});
    EXPECT_EQ(columns->row(fields, 2, "")[Heading::address], "8, Quarry Row");
}

TEST(Headings, ShortRowsAreFilledAndLongOnesAreMarked)
{
    const auto columns = Columns::understand(canonical);
    ASSERT_TRUE(columns);
    EXPECT_FALSE(columns->row(Texts{"1", "Hill"}, 2, "").too_many_fields);
    Texts fields(canonical.size() + 2);
    EXPECT_FALSE(columns->row(fields, 2, "").too_many_fields) << "empty ones are a spreadsheet's";
    fields.back() = "x";
    EXPECT_TRUE(columns->row(fields, 2, "").too_many_fields);
}

TEST(HeadingMap, GoesBeforeOurOwnUnderstanding)
{
    const auto map = heading_map_from_toml("\"SW allocated\" = \"Key worker\"\n"
                                           "\"Father\" = \"Parent/Carer 1\"\n"
                                           "\"Reg. Kat.\" = 'category of registration'\n");
    ASSERT_TRUE(map) << in_words(map.error());
    EXPECT_EQ(understood("SW allocated", *map), Heading::key_worker);
    EXPECT_EQ(understood("sw ALLOCATED", *map), Heading::key_worker);
    EXPECT_EQ(understood("Father", *map), Heading::carer_1);
    EXPECT_EQ(understood("Father"), Heading::carer_2);
}

TEST(HeadingMap, ThatCannotBeReadIsRefused)
{
    for (const char* toml :
         {"\"x\" = \"Colour\"", "\"x\" = 3", "\"x\" = ", "x = [\"Surname\"]", "Größe = \"Sex\""}) {
        const auto map = heading_map_from_toml(toml);
        ASSERT_FALSE(map) << toml;
        EXPECT_EQ(map.error().code, RefusalCode::map_not_understood);
        EXPECT_TRUE(map.error().detail.starts_with("Line 1: ")) << map.error().detail;
    }
}

TEST(Headings, AreToldFromATitleAboveThem)
{
    EXPECT_TRUE(looks_like_headings(canonical));
    EXPECT_FALSE(looks_like_headings(Texts{"Child Protection Register", "31 March 2008"}));
    EXPECT_FALSE(looks_like_headings(Texts{"CPR1", "Hill", "Ann", "2/2/2002", "F"}));
}

TEST(Headings, HaveTheirTitlesBack)
{
    EXPECT_EQ(title(Heading::deregistered), "Date de-registered");
    EXPECT_EQ(heading_titled("Forename(s)"), Heading::forenames);
    EXPECT_EQ(heading_titled("Forenames"), std::nullopt);
}

} // namespace
} // namespace heed::extract
