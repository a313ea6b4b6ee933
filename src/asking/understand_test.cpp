#include "asking/question.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace heed::asking {
namespace {

const Day today = day(2026, 11, 22);

Question asked(std::string_view typed) { return understand(typed, today).question; }

TEST(Understand, TakesNameBirthAndPostcodeInAnyOrder)
{
    Question mary;
    mary.name = "mary tansly";
    mary.born = born_on(day(2019, 3, 14));
    mary.postcode = "ME4 4TR";
    for (const std::string_view typed :
         {"mary tansly 14/3/19 me4 4tr", "me44tr mary tansly 14 march 2019",
          "14-Mar-2019, mary tansly, ME4 4TR", "mary tansly born 14.03.2019 postcode me4 4tr",
          "child called mary tansly dob 2019-03-14 ME44TR"})
        EXPECT_EQ(asked(typed), mary) << typed;
}

TEST(Understand, SaysWhatItUnderstood)
{
    const auto understood = understand("mary tansly 14/3/19 me4 4tr 999 123 4567", today);
    EXPECT_EQ(understood.chips, (std::vector<Chip>{{"Name", "mary tansly"},
                                                   {"Born", "14 March 2019"},
                                                   {"Postcode", "ME4 4TR"},
                                                   {"NHS number", "999 123 4567"}}));
}

TEST(Understand, TakesWhatTheCallerHalfKnows)
{
    const Question mary = asked("mary chatham about march 2003 mum kerry");
    EXPECT_EQ(mary.name, "mary chatham");
    EXPECT_EQ(mary.carer, "kerry");
    Born about = born_in_month(2003, 3);
    about.about = true;
    EXPECT_EQ(mary.born, about);

    const Question other =
        asked("girl aged 7 called aoife near Chatham, mother's name is Siobhan Ryan");
    EXPECT_EQ(other.name, "aoife");
    EXPECT_EQ(other.sex, Sex::female);
    EXPECT_EQ(other.born, born_at_age(7, today));
    EXPECT_EQ(other.town, "Chatham");
    EXPECT_EQ(other.carer, "Siobhan Ryan");
}

TEST(Understand, TakesDaysAndAgesHoweverTheyAreTyped)
{
    for (const std::string_view typed :
         {"DOB:14/03/2019 Mary Tansley", "mary tansley 14032019", "Mary Tansley, d.o.b. 14.3.19"})
        EXPECT_EQ(asked(typed).born, born_on(day(2019, 3, 14))) << typed;
    Born seven_or_eight = born_at_age(7, today);
    seven_or_eight.from = born_at_age(8, today).from;
    for (const std::string_view typed :
         {"mary aged between 7 and 8", "mary 7-8 years old", "mary aged 7/8", "mary 7 or 8"})
        EXPECT_EQ(asked(typed).born, seven_or_eight) << typed;
    EXPECT_EQ(asked("mary 2018/2019").born, (Born{day(2018, 1, 1), day(2019, 12, 31), false}));
    EXPECT_EQ(asked("mary tansley between 2018 and 2020").name, "mary tansley");
    EXPECT_EQ(asked("12345678").identifier, "12345678");
}

TEST(Understand, TakesWhoseChildItIs)
{
    EXPECT_EQ(asked("unborn baby of Kerry Tansley edd 12/03/2027").carer, "Kerry Tansley");
    EXPECT_EQ(asked("mary tansley, mother kerry, father dean").carer, "kerry dean");
    EXPECT_EQ(asked("mary tansley stepfather's name is Dean").carer, "Dean");
    EXPECT_EQ(asked("mary of chatham").town, "chatham");
    EXPECT_EQ(asked("mary tansley aka molly").name, "mary tansley molly");
}

TEST(Understand, TakesAddresses)
{
    const Question billy = asked("Billy Buckley, 132 Star Lane, ME1 4BA");
    EXPECT_EQ(billy.name, "Billy Buckley");
    EXPECT_EQ(billy.house, "132");
    EXPECT_EQ(billy.street, "Star Lane");
    EXPECT_EQ(billy.postcode, "ME1 4BA");
    EXPECT_FALSE(billy.born);
}

TEST(Understand, TakesNumbersForWhatTheyAre)
{
    EXPECT_EQ(asked("9991234567").identifier, "9991234567");
    EXPECT_EQ(asked("nhs number 999 123 4567").identifier, "9991234567");
    EXPECT_EQ(asked("CPR10001").identifier, "CPR10001");
    EXPECT_EQ(asked("mary 7").born, born_at_age(7, today));
    EXPECT_EQ(asked("mary 2019").born, born_in_year(2019));
    EXPECT_EQ(asked("ME4").postcode, "ME4");
}

TEST(Understand, PutsSurnamesBeforeACommaLast)
{
    EXPECT_EQ(asked("Tansley, Mary").name, "Mary Tansley");
    EXPECT_EQ(asked("Tansley, Mary Ann, 2019").name, "Mary Ann Tansley");
    EXPECT_EQ(asked("Mary Tansley, 2019").name, "Mary Tansley");
}

TEST(Understand, DropsNoWordThatIsNothingElse)
{
    EXPECT_EQ(asked("mum").name, "mum");
    EXPECT_EQ(asked("May").name, "May");
    EXPECT_EQ(asked("April Summers").name, "April Summers");
    EXPECT_EQ(asked("zxq 99").name, "zxq 99");
    EXPECT_TRUE(asked("").empty());
    EXPECT_TRUE(asked(" ,;. ").empty());
}

/// Things people say, which may be put together in any order.
rc::Gen<std::string> saying()
{
    return rc::gen::elementOf(std::vector<std::string>{"mary",
                                                       "O'Brien",
                                                       "Siân",
                                                       "14/3/19",
                                                       "about march 2003",
                                                       "aged 7",
                                                       "2003",
                                                       "me4 4tr",
                                                       "ME4",
                                                       "mum kerry",
                                                       "dad John Smith",
                                                       "girl",
                                                       "boy",
                                                       "in Chatham",
                                                       "132 Star Lane",
                                                       "999 123 4567",
                                                       "CPR10001",
                                                       "surname Tansley",
                                                       "forename Mary",
                                                       "7",
                                                       "mum",
                                                       "born",
                                                       ",",
                                                       "unborn",
                                                       "edd june 2008",
                                                       "6 months old",
                                                       "number 12345",
                                                       "aged 121",
                                                       "aged -3",
                                                       "1/2/03 to 4/5/06"});
}

RC_GTEST_PROP(Understand, SpellsBackWhatItUnderstandsAgain, ())
{
    std::string typed;
    for (const std::string& one : *rc::gen::container<std::vector<std::string>>(saying()))
        typed += one + ' ';
    const Question once = asked(typed);
    const Question again = asked(spelled_back(once));
    RC_LOG() << typed << " | " << spelled_back(once) << " | " << spelled_back(again);
    RC_ASSERT(asked(spelled_back(again)) == again);
    RC_ASSERT(again.born == once.born);
    RC_ASSERT(again.identifier == once.identifier);
    if (!once.carer.empty()) RC_ASSERT(again.carer == once.carer);
}

TEST(Understand, SaysOfAnAgeThatNobodyHasThatItIsNotUnderstood)
{
    const auto said = [](const char* typed) {
        const auto understood = understand(typed, day(2026, 11, 22));
        EXPECT_FALSE(understood.question.born) << typed;
        EXPECT_EQ(understood.question.name, "mary tansley") << typed;
        const Chip& last = understood.chips.back();
        return last.label + ": " + last.value;
    };
    EXPECT_EQ(said("mary tansley aged 121"), "Age: not understood (aged 121)");
    EXPECT_EQ(said("150 years old mary tansley"), "Age: not understood (150 years old)");
    EXPECT_EQ(said("mary tansley aged -3"), "Age: not understood (aged -3)");
}

TEST(Born, IsReadFromWhatProgramsSend)
{
    EXPECT_EQ(born_from_iso("2003-03-14"), born_on(day(2003, 3, 14)));
    EXPECT_EQ(born_from_iso("2003-03"), born_in_month(2003, 3));
    EXPECT_EQ(born_from_iso("2003"), born_in_year(2003));
    for (const std::string_view text : {"", "20", "2003-13", "2003-02-30", "march", "2003-03-1"})
        EXPECT_FALSE(born_from_iso(text)) << text;
}

} // namespace
} // namespace heed::asking
