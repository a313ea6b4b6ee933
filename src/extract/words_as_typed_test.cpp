#include "extract/words_as_typed.hpp"

#include "pack/library.hpp"

#include <gtest/gtest.h>

namespace heed::extract {
namespace {

using Texts = std::vector<std::string>;

const pack::Pack& medway()
{
    static const auto pack = pack::find("eng-wt2006-medway").value();
    return pack;
}

TEST(SexTyped, IsReadFromItsWords)
{
    for (const char* typed : {"F", "f", "Female", "GIRL", " girl "})
        EXPECT_EQ(sex_as_typed(typed), Sex::female) << typed;
    for (const char* typed : {"M", "male", "Boy"})
        EXPECT_EQ(sex_as_typed(typed), Sex::male) << typed;
    for (const char* typed : {"", "U", "unknown", "X", "Mary"})
        EXPECT_EQ(sex_as_typed(typed), Sex::unknown) << typed;
}

struct Case {
    const char* name;
    const char* typed;
    Texts codes;
    Texts unknown = {};
};
class CategoriesTyped : public testing::TestWithParam<Case> {};

TEST_P(CategoriesTyped, AreUnderstoodInTheirOrder)
{
    const auto found = categories_as_typed(GetParam().typed, medway());
    EXPECT_EQ(found.codes, GetParam().codes);
    EXPECT_EQ(found.unknown, GetParam().unknown);
}

INSTANTIATE_TEST_SUITE_P(
    Words, CategoriesTyped,
    testing::Values(
        Case{"One", "Neglect", {"neglect"}}, Case{"SpaceAfter", "neglect ", {"neglect"}},
        Case{"Capitals", "SEXUAL ABUSE", {"sexual_abuse"}},
        Case{"Short", "Emot. abuse", {"emotional_abuse"}},
        Case{"Old", "Physical injury", {"physical_abuse"}},
        Case{"Slash", "Neglect/Physical", {"neglect", "physical_abuse"}},
        Case{"And", "Physical Abuse and Emotional abuse", {"physical_abuse", "emotional_abuse"}},
        Case{"Ampersand", "NEGLECT & Emot. abuse", {"neglect", "emotional_abuse"}},
        Case{"Comma", "Sexual, Neglect", {"sexual_abuse", "neglect"}},
        Case{"Plus", "Neg + Phys", {"neglect", "physical_abuse"}},
        Case{"With", "Neglect with emotional", {"neglect", "emotional_abuse"}},
        Case{"Three", "Neglect, Physical & Sexual", {"neglect", "physical_abuse", "sexual_abuse"}},
        Case{"Twice", "Neglect/NEGLECT", {"neglect"}},
        Case{"Main", "Neglect (main), Emotional", {"neglect", "emotional_abuse"}},
        Case{"Labelled", "Main: Neglect; Other: Physical", {"neglect", "physical_abuse"}},
        Case{"None", "", {}}, Case{"NotKnown", "N/K", {}},
        Case{"Unknown", "Grave concern", {}, {"Grave concern"}},
        Case{"HalfKnown", "Neglect/Grave concern", {"neglect"}, {"Grave concern"}},
        Case{"LooseEnd", "Neglect/", {"neglect"}}),
    [](const auto& test) { return test.param.name; });

TEST(KeyWorkerTyped, IsAPersonInProperCase)
{
    EXPECT_EQ(key_worker_as_typed("Claire Mason"), "Claire Mason");
    EXPECT_EQ(key_worker_as_typed("CLAIRE MASON"), "Claire Mason");
    EXPECT_EQ(key_worker_as_typed("Mason, Claire"), "Claire Mason");
    EXPECT_EQ(key_worker_as_typed("Claire Mason (SW)"), "Claire Mason");
    EXPECT_EQ(key_worker_as_typed("C. Mason"), "C. Mason");
    EXPECT_EQ(key_worker_as_typed("Łukasz"), "Łukasz");
}

TEST(KeyWorkerTyped, IsNobodyWhenNoPersonIsNamed)
{
    for (const char* typed : {"",
                              " ",
                              "Duty team",
                              "DUTY",
                              "Chatham Team",
                              "unallocated",
                              "Not yet allocated",
                              "to be allocated",
                              "TBC",
                              "tba",
                              "n/a",
                              "none",
                              "-",
                              "?",
                              "Vacant",
                              "Vacancy (JB)",
                              "Duty/Intake",
                              "Social worker",
                              "awaiting allocation",
                              "12345",
                              "Agency"})
        EXPECT_EQ(key_worker_as_typed(typed), "") << typed;
}

TEST(TelephoneTyped, IsSpacedAsUsual)
{
    EXPECT_EQ(telephone_as_typed("01632960752"), "01632 960752");
    EXPECT_EQ(telephone_as_typed("(01632) 960-752"), "01632 960752");
    EXPECT_EQ(telephone_as_typed("+44 1632 960752"), "01632 960752");
    EXPECT_EQ(telephone_as_typed("+44 (0)1632 960752"), "01632 960752");
    EXPECT_EQ(telephone_as_typed("07700900123"), "07700 900123");
    EXPECT_EQ(telephone_as_typed("02079460123"), "020 7946 0123");
    EXPECT_EQ(telephone_as_typed("01914980123"), "0191 498 0123");
    EXPECT_EQ(telephone_as_typed("01184960123"), "0118 496 0123");
    EXPECT_EQ(telephone_as_typed("03001234567"), "0300 123 4567");
}

TEST(TelephoneTyped, IsLeftAloneWhenItIsSomethingElse)
{
    EXPECT_EQ(telephone_as_typed("01632 960752 ext 12"), "01632 960752 ext 12");
    EXPECT_EQ(telephone_as_typed("960752"), "960752");
    EXPECT_EQ(telephone_as_typed("1632960752"), "1632960752") << "a spreadsheet ate the nought";
    EXPECT_EQ(telephone_as_typed("n/k"), "");
}

TEST(PostcodeTyped, IsTidied)
{
    for (const char* typed : {"me18nj", "ME1 8NJ", " me1  8nj ", "ME18NJ", "ME1-8NJ"})
        EXPECT_EQ(postcode_as_typed(typed), (TypedPostcode{"ME1 8NJ", true})) << typed;
    EXPECT_EQ(postcode_as_typed("m11aa").text, "M1 1AA");
    EXPECT_EQ(postcode_as_typed("ec1a1bb").text, "EC1A 1BB");
    EXPECT_EQ(postcode_as_typed("SW1W0NY").text, "SW1W 0NY");
}

TEST(PostcodeTyped, IsKeptAsTypedWhenItIsNone)
{
    for (const char* typed : {"ME1", "Chatham", "ME1 8NI", "1234567", "ME1 8NJ x", "", "MEE1 8NJ"})
        EXPECT_EQ(postcode_as_typed(typed), (TypedPostcode{typed, false})) << typed;
}

} // namespace
} // namespace heed::extract
