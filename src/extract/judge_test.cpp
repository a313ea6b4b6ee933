#include "extract/judge.hpp"

#include "pack/library.hpp"

#include <rapidcheck/gtest.h>

namespace heed::extract {
namespace {

using enum Heading;
using Codes = std::vector<std::string_view>;
using Changes = std::vector<std::pair<Heading, std::string>>;

const Day as_at = day(2008, 4, 1);

const pack::Pack& medway()
{
    static const auto pack = pack::find("eng-wt2006-medway").value();
    return pack;
}

/// A row about which there is nothing to say, with these fields otherwise.
Row row_with(const Changes& changes)
{
    Row row{.line = 2, .text = "word for word"};
    row[register_no] = "CPR1";
    row[surname] = "Fowler";
    row[forenames] = "Kim Leanne";
    row[born] = "21/06/2001";
    row[sex] = "F";
    row[address] = "66 Luton High Street";
    row[postcode] = "me33bd";
    row[category] = "Physical/Neglect";
    row[registered] = "20/08/2007";
    row[next_review] = "23/05/2008";
    row[key_worker] = "Claire Mason";
    row[key_worker_telephone] = "01632 960442";
    row[carer_1] = "PHOEBE FOWLER (mother)";
    row[household_no] = "4004";
    for (const auto& [heading, text] : changes) row[heading] = text;
    return row;
}

Judged judged(const Changes& changes) { return judge(row_with(changes), as_at, medway()); }

Codes codes_of(const Judged& judged)
{
    Codes codes;
    for (const auto& one : judged.findings) codes.push_back(code_name(one.code));
    return codes;
}

TEST(Judge, AcceptsARowThatSaysEverything)
{
    const auto one = judged({});
    EXPECT_EQ(one.outcome, RowOutcome::accepted);
    EXPECT_TRUE(one.findings.empty());
    ASSERT_TRUE(one.registration);
    const auto& r = *one.registration;
    EXPECT_EQ(r.surname, "Fowler");
    EXPECT_EQ(r.forename, "Kim");
    EXPECT_EQ(r.middle, "Leanne");
    EXPECT_EQ(r.birth, (Birth{Birth::Kind::day, day(2001, 6, 21)}));
    EXPECT_EQ(r.sex, Sex::female);
    EXPECT_EQ(r.postcode, "ME3 3BD");
    EXPECT_EQ(r.categories, (std::vector<std::string>{"physical_abuse", "neglect"}));
    EXPECT_EQ(r.first_day, day(2007, 8, 20));
    EXPECT_EQ(r.last_day, std::nullopt);
    EXPECT_EQ(r.next_review, day(2008, 5, 23));
    EXPECT_EQ(r.key_worker, "Claire Mason");
    EXPECT_EQ(r.carers, (std::vector<Carer>{{"Phoebe Fowler", "mother"}}));
}

struct Case {
    const char* name;
    Changes changes;
    Codes codes;
};
std::string name_of(const testing::TestParamInfo<Case>& test) { return test.param.name; }

class RowThatIsHeld : public testing::TestWithParam<Case> {};

TEST_P(RowThatIsHeld, SaysWhyAndNothingElse)
{
    const auto one = judged(GetParam().changes);
    EXPECT_EQ(one.outcome, RowOutcome::held);
    EXPECT_EQ(codes_of(one), GetParam().codes);
    EXPECT_FALSE(one.registration);
}

INSTANTIATE_TEST_SUITE_P(
    Judge, RowThatIsHeld,
    testing::Values(
        Case{"NoName", {{surname, ""}, {forenames, ""}}, {"no_name"}},
        Case{"NameNotKnown", {{surname, "N/K"}, {forenames, "unknown"}}, {"no_name"}},
        Case{"ImpossibleBirth", {{born, "31/02/2001"}}, {"impossible_date"}},
        Case{"UnreadableBirth", {{born, "in the spring"}}, {"unreadable_date"}},
        Case{"BornInFuture", {{born, "02/06/2008"}}, {"born_in_future"}},
        Case{"NotRegistered", {{registered, ""}}, {"no_registration_date"}},
        Case{"NotRegisteredAndLate",
             {{registered, ""}, {next_review, "01/01/2008"}},
             {"no_registration_date"}},
        Case{"ImpossibleRegistration", {{registered, "31/09/2007"}}, {"impossible_date"}},
        Case{"RegisteredInAMonth", {{registered, "September 2007"}}, {"unreadable_date"}},
        Case{"RegisteredInFuture", {{registered, "02/04/2008"}}, {"registered_in_future"}},
        Case{"UnreadableEnd", {{deregistered, "yes"}}, {"unreadable_date"}},
        Case{"EndedBeforeItBegan", {{deregistered, "19/08/2007"}}, {"ended_before_registered"}},
        Case{"EndedOnItsFirstDay", {{deregistered, "20/08/2007"}}, {"ended_on_its_first_day"}},
        Case{"SeveralReasons",
             {{surname, ""}, {forenames, ""}, {born, "31/02/2001"}, {registered, ""}},
             {"no_name", "impossible_date", "no_registration_date"}}),
    name_of);

class RowWithQuestions : public testing::TestWithParam<Case> {};

TEST_P(RowWithQuestions, IsInTheRecordAllTheSame)
{
    const auto one = judged(GetParam().changes);
    EXPECT_EQ(one.outcome, RowOutcome::accepted_with_questions);
    EXPECT_EQ(codes_of(one), GetParam().codes);
    EXPECT_TRUE(one.registration);
}

INSTANTIATE_TEST_SUITE_P(
    Judge, RowWithQuestions,
    testing::Values(
        Case{"NoSurname", {{surname, ""}}, {"no_surname"}},
        Case{"NoForename", {{forenames, "n/k"}}, {"no_forename"}},
        Case{"StillCalledUnborn", {{forenames, "Unborn"}}, {"still_called_unborn"}},
        Case{"NoBirthDate", {{born, ""}}, {"no_birth_date"}},
        Case{"BirthMonth", {{born, "June 2001"}}, {"birth_date_not_whole"}},
        Case{"BirthYear", {{born, "2001"}}, {"birth_date_not_whole"}},
        Case{"NoExpectedDate", {{forenames, "Unborn"}, {born, ""}}, {"no_expected_date"}},
        Case{"BirthOverdue",
             {{forenames, "Unborn"}, {born, "EDD 01/02/2008"}},
             {"birth_is_overdue"}},
        Case{"RegisteredLongBeforeBirth",
             {{born, "21/06/2007"}, {registered, "20/08/2006"}},
             {"registered_long_before_birth"}},
        Case{"BornAfterTheEnd",
             {{born, "21/01/2008"}, {deregistered, "20/12/2007"}},
             {"born_after_end"}},
        Case{"OverEighteen", {{born, "01/04/1990"}}, {"over_eighteen"}},
        Case{"NoAddress", {{address, ""}}, {"no_address"}},
        Case{"NoCategory", {{category, ""}}, {"no_category"}},
        Case{"UnknownCategory", {{category, "Grave concern"}}, {"unknown_category"}},
        Case{"OneOfTwoUnknown", {{category, "Neglect/Grave concern"}}, {"unknown_category"}},
        Case{"NoKeyWorker", {{key_worker, ""}}, {"no_key_worker"}},
        Case{"DutyTeam", {{key_worker, "Duty team"}}, {"no_key_worker"}},
        Case{"NoTelephone", {{key_worker_telephone, ""}}, {"no_key_worker_telephone"}},
        Case{"EndsInFuture", {{deregistered, "30/04/2008"}}, {"ends_in_future"}},
        Case{"NoReview", {{next_review, ""}}, {"no_review_date"}},
        Case{"ReviewLate", {{next_review, "31/03/2008"}}, {"review_late"}},
        Case{"ReviewBeforeRegistration",
             {{next_review, "20/08/2007"}},
             {"review_before_registration"}},
        Case{"ImpossibleReview", {{next_review, "31/06/2008"}}, {"impossible_date"}},
        Case{"Several",
             {{key_worker, ""}, {next_review, "29/03/2008"}},
             {"no_key_worker", "review_late"}}),
    name_of);

class RowWithoutTrouble : public testing::TestWithParam<Case> {};

TEST_P(RowWithoutTrouble, IsAccepted)
{
    const auto one = judged(GetParam().changes);
    EXPECT_EQ(one.outcome, RowOutcome::accepted);
    EXPECT_EQ(codes_of(one), Codes{});
}

INSTANTIATE_TEST_SUITE_P(
    Judge, RowWithoutTrouble,
    testing::Values(Case{"ReviewToday", {{next_review, "01/04/2008"}}, {}},
                    Case{"RegisteredToday", {{registered, "01/04/2008"}}, {}},
                    Case{"RegisteredBeforeBirth", {{born, "21/02/2008"}}, {}},
                    Case{"AlmostEighteen", {{born, "02/04/1990"}}, {}},
                    Case{"AdultOfAnEndedOne", {{born, "1/1/1985"}, {deregistered, "1/1/2008"}}, {}},
                    Case{"EndedNeedsNoWorkerOrReview",
                         {{deregistered, "1/2/2008"}, {key_worker, ""}, {next_review, ""}},
                         {}},
                    Case{"Unborn", {{forenames, "Unborn"}, {born, "EDD 02/06/2008"}}, {}},
                    Case{"UnbornWithAName", {{born, "EDD 02/06/2008"}}, {}},
                    Case{
                        "UnbornALittleLate", {{forenames, "Unborn"}, {born, "EDD 20/03/2008"}}, {}},
                    Case{"UnbornByPlainDate", {{forenames, "Unborn"}, {born, "02/06/2008"}}, {}},
                    Case{"NoRegisterNumber", {{register_no, "N/A"}}, {}}),
    name_of);

TEST(Judge, HoldsARowWithFieldsBeyondItsHeadings)
{
    Row row = row_with({});
    row.too_many_fields = true;
    EXPECT_EQ(codes_of(judge(row, as_at, medway())), Codes{"too_many_fields"});
}

TEST(Judge, KnowsTheUnborn)
{
    const auto one = judged({{forenames, "UNBORN"}, {born, "EDD 02/06/2008"}, {sex, ""}});
    ASSERT_TRUE(one.registration);
    EXPECT_TRUE(one.registration->unborn);
    EXPECT_EQ(one.registration->forename, "Unborn");
    EXPECT_EQ(one.registration->birth, (Birth{Birth::Kind::expected, day(2008, 6, 2)}));
}

TEST(Judge, TakesTheNameFromOneColumnWhenThereIsOnlyOne)
{
    const auto one =
        judged({{surname, ""}, {forenames, ""}, {whole_name, "MCDONNELL, Eoin Patrick"}});
    ASSERT_TRUE(one.registration);
    EXPECT_EQ(one.registration->surname, "McDonnell");
    EXPECT_EQ(one.registration->forename, "Eoin");
    EXPECT_EQ(one.registration->middle, "Patrick");
}

TEST(Judge, SaysWhatIsWrongForPeopleToReadAndPutRight)
{
    EXPECT_EQ(judged({{born, "31/02/2001"}}).findings[0].sentence,
              "DOB '31/02/2001': the calendar has no such day. Put it right and try again.");
    EXPECT_EQ(judged({{registered, ""}}).findings[0].sentence,
              "There is no day of registration. Add it and try again.");
    EXPECT_EQ(judged({{key_worker, "Duty team"}}).findings[0].sentence,
              "There is no key worker: 'Duty team' is no one person. Assign a qualified social "
              "worker.");
    EXPECT_EQ(judged({{next_review, "31/03/2008"}}).findings[0].sentence,
              "The review was due on 31 March 2008. Hold it, or say why it is late.");
}

TEST(RowCodes, HaveNamesThatLeadBack)
{
    EXPECT_EQ(row_code_named("review_late"), RowCode::review_late);
    EXPECT_EQ(row_code_named("nonsense"), std::nullopt);
}

/// The last day counts, and no row is both in the record and held.
RC_GTEST_PROP(Judge, EndsInExactlyOneWay, ())
{
    const auto texts = rc::gen::element<std::string>(
        "", "x", "31/02/2001", "14/03/2003", "EDD 02/06/2008", "Unborn", "01/04/2008", "Duty team",
        "Neglect/Physical", "2007", "\xFF", "=1+1", "02/04/2008", "N/K");
    Row row{.line = 9};
    for (auto& field : row.fields) field = *texts;
    const auto one = judge(row, as_at, medway());
    RC_ASSERT((one.outcome == RowOutcome::held) == !one.registration.has_value());
    RC_ASSERT((one.outcome == RowOutcome::accepted) == one.findings.empty());
    if (one.registration) {
        RC_ASSERT(one.registration->covers(one.registration->first_day));
        const auto last_day = one.registration->last_day;
        RC_ASSERT(last_day.value_or(Day::max()) > one.registration->first_day);
    }
}

} // namespace
} // namespace heed::extract
