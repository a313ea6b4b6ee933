#include "enquiry/asked.hpp"

#include <gtest/gtest.h>

using namespace heed;
using namespace heed::enquiry;

namespace {

const Day today = day(2026, 11, 22);

Asked good()
{
    return {.caller = {"Sister Dale", "ward sister", "General Hospital", "01632 960400"},
            .reason = "bruising, attending now",
            .about = {.name = "Mary Tansley"}};
}

Refusal refusal_of(const Asked& asked)
{
    const auto outcome = check(asked, today);
    EXPECT_FALSE(outcome);
    return outcome ? Refusal{} : outcome.error();
}

} // namespace

TEST(Asked, MayBePutWhenSomebodyWasRungBackAndSaysWhyAndAboutWhom)
{
    EXPECT_TRUE(check(good(), today));
}

struct Missing {
    const char* name;
    std::string Caller::* part;
    const char* field;
};
class AskedWithoutACaller : public ::testing::TestWithParam<Missing> {};
INSTANTIATE_TEST_SUITE_P(Parts, AskedWithoutACaller,
                         ::testing::Values(Missing{"Name", &Caller::name, "caller"},
                                           Missing{"Agency", &Caller::agency, "agency"},
                                           Missing{"Number", &Caller::called_back, "called_back"}),
                         [](const auto& info) { return info.param.name; });

TEST_P(AskedWithoutACaller, IsRefused)
{
    for (const char* empty : {"", "  "}) {
        Asked asked = good();
        asked.caller.*GetParam().part = empty;
        EXPECT_EQ(refusal_of(asked),
                  (Refusal{RefusalCode::say_who_is_asking, GetParam().field, ""}));
    }
}

TEST(Asked, IsRefusedWithANumberThatNobodyCanBeRungOn)
{
    for (const char* number : {"abc", "no", "ext 204", "204", "96040", "960400", "x01632 960400"}) {
        Asked asked = good();
        asked.caller.called_back = number;
        const Refusal refusal = refusal_of(asked);
        EXPECT_EQ(refusal.code, RefusalCode::say_who_is_asking) << number;
        EXPECT_EQ(refusal.field, "called_back") << number;
        EXPECT_TRUE(in_words(refusal).contains("area code")) << in_words(refusal);
    }
    for (const char* number :
         {"01632 960400", "+44 (0)1632 960-400 ext 204", "9604001", "+33 1 70 18 99 00"}) {
        Asked asked = good();
        asked.caller.called_back = number;
        EXPECT_TRUE(check(asked, today)) << number;
    }
}

TEST(Asked, SaysAllThatIsAmissAtOnceInTheOrderOfTheDesk)
{
    std::vector<std::string> fields;
    for (const auto& refusal : amiss({}, today)) fields.push_back(refusal.field);
    EXPECT_EQ(fields,
              (std::vector<std::string>{"caller", "agency", "called_back", "reason", "about"}));
    EXPECT_EQ(check({}, today).error(), amiss({}, today).front());
    EXPECT_TRUE(amiss(good(), today).empty());
}

TEST(Asked, IsRefusedWithoutAReason)
{
    Asked asked = good();
    asked.reason = " ";
    EXPECT_EQ(refusal_of(asked).code, RefusalCode::say_why);
}

TEST(Asked, IsRefusedWhenItSaysNothingOfTheChild)
{
    Asked asked = good();
    asked.about = {};
    EXPECT_EQ(refusal_of(asked).code, RefusalCode::say_which_child);
    asked.child_id = "0190a0a0-0000-7000-8000-000000000001";
    EXPECT_TRUE(check(asked, today));
}

TEST(Asked, IsRefusedWhenABirthDateMakesNoSense)
{
    Asked asked = good();
    asked.about.born = "31/02/2001";
    EXPECT_EQ(refusal_of(asked), (Refusal{RefusalCode::not_understood, "born", ""}));
    asked.about.born = "";
    asked.about.age = 300;
    EXPECT_EQ(refusal_of(asked).field, "age");
    EXPECT_TRUE(in_words(refusal_of(asked)).contains("from 0 to 120"));
}

TEST(Asked, IsRefusedWhenAFieldIsFarTooLong)
{
    Asked asked = good();
    asked.reason = std::string(5000, 'x');
    EXPECT_EQ(refusal_of(asked), (Refusal{RefusalCode::too_long, "reason", ""}));
}

TEST(QuestionOf, TakesAnAddressApart)
{
    const auto question = question_of({.address = "8 Quarry Row, Chatham, ME4 4TR"}, today);
    EXPECT_EQ(question.house, "8");
    EXPECT_EQ(question.street, "Quarry Row");
    EXPECT_EQ(question.town, "Chatham");
    EXPECT_EQ(question.postcode, "ME4 4TR");
}

TEST(QuestionOf, ReadsAPostcodeOrADateThatWasPutIntoTheName)
{
    EXPECT_EQ(question_of({.name = "ME4 4TR"}, today).postcode, "ME4 4TR");
    EXPECT_EQ(question_of({.name = "Mary Tansley 14/3/2019"}, today).born,
              matching::born_on(day(2019, 3, 14)));
}

TEST(QuestionOf, ReadsABirthAsADayAMonthOrAYear)
{
    EXPECT_EQ(question_of({.born = "2003-03-14"}, today).born, matching::born_on(day(2003, 3, 14)));
    EXPECT_EQ(question_of({.born = "2003-03"}, today).born, matching::born_in_month(2003, 3));
    EXPECT_EQ(question_of({.born = "2003"}, today).born, matching::born_in_year(2003));
    EXPECT_EQ(question_of({.age = 7}, today).born, matching::born_at_age(7, today));
}

TEST(FoldOf, IsTheSameForTheSameWordsInAnyOrder)
{
    const auto fold = [](const char* name) {
        matching::Question question;
        question.name = name;
        return fold_of(question);
    };
    EXPECT_EQ(fold("Mary  Tansley"), fold("tansley MARY"));
    EXPECT_NE(fold("Mary Tansley"), fold("Mary Tansey"));
}
