#include "feed/described.hpp"
#include "feed/file.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sstream>

namespace heed::feed {
namespace {

const Day today = day(2026, 11, 25);
const std::string heading =
    "id\tforename\tmiddle\tsurname\tsex\tdob\tdob_kind\thouse\tstreet\ttown\tarea"
    "\tpostcode\tprev_postcode\taliases\tcarer\thousehold\n";
const std::string mary = "c1\tMary\tMay\tTansley\tF\t2003-03-14\tD\t8\tQuarry Row\tChatham\tKent"
                         "\tME4 2TB\tME1 1AA\tMolly|Tanner\tKerry Tansley\th1\n";

std::vector<Row> rows_of(const std::string& text)
{
    std::istringstream in{text};
    File file{in, today};
    EXPECT_TRUE(file.begin().has_value());
    std::vector<Row> rows;
    for (Row row; file.next(row);) rows.push_back(row);
    return rows;
}

std::optional<Refusal> refused(const std::string& text)
{
    std::istringstream in{text};
    File file{in, today};
    auto begun = file.begin();
    return begun ? std::nullopt : std::optional{begun.error()};
}

TEST(FeedFile, ReadsARowOfTheContract)
{
    const auto rows = rows_of(heading + mary);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_FALSE(rows[0].complaint);
    EXPECT_EQ(rows[0].line, 2U);
    EXPECT_EQ(rows[0].fields[Column::id], "c1");
    EXPECT_EQ(rows[0].fields[Column::surname], "Tansley");
    EXPECT_EQ(rows[0].fields[Column::dob], "2003-03-14");
    EXPECT_EQ(rows[0].fields[Column::household], "h1");
}

TEST(FeedFile, TakesHeadingsInAnyOrderAndCaseAndCommas)
{
    const auto rows = rows_of("DOB,Id,SURNAME,Forename,Prev Postcode\r\n"
                              "14/03/2003,c1,\"Tansley, Jones\",Mary,ME1 1AA\r\n");
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_FALSE(rows[0].complaint);
    EXPECT_EQ(rows[0].fields[Column::surname], "Tansley, Jones");
    EXPECT_EQ(rows[0].fields[Column::dob], "2003-03-14");
    EXPECT_EQ(rows[0].fields[Column::prev_postcode], "ME1 1AA");
    EXPECT_EQ(rows[0].fields[Column::sex], "U");
}

TEST(FeedFile, ReadsWindows1252RowByRow)
{
    const auto rows = rows_of("\xEF\xBB\xBFid,forename,surname,dob\nc1,Zo\xEB,Nu\xF1"
                              "ez,2010-01-02\n"
                              "c2,Zoë,Nuñez,2010-01-02\n");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].fields[Column::forename], rows[1].fields[Column::forename]);
    EXPECT_EQ(rows[0].fields[Column::surname], "Nuñez");
}

TEST(FeedFile, ReadsOldMacLines)
{
    EXPECT_EQ(rows_of("id,forename,surname,dob\rc1,A,B,2010-01-02\rc2,C,D,2010-01-02").size(), 2U);
}

TEST(FeedFile, KeepsABadRowWordForWordAndGoesOn)
{
    const auto rows = rows_of(heading + "c9\tX\t\tY\tM\t31/02/2010\tD\n" + mary);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].complaint, (Complaint{Wrong::not_a_date, Column::dob}));
    EXPECT_EQ(rows[0].text, "c9\tX\t\tY\tM\t31/02/2010\tD");
    EXPECT_FALSE(rows[1].complaint);
}

