#include "office/sheet_page.hpp"

#include <gtest/gtest.h>

using namespace heed;
using office::Sheet;

TEST(Sheet, ReadsADateInThreeParts)
{
    const Sheet sheet{web::Fields{{"from-day", " 14 "},
                                  {"from-month", "3"},
                                  {"from-year", "2019"},
                                  {"to-day", "31"},
                                  {"to-month", "2"},
                                  {"to-year", "2019"}}};
    EXPECT_EQ(sheet.day("from"), day(2019, 3, 14));
    EXPECT_EQ(sheet.day("to").error(), (Refusal{RefusalCode::not_a_date, "to", {}}));
    EXPECT_EQ(sheet.day("since").error().code, RefusalCode::needed);
    EXPECT_EQ(sheet.maybe_day("since").value(), std::nullopt);
}

TEST(Sheet, RefusesWhatIsNoDate)
{
    for (const char* year : {"19", "two", "", "99999999999", "2019.5"}) {
        const Sheet sheet{web::Fields{{"on-day", "1"}, {"on-month", "1"}, {"on-year", year}}};
        EXPECT_EQ(sheet.maybe_day("on").error().code, RefusalCode::not_a_date) << year;
    }
}

TEST(Sheet, KeepsWhatWasTypedAndShowsWhatIsWrongAtItsField)
{
    const Sheet sheet{web::Fields{{"name", "<Kerry>"}}, Refusal{RefusalCode::too_long, "name", {}}};
    const std::string field{sheet.input("Name", "name").view()};
    EXPECT_NE(field.find("value=\"&lt;Kerry&gt;\""), std::string::npos) << field;
    EXPECT_NE(field.find("govuk-error-message"), std::string::npos);
    EXPECT_EQ(sheet.input("Job", "job").view().find("govuk-error-message"), std::string_view::npos);
    EXPECT_NE(sheet.problems().view().find("href=\"#name\""), std::string_view::npos);
    EXPECT_EQ(sheet.status(), 422U);
}

TEST(Sheet, LinksTheProblemOfADateToItsDay)
{
    const Sheet sheet{web::Fields{{"from-day", "x"}}, Refusal{RefusalCode::not_a_date, "from", {}}};
    EXPECT_NE(sheet.problems().view().find("href=\"#from-day\""), std::string_view::npos);
}

TEST(Sheet, TakesADayOfALinkToo)
{
    const auto asked = [](const web::Fields& query) { return Sheet{query}.linked_day("on"); };
    EXPECT_EQ(asked({{"on", "2026-11-02"}}).value(), day(2026, 11, 2));
    EXPECT_EQ(asked({{"on-day", "2"}, {"on-month", "11"}, {"on-year", "2026"}}).value(),
              day(2026, 11, 2));
    EXPECT_FALSE(asked({}).value());
    EXPECT_EQ(asked({{"on", "yesterday"}}).error(), (Refusal{RefusalCode::not_a_date, "on", {}}));
}

TEST(Sheet, GivesBackADayThatWasPutIn)
{
    web::Fields fields;
    office::put_day(fields, "on", day(2026, 11, 2));
    EXPECT_EQ(Sheet{fields}.day("on"), day(2026, 11, 2));
}
