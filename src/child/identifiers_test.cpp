#include "child/facts.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace heed;
using namespace heed::child;

TEST(NhsNumber, TakesTheNumbersThatAreIssuedForTests)
{
    // 999 000 0018 and its like are set aside by the NHS for testing.
    EXPECT_EQ(NhsNumber::from("999 000 0018")->digits(), "9990000018");
    EXPECT_EQ(NhsNumber::from(" 999-000-0026 ")->spaced(), "999 000 0026");
}

TEST(NhsNumber, RefusesWhatIsNone)
{
    for (const char* typed :
         {"", "9990000019", "999 000 001", "99900000180", "999000001X", "9990000O18"})
        EXPECT_EQ(NhsNumber::from(typed).error().code, RefusalCode::wrong_nhs_number) << typed;
}

RC_GTEST_PROP(NhsNumber, FindsAnyOneFigureMistyped, ())
{
    auto digits = *rc::gen::container<std::string>(9, rc::gen::inRange('0', '9'));
    std::optional<NhsNumber> right;
    for (char last = '0'; last <= '9' && !right; ++last)
        if (const auto made = NhsNumber::from(digits + last)) right = *made;
    RC_PRE(right.has_value());
    const auto at = *rc::gen::inRange(0U, 10U);
    const auto other = *rc::gen::inRange('0', static_cast<char>('9' + 1));
    std::string wrong = right->digits();
    RC_PRE(wrong[at] != other);
    wrong[at] = other;
    RC_ASSERT(!NhsNumber::from(wrong));
}

TEST(Upn, TakesOneWhoseLetterProvesTheRest)
{
    // 1·2+2·3+3·4+0·5+… worked by hand: 11×7 characters of 123000000000 give 20, the letter X.
    EXPECT_EQ(Upn::from("x123000000000")->text(), "X123000000000");
    EXPECT_EQ(Upn::from("A123000000000").error().code, RefusalCode::wrong_upn);
    EXPECT_EQ(Upn::from("X12300000000").error().code, RefusalCode::wrong_upn);
    EXPECT_EQ(Upn::from("X12300000000I").error().code, RefusalCode::wrong_upn);
}

TEST(Upn, TakesATemporaryOneThatEndsInALetter)
{
    // As above, and the letter B (1) at weight 13: 20 + 13 = 33, 10 over 23, the letter L.
    EXPECT_EQ(Upn::from("L12300000000B")->text(), "L12300000000B");
}

TEST(Postcode, WritesEveryShapeAsThePostDoes)
{
    EXPECT_EQ(Postcode::from("me14ba")->text(), "ME1 4BA");
    EXPECT_EQ(Postcode::from(" m1 1ae ")->text(), "M1 1AE");
    EXPECT_EQ(Postcode::from("EC1A1BB")->text(), "EC1A 1BB");
    EXPECT_EQ(Postcode::from("W1A 0AX")->outcode(), "W1A");
    EXPECT_EQ(Postcode::from("NM4  2TB")->outcode(), "NM4");
    for (const char* typed :
         {"", "ME1", "1ME 4BA", "ME1 4B", "MEE1 4BA", "ME1 ABA", "ME123 4BA", "ME1/4BA"})
        EXPECT_EQ(Postcode::from(typed).error().code, RefusalCode::wrong_postcode) << typed;
}
