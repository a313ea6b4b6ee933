// The sample register, row for row, against what a careful clerk made of it.
#include "extract/file.hpp"
#include "extract/same_child.hpp"
#include "pack/library.hpp"
#include "support/data.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <sstream>

namespace heed::extract {
namespace {

namespace json = boost::json;

const Day as_at = day(2008, 4, 1);

std::vector<Judged> judged(const std::string& csv)
{
    std::istringstream in{csv};
    const auto file = read_file(in).value();
    return judge_together(file.rows, as_at, pack::find("eng-wt2006-medway").value());
}

std::string text(const json::object& row, std::string_view key)
{
    const auto& value = row.at(key);
    return value.is_null() ? "" : std::string{value.as_string()};
}

std::vector<std::string> sorted(std::vector<std::string> words)
{
    std::ranges::sort(words);
    return words;
}

std::vector<std::string> texts(const json::value& list)
{
    std::vector<std::string> all;
    for (const auto& one : list.as_array()) all.emplace_back(one.as_string());
    return sorted(all);
}

std::string iso(const std::optional<Day>& day) { return day ? to_iso(*day) : ""; }

void expect_the_clerks_registration(const Registration& ours, const json::object& clerks)
{
    EXPECT_EQ(ours.register_no, text(clerks, "register_no"));
    EXPECT_EQ(ours.surname, text(clerks, "surname"));
    EXPECT_EQ(ours.forename, text(clerks, "forename"));
    EXPECT_EQ(ours.birth.kind == Birth::Kind::day ? to_iso(ours.birth.day) : "",
              text(clerks, "dob"));
    EXPECT_EQ(ours.unborn, clerks.at("unborn").as_bool());
    EXPECT_EQ(sorted(ours.categories), texts(clerks.at("categories")));
    EXPECT_EQ(to_iso(ours.first_day), text(clerks, "registered"));
    EXPECT_EQ(iso(ours.last_day), text(clerks, "ended"));
    EXPECT_EQ(ours.covers(as_at), clerks.at("open").as_bool());
    EXPECT_EQ(ours.key_worker, text(clerks, "key_worker"));
    EXPECT_EQ(ours.household_no, text(clerks, "household"));
}

void expect_as_the_clerk(const Judged& ours, const json::object& clerks)
{
    std::string outcome = text(clerks, "outcome");
    if (outcome == "questions") outcome = "accepted_with_questions";
    EXPECT_EQ(code(ours.outcome), outcome);
    std::vector<std::string> codes;
    for (const auto& one : ours.findings) codes.emplace_back(code_name(one.code));
    EXPECT_EQ(sorted(codes), texts(clerks.at("codes")));
    std::size_t child_line = ours.line;
    for (const char* same : {"same_row_as", "same_child_as"})
        if (const auto* const line = clerks.if_contains(same))
            child_line = static_cast<std::size_t>(line->as_int64());
    EXPECT_EQ(ours.child_line, child_line);
    if (ours.registration) expect_the_clerks_registration(*ours.registration, clerks);
}

TEST(SampleRegister, IsJudgedAsACarefulClerkWould)
{
    const auto truth = json::parse(testing::test_data("register/truth.json")).as_object();
    const auto& clerks = truth.at("rows").as_array();
    const auto ours = judged(testing::test_data("register/register.csv"));
    ASSERT_EQ(ours.size(), clerks.size());
    ASSERT_EQ(ours.size(), 429U);
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const auto& row = clerks[i].as_object();
        SCOPED_TRACE("line " + std::to_string(ours[i].line));
        ASSERT_EQ(ours[i].line, static_cast<std::size_t>(row.at("line").as_int64()));
        expect_as_the_clerk(ours[i], row);
    }
}

TEST(SampleRegister, ComesToTheClerksTotals)
{
    const auto truth = json::parse(testing::test_data("register/truth.json")).as_object();
    const auto& totals = truth.at("summary").as_object();
    std::map<std::string_view, std::int64_t> ours;
    std::set<std::size_t> children;
    for (const auto& row : judged(testing::test_data("register/register.csv"))) {
        ++ours[code(row.outcome)];
        if (!row.registration) continue;
        children.insert(row.child_line);
        ++ours[row.registration->covers(as_at) ? "open" : "ended"];
    }
    EXPECT_EQ(ours["accepted"], totals.at("accepted").as_int64());
    EXPECT_EQ(ours["accepted_with_questions"], totals.at("questions").as_int64());
    EXPECT_EQ(ours["held"], totals.at("held").as_int64());
    EXPECT_EQ(ours["already_there"], totals.at("already_there").as_int64());
    EXPECT_EQ(static_cast<std::int64_t>(children.size()), totals.at("children").as_int64());
    EXPECT_EQ(ours["open"], totals.at("plans_open").as_int64());
    EXPECT_EQ(ours["ended"], totals.at("plans_ended").as_int64());
}

TEST(AnotherCouncilsRegister, InWindows1252AndSemicolonsIsUnderstood)
{
    const auto rows = judged(
        "sep=;\r\n"
        "Date of Birth;Last Name;First Name;Catagory;Registration Date;Keyworker;Key worker tel;"
        "Home address;Post Code;Next review date;De-registration date\r\n"
        "14.03.2003;N\xCD DHOMHNAILL;R\xF3is\xEDn \x93Rosie\x94;Neglect;01.02.2008;\"Okafor; Ada\";"
        "01632960001;\"8 Quarry Row\nChatham\";me18nj;1.8.08;\r\n"
        ";;;;;;;;;;\r\n"
        "01.02.99;van der BERG;MAX;\"Physical; emotional\";1-Jun-07;ADA OKAFOR;01632960001;"
        "1 Dock Road;ME1 1AA;;30.11.07\r\n");
    ASSERT_EQ(rows.size(), 2U);
    ASSERT_TRUE(rows[0].registration);
    const auto& first = *rows[0].registration;
    EXPECT_EQ(rows[0].line, 3U);
    EXPECT_EQ(first.surname, "Ní Dhomhnaill");
    EXPECT_EQ(first.forename, "Róisín");
    EXPECT_EQ(first.aliases, (std::vector<Alias>{{"Rosie", ""}}));
    EXPECT_EQ(first.birth.day, day(2003, 3, 14));
    EXPECT_EQ(first.postcode, "ME1 8NJ");
    EXPECT_EQ(first.address, "8 Quarry Row Chatham");
    EXPECT_EQ(first.next_review, day(2008, 8, 1));
    EXPECT_EQ(rows[0].outcome, RowOutcome::accepted);

    ASSERT_TRUE(rows[1].registration);
    EXPECT_EQ(rows[1].line, 6U);
    EXPECT_EQ(rows[1].registration->surname, "van der Berg");
    EXPECT_EQ(rows[1].registration->categories,
              (std::vector<std::string>{"physical_abuse", "emotional_abuse"}));
    EXPECT_EQ(rows[1].registration->last_day, day(2007, 11, 30));
}

TEST(AnotherCouncilsRegister, InTabsWithOneNameColumnIsUnderstood)
{
    const auto rows =
        judged("NAME\tDOB\tSEX\tREG DATE\tCATEGORY\tSOCIAL WORKER\tTEL NO\tADDRESS\t"
               "REVIEW DUE\r"
               "O'NEILL, Niamh\t3 Sept 2004\tgirl\t1 Dec 2007\tsexual abuse\tJ. Bell\t"
               "01632 960009\t1 Gun Lane, Rochester\t1 June 2008\r");
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].outcome, RowOutcome::accepted);
    ASSERT_TRUE(rows[0].registration);
    EXPECT_EQ(rows[0].registration->surname, "O'Neill");
    EXPECT_EQ(rows[0].registration->forename, "Niamh");
    EXPECT_EQ(rows[0].registration->address, "1 Gun Lane, Rochester");
}

TEST(AnotherCouncilsRegister, OfFiftyThousandRowsIsJudged)
{
    std::string csv{"Register No,Surname,Forename(s),DOB,Category of registration,Date registered,"
                    "Address,Key worker,Key worker telephone,Date of next review\n"};
    constexpr int count = 50'000;
    for (int i = 0; i < count; ++i) {
        const std::string n = std::to_string(i);
        csv += n + ",Hill,Ann,14/03/2003,Neglect,01/02/2008," + n +
               " Gun Lane,Ada Okafor,01632 960001,01/05/2008\n";
    }
    const auto rows = judged(csv);
    ASSERT_EQ(rows.size(), std::size_t{count});
    EXPECT_TRUE(std::ranges::all_of(
        rows, [](const auto& row) { return row.outcome == RowOutcome::accepted; }));
}

} // namespace
} // namespace heed::extract
