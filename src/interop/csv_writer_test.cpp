#include "interop/csv_writer.hpp"

#include "interop/csv_reader.hpp"

#include <rapidcheck/gtest.h>

#include <sstream>

namespace heed::interop {
namespace {

struct Case {
    const char* name;
    const char* text;
    const char* written;
};

class GuardedText : public testing::TestWithParam<Case> {};

TEST_P(GuardedText, CannotBeginAFormula)
{
    EXPECT_EQ(guarded(GetParam().text), GetParam().written);
}
TEST_P(GuardedText, IsTakenOffAgain) { EXPECT_EQ(unguarded(GetParam().written), GetParam().text); }

INSTANTIATE_TEST_SUITE_P(
    CsvWriter, GuardedText,
    testing::Values(
        Case{"Nothing", "", ""}, Case{"AName", "O'Neill", "O'Neill"},
        Case{"Equals", "=1+1", "'=1+1"}, Case{"Plus", "+44 7700 900123", "'+44 7700 900123"},
        Case{"Minus", "-2", "'-2"}, Case{"At", "@SUM(A1)", "'@SUM(A1)"}, Case{"Tab", "\tx", "'\tx"},
        Case{"CarriageReturn", "\rx", "'\rx"}, Case{"FullWidthEquals", "＝1", "'＝1"},
        Case{"MinusSign", "−1", "'−1"}, Case{"SpaceThenEquals", " =1", "' =1"},
        Case{"SpaceThenLetter", " x", " x"}, Case{"QuoteThenEquals", "\"=1", "'\"=1"},
        Case{"ZeroWidthSpace", "\u200B=1", "'\u200B=1"},
        Case{"ByteOrderMark", "\uFEFF=1", "'\uFEFF=1"},
        Case{"RightToLeft", "\u202E=1", "'\u202E=1"}, Case{"NoBreakSpace", "\u00A0=1", "'\u00A0=1"},
        Case{"Bell", "\a=1", "'\a=1"}, Case{"AnApostropheOfTheirOwn", "'=1", "''=1"},
        Case{"AnApostropheBeforeALetter", "'tis", "'tis"}, Case{"AfterASemicolon", "a;=1", "a;'=1"},
        Case{"AfterALineEnd", "a\n-b", "a\n'-b"},
        Case{"AfterASemicolonAndSpace", "a; @b", "a;' @b"},
        Case{"InTheMiddle", "a=b-c@d+e", "a=b-c@d+e"}),
    [](const auto& test) { return test.param.name; });

TEST(CsvWriter, WritesWhatRfc4180Says)
{
    CsvWriter writer{CsvWriter::Mark::none};
    writer.row({"a", "b, c", "say \"no\""}).row({"", "8 Row\nTown", " d"});
    EXPECT_EQ(writer.take(), "a,\"b, c\",\"say \"\"no\"\"\"\r\n,\"8 Row\nTown\",\" d\"\r\n");
    EXPECT_EQ(writer.take(), "");
}

TEST(CsvWriter, MarksUtf8ForExcel)
{
    CsvWriter writer;
    writer.row({"Siân"});
    EXPECT_EQ(writer.take(), "\xEF\xBB\xBFSiân\r\n");
}

/// Text of the characters that matter, and some that do not.
rc::Gen<std::string> nasty_text()
{
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                            "=", "+", "-", "@", "\t", "\r", "\n", " ", "'", "\"", ",", ";", "a",
                            "é", "＝", "\u200B", "\uFEFF", "\u202E", "\u00A0", "\x01")),
                        [](const std::vector<std::string>& parts) {
                            std::string text;
                            for (const auto& part : parts) text += part;
                            return text;
                        });
}

bool would_be_executed(std::string_view cell)
{
    static const std::vector<std::string_view> unseen{
        " ", "\"", "\t", "\r", "\n", "\x01", "\u200B", "\uFEFF", "\u202E", "\u00A0"};
    for (bool again = true; again;) {
        again = false;
        for (const auto text : unseen)
            if (cell.starts_with(text)) cell.remove_prefix(text.size()), again = true;
    }
    return cell.starts_with('=') || cell.starts_with('+') || cell.starts_with('-') ||
           cell.starts_with('@') || cell.starts_with("＝");
}

/// However a spreadsheet cuts the file into cells, none begins a formula.
RC_GTEST_PROP(CsvWriter, WritesNothingASpreadsheetExecutes, ())
{
    const std::vector<std::string> row{*nasty_text(), *nasty_text(), *nasty_text()};
    CsvWriter writer{CsvWriter::Mark::none};
    const std::string text = writer.row(row).take();

    std::istringstream in{"sep=,\n" + text};
    CsvReader with_commas{in};
    CsvRecord record;
    RC_ASSERT(with_commas.next(record).value());
    for (const auto& cell : record.fields) RC_ASSERT(!would_be_executed(cell));

    std::size_t begin = 0;
    while (begin < text.size()) {
        const auto end = std::min(text.find_first_of(";\t\r\n", begin), text.size());
        RC_ASSERT(!would_be_executed(std::string_view{text}.substr(begin, end - begin)));
        begin = end + 1;
    }
}

RC_GTEST_PROP(CsvWriter, IsReadBackAsItWas, ())
{
    const std::vector<std::string> row{*nasty_text(), *nasty_text(), "end"};
    CsvWriter writer;
    std::istringstream in{"sep=,\n" + CsvWriter{CsvWriter::Mark::none}.row(row).take()};
    CsvReader reader{in, {.take_off_guards = true}};
    CsvRecord record;
    RC_ASSERT(reader.next(record).value());
    RC_ASSERT(record.fields == row);
}

} // namespace
} // namespace heed::interop
