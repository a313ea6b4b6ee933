#include "interop/csv_reader.hpp"

#include "core/ensure.hpp"
#include "interop/csv_writer.hpp"

#include <rapidcheck/gtest.h>

#include <sstream>

namespace heed::interop {
namespace {

using Fields = std::vector<std::string>;

struct Read {
    std::vector<CsvRecord> records;
    std::optional<Refusal> refusal;
    char separator = 0;
    bool windows_1252 = false;

    std::vector<Fields> fields() const
    {
        std::vector<Fields> all;
        for (const auto& record : records) all.push_back(record.fields);
        return all;
    }
};

Read read(std::istream& in, CsvOptions options = {})
{
    CsvReader reader{in, options};
    Read all;
    for (CsvRecord record;;) {
        const auto more = reader.next(record);
        if (!more) all.refusal = more.error();
        if (!more || !*more) break;
        all.records.push_back(record);
    }
    all.separator = reader.separator();
    all.windows_1252 = reader.met_windows_1252();
    return all;
}

Read read(std::string_view text, CsvOptions options = {})
{
    std::istringstream in{std::string{text}};
    return read(in, options);
}

struct Case {
    const char* name;
    std::string_view text;
    std::vector<Fields> fields;
};

class CsvText : public testing::TestWithParam<Case> {};

TEST_P(CsvText, IsReadAsWritten)
{
    const auto all = read(GetParam().text);
    ASSERT_FALSE(all.refusal) << in_words(*all.refusal);
    EXPECT_EQ(all.fields(), GetParam().fields);
}

INSTANTIATE_TEST_SUITE_P(
    CsvReader, CsvText,
    testing::Values(Case{"Nothing", "", {}}, Case{"OneField", "Ann", {{"Ann"}}},
                    Case{"EmptyFields", ",,\n", {{"", "", ""}}},
                    Case{"EmptyLine", "a,b\n\nc,d\n", {{"a", "b"}, {""}, {"c", "d"}}},
                    Case{"NoLastLineEnd", "a,b\nc,d", {{"a", "b"}, {"c", "d"}}},
                    Case{"EveryLineEnd", "a\r\nb\nc\rd", {{"a"}, {"b"}, {"c"}, {"d"}}},
                    Case{"QuotedSeparator", "\"Hill, Ann\",2", {{"Hill, Ann", "2"}}},
                    Case{"DoubledQuote", "\"say \"\"no\"\"\",2", {{"say \"no\"", "2"}}},
                    Case{"QuotedEmpty", "\"\",\"\"", {{"", ""}}},
                    Case{"LineEndInQuotes", "\"8 Row\r\nTown\",b\n", {{"8 Row\r\nTown", "b"}}},
                    Case{"QuoteInTheMiddle", "6\" rule,b", {{"6\" rule", "b"}}},
                    Case{"SpaceBeforeQuote", "a, \"b, c\"", {{"a", "b, c"}}},
                    Case{"SpaceAfterQuote", "\"a\" ,b", {{"a ", "b"}}},
                    Case{"TextAfterQuote", "\"a\"b,c", {{"ab", "c"}}},
                    Case{"SpacesAreKept", " a , b ", {{" a ", " b "}}},
                    Case{"ByteOrderMark", "\xEF\xBB\xBF\"a\",b", {{"a", "b"}}},
                    Case{"Semicolons", "a;b,c;d\n1;2;3", {{"a", "b,c", "d"}, {"1", "2", "3"}}},
                    Case{"Tabs", "a\tb;c\td\n1\t\t3", {{"a", "b;c", "d"}, {"1", "", "3"}}},
                    Case{"CommasInQuotesDoNotCount", "\"a,b,c,d\";e\n", {{"a,b,c,d", "e"}}},
                    Case{"SpreadsheetSaysWhich", "sep=;\r\na,b,c;d\r\n", {{"a,b,c", "d"}}},
                    Case{"TitleAboveTheHeadings",
                         "As at March, 2008\na;b;c\n",
                         {{"As at March, 2008"}, {"a", "b", "c"}}},
                    Case{"FinalControlZ", "a,b\r\n\x1A", {{"a", "b"}}},
                    Case{"ControlZInside", "a\x1A,b", {{"a\x1A", "b"}}}),
    [](const auto& test) { return test.param.name; });

TEST(CsvReader, KnowsTheFirstLineOfEachRecord)
{
    const auto all = read("head\r\n\"two\nlines\r\nand three\",x\rlast\n");
    ASSERT_EQ(all.records.size(), 3U);
    EXPECT_EQ(all.records[0].line, 1U);
    EXPECT_EQ(all.records[1].line, 2U);
    EXPECT_EQ(all.records[2].line, 5U);
}

TEST(CsvReader, KeepsEachRecordWordForWord)
{
    const auto all = read("a, \"b\"\"c\" ,d\r\n\"e\nf\",g\n");
    ASSERT_EQ(all.records.size(), 2U);
    EXPECT_EQ(all.records[0].text, "a, \"b\"\"c\" ,d");
    EXPECT_EQ(all.records[1].text, "\"e\nf\",g");
}

TEST(CsvReader, TakesWhatIsNotUtf8ForWindows1252)
{
    const auto all =
        read("name;note\nR\xF3is\xEDn;\x93quoted\x94 \x80 5\nJab\xC5\x82o\xC5\x84ski;b");
    ASSERT_EQ(all.records.size(), 3U);
    EXPECT_TRUE(all.windows_1252);
    EXPECT_EQ(all.records[1].fields, (Fields{"Róisín", "“quoted” € 5"}));
    EXPECT_EQ(all.records[1].text, "Róisín;“quoted” € 5");
    EXPECT_EQ(all.records[2].fields[0], "Jabłoński") << "a line of UTF-8 among them stays itself";
}

TEST(CsvReader, SaysWhenARecordIsBlank)
{
    const auto all = read("a,b\n , \n,x\n");
    ASSERT_EQ(all.records.size(), 3U);
    EXPECT_FALSE(all.records[0].is_blank());
    EXPECT_TRUE(all.records[1].is_blank());
    EXPECT_FALSE(all.records[2].is_blank());
}

TEST(CsvReader, CountsTheBytesItHasRead)
{
    std::istringstream in{"\xEF\xBB\xBF"
                          "a,b\r\nc,d"};
    CsvReader reader{in};
    CsvRecord record;
    ASSERT_TRUE(reader.next(record).value());
    EXPECT_EQ(reader.bytes_read(), 8U);
    ASSERT_TRUE(reader.next(record).value());
    EXPECT_EQ(reader.bytes_read(), 11U);
}

struct Hostile {
    const char* name;
    std::string text;
    RefusalCode code;
    const char* where;
};

class HostileCsv : public testing::TestWithParam<Hostile> {};

TEST_P(HostileCsv, IsRefusedWithTheLineNamed)
{
    const auto all = read(GetParam().text);
    ASSERT_TRUE(all.refusal);
    EXPECT_EQ(all.refusal->code, GetParam().code);
    EXPECT_EQ(all.refusal->detail, GetParam().where);
}

INSTANTIATE_TEST_SUITE_P(
    CsvReader, HostileCsv,
    testing::Values(Hostile{"QuoteNeverClosed", "a,b\nc,\"d\ne,f\n", RefusalCode::quote_not_closed,
                            "See line 2."},
                    Hostile{"NulBytes", std::string{"a,b\nc\0d,e\n", 10}, RefusalCode::not_text,
                            "See line 2."},
                    Hostile{"Utf16",
                            std::string{"\xFF\xFE"
                                        "a\0,\0b\0",
                                        8},
                            RefusalCode::not_text, "See line 1."},
                    Hostile{"TenThousandColumns", "a\n" + std::string(10'000, ','),
                            RefusalCode::too_many_columns, "See line 2."},
                    Hostile{"LongField", "a\nb\n" + std::string(70'000, 'x'),
                            RefusalCode::field_too_long, "See line 3."},
                    Hostile{"LongFieldBehindAQuote", "a\n\"b\n" + std::string(70'000, 'x'),
                            RefusalCode::field_too_long, "See line 2."},
                    Hostile{"LongRow",
                            [] {
                                std::string row;
                                for (int i = 0; i < 30; ++i) row += std::string(40'000, 'x') + ',';
                                return row;
                            }(),
                            RefusalCode::row_too_long, "See line 1."}),
    [](const auto& test) { return test.param.name; });

/// A hundred million letters that are never in memory together.
class EndlessField : public std::streambuf {
    int_type underflow() override
    {
        if (left_ == 0) return traits_type::eof();
        const std::size_t size = std::min(left_, letters_.size());
        left_ -= size;
        setg(letters_.data(), letters_.data(), letters_.data() + size);
        return traits_type::to_int_type(*gptr());
    }
    std::string letters_ = std::string(1'000'000, 'x');
    std::size_t left_ = 100'000'000;

public:
    std::size_t left() const { return left_; }
};

TEST(CsvReader, StopsReadingAnEndlessFieldEarly)
{
    EndlessField endless;
    std::istream in{&endless};
    const auto all = read(in);
    ASSERT_TRUE(all.refusal);
    EXPECT_EQ(all.refusal->code, RefusalCode::field_too_long);
    EXPECT_GE(endless.left(), 98'000'000U);
}

TEST(CsvReader, FaultsWhenTheStreamFails)
{
    class Failing : public std::streambuf {
        int_type underflow() override { throw std::runtime_error{"the disk is gone"}; }
    } failing;
    std::istream in{&failing};
    CsvReader reader{in};
    CsvRecord record;
    EXPECT_THROW((void)reader.next(record), Fault);
}

/// Written by hand with any separator and line end, read back the same.
RC_GTEST_PROP(CsvReader, ReadsBackWhatWasQuoted, ())
{
    const auto letter = rc::gen::element<char>('a', 'b', ' ', ',', ';', '\t', '"', '\n', '\r', '=');
    const auto field = rc::gen::container<std::string>(letter);
    const auto rows = *rc::gen::nonEmpty(
        rc::gen::container<std::vector<Fields>>(rc::gen::container<Fields>(3, field)));
    const char separator = *rc::gen::element(',', ';', '\t');
    const std::string line_end = *rc::gen::element<std::string>("\n", "\r\n", "\r");
    std::string text{"sep="};
    text += separator + line_end;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) text += separator;
            text += '"';
            for (const char c : row[i]) text += c == '"' ? std::string{"\"\""} : std::string{c};
            text += '"';
        }
        text += line_end;
    }
    const auto all = read(text);
    RC_ASSERT(!all.refusal);
    RC_ASSERT(all.fields() == rows);
}

/// Whatever the bytes: no crash, no word lost between the records' texts, lines in order.
RC_GTEST_PROP(CsvReader, SurvivesAnyBytes, ())
{
    const auto bytes = *rc::gen::container<std::string>(rc::gen::element<char>(
        'a', ',', ';', '"', '\n', '\r', '\x1A', '\xE9', '\xC3', '\xA9', '\0', ' ', '='));
    const auto all = read(bytes, CsvOptions{.take_off_guards = true});
    std::size_t line = 0;
    for (const auto& record : all.records) {
        RC_ASSERT(record.line > line);
        line = record.line;
    }
}

} // namespace
} // namespace heed::interop
