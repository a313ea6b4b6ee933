#include "extract/file.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace heed::extract {
namespace {

Outcome<File> read(const std::string& csv)
{
    std::istringstream in{csv};
    return read_file(in);
}

const std::string headings = "Surname,Forename(s),DOB,Category,Date registered\n";

TEST(File, GivesItsRowsWithTheirLines)
{
    const auto file =
        read(headings + "Hill,Ann,14/3/03,Neglect,1/2/08\n,,,,\nBell,Ben,1/1/01,Neglect,2/2/08\n");
    ASSERT_TRUE(file) << in_words(file.error());
    ASSERT_EQ(file->rows.size(), 2U);
    EXPECT_EQ(file->rows[0].line, 2U);
    EXPECT_EQ(file->rows[1].line, 4U);
    EXPECT_EQ(file->rows[1].text, "Bell,Ben,1/1/01,Neglect,2/2/08");
}

TEST(File, FindsTheHeadingsBelowATitle)
{
    const auto file = read("Child Protection Register\nas at 31 March 2008\n\n" + headings +
                           "Hill,Ann,14/3/03,Neglect,1/2/08\n");
    ASSERT_TRUE(file) << in_words(file.error());
    ASSERT_EQ(file->rows.size(), 1U);
    EXPECT_EQ(file->rows[0].line, 5U);
}

struct Case {
    const char* name;
    std::string csv;
    RefusalCode code;
};
class FileThatIsNone : public testing::TestWithParam<Case> {};

TEST_P(FileThatIsNone, IsRefused)
{
    const auto file = read(GetParam().csv);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, GetParam().code);
}

std::string many_rows()
{
    std::string csv = headings;
    for (std::size_t i = 0; i <= rows_max; ++i) csv += "H,A,,,\n";
    return csv;
}

INSTANTIATE_TEST_SUITE_P(
    File, FileThatIsNone,
    testing::Values(Case{"Empty", "", RefusalCode::no_rows},
                    Case{"Blank", "\n\n,,\n", RefusalCode::no_rows},
                    Case{"HeadingsAlone", headings, RefusalCode::no_rows},
                    Case{"NoHeadings", "Hill,Ann,14/3/03\n", RefusalCode::heading_missing},
                    Case{"OtherHeadings", "Colour,Size\nred,4\n", RefusalCode::heading_missing},
                    Case{"Damaged", headings + "Hill,\"Ann\n", RefusalCode::quote_not_closed},
                    Case{"Endless", many_rows(), RefusalCode::too_many_rows}),
    [](const auto& test) { return test.param.name; });

} // namespace
} // namespace heed::extract
