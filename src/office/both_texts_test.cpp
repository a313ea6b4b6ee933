#include "office/both_texts_page.hpp"

#include "support/golden.hpp"

#include <gtest/gtest.h>

namespace heed::office {

namespace {

std::string same(const std::string& field) { return "The " + field; }
std::string value(const std::string&, const std::string& held) { return held; }
constexpr FieldWords words{same, value};

} // namespace

TEST(BothTexts, TakesOverWhatOnlyTheRecordChangedAndKeepsWhatWasTyped)
{
    const Texts texts{.was = {{"gp", "Dr A"}, {"school", "Mill"}, {"from-day", "1"}},
                      .now = web::Fields{{"gp", "Dr B"}, {"school", "Mill"}, {"from-day", "2"}},
                      .typed = {{"gp", "Dr A"}, {"school", "Castle"}, {"from-day", "3"}}};
    const auto together = put_together(texts, words);
    EXPECT_EQ(together.text("gp"), "Dr B");
    EXPECT_EQ(together.text("school"), "Castle");
    EXPECT_EQ(together.text("from-day"), "3") << "both changed it: what was typed stays";
    const std::string shown{both_texts(texts, words, "Dora").view()};
    for (const char* text : {"by Dora", "The gp", "Dr B", "The from"})
        EXPECT_NE(shown.find(text), std::string::npos) << text;
    EXPECT_EQ(shown.find("The school"), std::string::npos) << "nobody else changed it";
}

TEST(BothTexts, ShowsADateAsOneThingAndSeveralTicksAsOne)
{
    const Texts texts{
        .was = {{"on-day", "1"}, {"on-month", "2"}, {"on-year", "2026"}, {"tick", "a"}},
        .now = web::Fields{{"on-day", "5"},
                           {"on-month", "2"},
                           {"on-year", "2026"},
                           {"tick", "a"},
                           {"tick", "b"}},
        .typed = {{"on-day", "1"}, {"on-month", "2"}, {"on-year", "2026"}}};
    const std::string shown{both_texts(texts, words, "").view()};
    EXPECT_NE(shown.find("5 February 2026"), std::string::npos);
    EXPECT_NE(shown.find("a and b"), std::string::npos) << shown;
    EXPECT_NE(shown.find("(nothing)"), std::string::npos) << "what was unticked";
    const auto together = put_together(texts, words);
    EXPECT_EQ(together.text("on-day"), "5");
    EXPECT_FALSE(together.has("tick"));
}

TEST(BothTexts, AreReadAsTheyWere)
{
    const Texts texts{.was = {{"gp", "Dr A"}, {"school", "Mill"}},
                      .now = web::Fields{{"gp", "Dr B"}, {"school", "Hill"}},
                      .typed = {{"gp", "Dr A"}, {"school", "Castle"}}};
    support::expect_golden(
        "src/office/golden/both_texts.html",
        support::by_lines(
            both_texts(texts, words, "Dora Reed at 9:00am on 24 November 2026").view()));
}

TEST(BothTexts, SaysThatAThingIsNoLongerThere)
{
    const Texts texts{.was = {{"name", "May"}}, .now = std::nullopt, .typed = {{"name", "Mai"}}};
    EXPECT_EQ(put_together(texts, words), texts.typed);
    EXPECT_NE(both_texts(texts, words, "Dora").view().find("taken out of the record"),
              std::string_view::npos);
}

} // namespace heed::office