TEST(FeedFile, NamesWhatIsWrong)
{
    const std::vector<std::pair<std::string, Complaint>> bad{
        {"\tA\t\tB\tM\t2010-01-02\tD", {Wrong::needed, Column::id}},
        {"c\t\t\t\tM\t2010-01-02\tD", {Wrong::needed, Column::surname}},
        {"c\tA\t\tB\tQ\t2010-01-02\tD", {Wrong::no_such_code, Column::sex}},
        {"c\tA\t\tB\tM\t2010-01-02\tZ", {Wrong::no_such_code, Column::dob_kind}},
        {"c\tA\t\tB\tM\t1850-01-02\tD", {Wrong::far_day, Column::dob}},
        {"c\tA\t\tB\tM\t2040-01-02\tD", {Wrong::far_day, Column::dob}},
        {"c\tA\t\tB", {Wrong::cut_short}},
        {"c\tA\t\tB\tM\t2010-01-02\tD\t1\t2\t3\t4\t5\t6\t7\t8\t9\tmore", {Wrong::too_many_columns}},
        {"c\t" + std::string(400, 'a') + "\t\tB\tM\t2010-01-02\tD",
         {Wrong::too_long, Column::forename}},
        {"c\t\"A\t\tB\tM\t2010-01-02\tD", {Wrong::quote_not_closed}},
        {"c\t" + std::string(70'000, 'a'), {Wrong::row_too_long}},
    };
    for (const auto& [text, complaint] : bad) {
        const auto rows = rows_of(heading + text + '\n' + mary);
        ASSERT_EQ(rows.size(), 2U) << text.substr(0, 40);
        EXPECT_EQ(rows[0].complaint, complaint) << text.substr(0, 40);
        EXPECT_FALSE(rows[1].complaint) << "after " << text.substr(0, 40);
        EXPECT_FALSE(sentence(complaint.wrong).empty());
    }
}

TEST(FeedFile, LetsAQuotedFieldRunOverLinesButNotOverTheFile)
{
    const auto rows = rows_of("id,forename,surname,dob\nc1,\"Mary\nMay\",B,2010-01-02\n"
                              "c2,\"never closed,B,2010-01-02\nc3,C,D,2010-01-02\n");
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].fields[Column::forename], "Mary May");
    EXPECT_EQ(rows[1].complaint, Complaint{Wrong::quote_not_closed});
    EXPECT_EQ(rows[1].line, 4U);
    EXPECT_EQ(rows[2].fields[Column::id], "c3");
}

TEST(FeedFile, TakesAYearAloneAsAnEstimate)
{
    const auto rows = rows_of("id,forename,surname,dob\nc1,A,B,2010\n");
    EXPECT_EQ(rows[0].fields[Column::dob_kind], "Y");
    EXPECT_EQ(described(rows[0].fields).birth.kind, matching::BirthKind::estimated_year);
}

TEST(FeedFile, RefusesWhatNoRowCanBeReadFrom)
{
    EXPECT_EQ(refused("")->code, RefusalCode::no_rows);
    EXPECT_EQ(refused("id,forename,dob\n")->code, RefusalCode::heading_missing);
    EXPECT_EQ(refused("id,forename,dob\n")->field, "surname");
    EXPECT_EQ(refused("id,ID,forename,surname,dob\n")->code, RefusalCode::heading_twice);
    EXPECT_EQ(refused("\xFF\xFEi\0d\0")->code, RefusalCode::not_text);
}

TEST(FeedFile, DescribesTheChildUnderAMarkedId)
{
    const auto person = described(rows_of(heading + mary)[0].fields);
    EXPECT_EQ(person.id, key_of("c1"));
    EXPECT_EQ(feed_id_of(person.id), "c1");
    EXPECT_FALSE(feed_id_of("0190d6c0-0000-7000-8000-000000000000"));
    ASSERT_EQ(person.names.size(), 2U);
    EXPECT_EQ(person.names[1].surname, "Tanner");
    ASSERT_EQ(person.places.size(), 2U);
    EXPECT_FALSE(person.places[1].current);
    EXPECT_EQ(person.carers, std::vector<std::string>{"Kerry Tansley"});
}

RC_GTEST_PROP(FeedRow, ComesBackFromHowItIsKept, ())
{
    Fields fields;
    for (std::size_t i = 0; i < column_count; ++i) {
        std::string text = *rc::gen::string<std::string>();
        std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
        fields[static_cast<Column>(i)] = text;
    }
    RC_ASSERT(unpacked(fields[Column::id], packed(fields)) == std::optional{fields});
}

RC_GTEST_PROP(FeedFile, LosesNoLine, ())
{
    // Whatever the lines hold, each that is not blank ends as a row or as part of a quoted one.
    const auto lines = *rc::gen::container<std::vector<std::string>>(
        rc::gen::container<std::string>(rc::gen::element('a', 'b', '"', ',', ' ', '1')));
    std::string text = "id,forename,surname,dob\n", want;
    for (const std::string& line : lines) {
        text += line + '\n';
        if (line.find_first_not_of(" ,") != std::string::npos) want += line + '\n';
    }
    std::string got;
    for (const Row& row : rows_of(text)) got += row.text + '\n';
    std::string kept; // blank lines inside quotes stay; elsewhere they go
    for (const auto part : {&got}) {
        std::istringstream in{*part};
        for (std::string line; std::getline(in, line);)
            if (line.find_first_not_of(" ,") != std::string::npos) kept += line + '\n';
    }
    RC_ASSERT(kept == want);
}

} // namespace
} // namespace heed::feed
