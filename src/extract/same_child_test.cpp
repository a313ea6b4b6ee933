#include "extract/same_child.hpp"

#include "pack/library.hpp"

#include <gtest/gtest.h>

namespace heed::extract {
namespace {

using enum Heading;
using Changes = std::vector<std::pair<Heading, std::string>>;

const Day as_at = day(2008, 4, 1);

Row row_on(std::size_t line, const Changes& changes)
{
    Row row{.line = line};
    row[register_no] = "CPR1";
    row[surname] = "Hayes";
    row[forenames] = "Cian";
    row[born] = "13/04/1995";
    row[sex] = "M";
    row[address] = "152 Magpie Hall Road";
    row[postcode] = "ME5 3FN";
    row[category] = "Neglect";
    row[registered] = "08/05/2005";
    row[next_review] = "10/07/2008";
    row[key_worker] = "Kayla Berry";
    row[key_worker_telephone] = "01632 960472";
    row[household_no] = "4159";
    for (const auto& [heading, text] : changes) row[heading] = text;
    for (const auto& field : row.fields) row.text += field + ',';
    return row;
}

std::vector<Judged> judged(const std::vector<Changes>& rows)
{
    static const auto medway = pack::find("eng-wt2006-medway").value();
    std::vector<Row> all;
    for (const auto& changes : rows) all.push_back(row_on(all.size() + 2, changes));
    return judge_together(all, as_at, medway);
}

std::string_view said_of(const Judged& row)
{
    return row.findings.empty() ? "" : code_name(row.findings.front().code);
}

struct Case {
    const char* name;
    Changes first, second;
    bool one_child;
};
class TwoRows : public testing::TestWithParam<Case> {};

/// The first registration has ended, so that nothing but the child is in question.
TEST_P(TwoRows, AreOneChildOrTwo)
{
    Changes first = GetParam().first;
    first.emplace_back(deregistered, "01/01/2006");
    Changes second = GetParam().second;
    second.emplace_back(registered, "01/01/2007");
    const auto rows = judged({first, second});
    ASSERT_TRUE(rows[0].registration);
    ASSERT_TRUE(rows[1].registration);
    EXPECT_EQ(rows[1].child_line == 2, GetParam().one_child);
}

const Changes no_number{{register_no, ""}};

INSTANTIATE_TEST_SUITE_P(
    SameChild, TwoRows,
    testing::Values(
        Case{"SameNumber", {}, {}, true},
        Case{"SameNumberNewSurname", {}, {{surname, "Reid"}}, true},
        Case{"SameNumberBirthCorrected", {}, {{born, "13/04/1996"}}, true},
        Case{"SameNumberNickname", {}, {{forenames, "Key"}, {also_known_as, "Cian"}}, true},
        Case{"SameNumberSibling", {}, {{forenames, "Erin"}, {born, "16/10/1999"}}, false},
        Case{"SameNumberTwin", {}, {{forenames, "Erin"}}, false},
        Case{"SameNumberStranger", {}, {{surname, "Reid"}, {born, "16/10/1999"}}, false},
        Case{"OtherNumberSameHousehold", {}, {{register_no, "CPR2"}}, true},
        Case{"OtherNumberSameAddress",
             {},
             {{register_no, "CPR2"},
              {household_no, ""},
              {address, "152 MAGPIE HALL RD."},
              {address, "152 magpie hall road"}},
             true},
        Case{"NoNumberCapitals", no_number, {{register_no, ""}, {surname, "HAYES"}}, true},
        Case{"NoNumberTwin", no_number, {{register_no, ""}, {forenames, "Erin"}}, false},
        Case{"NoNumberOtherBirth", no_number, {{register_no, ""}, {born, "14/04/1995"}}, false},
        Case{"NoNumberElsewhere",
             no_number,
             {{register_no, ""}, {household_no, "1"}, {address, "1 Dock Road"}},
             false},
        Case{"NoNumberNoBirth",
             {{register_no, ""}, {born, ""}},
             {{register_no, ""}, {born, ""}},
             false},
        Case{"BornSince",
             {{forenames, "Unborn"}, {born, "EDD 01/05/2008"}},
             {{forenames, "Cian"}, {born, "20/03/2008"}},
             true},
        Case{"AnotherBornLongAgo",
             {{forenames, "Unborn"}, {born, "EDD 01/05/2008"}},
             {{forenames, "Cian"}, {born, "20/03/2006"}},
             false},
        Case{"UnbornOfOtherNumbers",
             {{forenames, "Unborn"}, {born, "EDD 01/05/2008"}},
             {{forenames, "Unborn"}, {born, "EDD 01/05/2008"}, {register_no, "CPR2"}},
             false},
        Case{"UnbornTwinsOfOneNumber",
             {{forenames, "Unborn twin 1"}, {born, "EDD 01/05/2008"}},
             {{forenames, "Unborn twin 2"}, {born, "EDD 01/05/2008"}},
             false}),
    [](const auto& test) { return test.param.name; });

TEST(JudgeTogether, FindsARowRepeatedWordForWord)
{
    const auto rows = judged({{}, {{forenames, "Erin"}, {register_no, "CPR2"}}, {}});
    EXPECT_EQ(rows[0].outcome, RowOutcome::accepted);
    EXPECT_EQ(rows[1].outcome, RowOutcome::accepted);
    EXPECT_EQ(rows[2].outcome, RowOutcome::already_there);
    EXPECT_EQ(rows[2].findings, std::vector{finding(RowCode::repeated_row, "on line 2")});
    EXPECT_EQ(rows[2].child_line, 2U);
    EXPECT_FALSE(rows[2].registration);
}

TEST(JudgeTogether, FindsARowRepeatedInOtherWords)
{
    const auto rows = judged({{}, {{surname, "HAYES"}, {born, "1995-04-13"}, {sex, "Boy"}}});
    EXPECT_EQ(rows[1].outcome, RowOutcome::already_there);
}

TEST(JudgeTogether, HoldsARepeatedHeldRowOnce)
{
    const auto rows = judged({{{registered, ""}}, {{registered, ""}}});
    EXPECT_EQ(rows[0].outcome, RowOutcome::held);
    EXPECT_EQ(rows[1].outcome, RowOutcome::already_there);
}

TEST(JudgeTogether, HoldsTheSameRegistrationSaidOtherwise)
{
    const auto rows = judged({{}, {{category, "Physical"}}});
    EXPECT_EQ(rows[0].outcome, RowOutcome::accepted);
    EXPECT_EQ(rows[1].outcome, RowOutcome::held);
    EXPECT_EQ(said_of(rows[1]), "differs_from_earlier_row");
    EXPECT_NE(rows[1].findings[0].sentence.find("on line 2"), std::string::npos);
    EXPECT_FALSE(rows[1].registration);
}

TEST(JudgeTogether, HoldsTheLaterOfTwoThatRunSideBySide)
{
    const auto rows = judged({{}, {{registered, "01/01/2007"}}});
    EXPECT_EQ(rows[0].outcome, RowOutcome::accepted);
    EXPECT_EQ(said_of(rows[1]), "overlaps_another_row");
}

TEST(JudgeTogether, KeepsTheOneThatIsRunningWhicheverComesFirst)
{
    const Changes ended{{deregistered, "01/03/2007"}}, runs{{registered, "01/01/2007"}};
    const auto ended_first = judged({ended, runs}), runs_first = judged({runs, ended});
    EXPECT_EQ(said_of(ended_first[0]), "overlaps_another_row");
    EXPECT_FALSE(ended_first[0].registration);
    EXPECT_EQ(ended_first[1].outcome, RowOutcome::accepted);
    EXPECT_EQ(runs_first[0].outcome, RowOutcome::accepted);
    EXPECT_EQ(said_of(runs_first[1]), "overlaps_another_row");
}

TEST(JudgeTogether, LetsTwoPlansOfOneChildFollowEachOther)
{
    const auto rows = judged({{{deregistered, "01/03/2007"}}, {{registered, "02/03/2007"}}});
    EXPECT_EQ(rows[0].outcome, RowOutcome::accepted);
    EXPECT_EQ(rows[1].outcome, RowOutcome::accepted);
    EXPECT_EQ(rows[1].child_line, 2U);
}

TEST(JudgeTogether, SaysWhenANumberIsSharedByTwoChildren)
{
    const auto rows = judged({{}, {{forenames, "Erin"}, {born, "16/10/1999"}}});
    EXPECT_EQ(rows[1].outcome, RowOutcome::accepted_with_questions);
    EXPECT_EQ(said_of(rows[1]), "register_number_shared");
    EXPECT_EQ(rows[1].child_line, 3U);
}

} // namespace
} // namespace heed::extract
