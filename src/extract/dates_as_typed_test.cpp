#include "extract/dates_as_typed.hpp"

#include <rapidcheck/gtest.h>

namespace heed::extract {
namespace {

using Kind = TypedDate::Kind;
const Day as_at = day(2008, 4, 1);

struct Case {
    const char* name;
    std::string_view typed;
    Kind kind;
    std::string_view day = {};
    DateOf what = DateOf::birth;
    bool expected = false;
};

class Date : public testing::TestWithParam<Case> {};

TEST_P(Date, IsReadAsTheTyperMeantIt)
{
    const auto& c = GetParam();
    const auto date = date_as_typed(c.typed, as_at, c.what);
    EXPECT_EQ(date.kind, c.kind);
    EXPECT_EQ(date.expected, c.expected);
    if (!c.day.empty()) EXPECT_EQ(to_iso(date.day), c.day);
}

std::string name_of(const testing::TestParamInfo<Case>& test) { return test.param.name; }

INSTANTIATE_TEST_SUITE_P(
    OfADay, Date,
    testing::Values(Case{"Slashes", "14/03/2003", Kind::day, "2003-03-14"},
                    Case{"ShortMonth", "14-Mar-03", Kind::day, "2003-03-14"},
                    Case{"Iso", "2003-03-14", Kind::day, "2003-03-14"},
                    Case{"IsoWithSlashes", "2003/03/14", Kind::day, "2003-03-14"},
                    Case{"Dots", "14.3.03", Kind::day, "2003-03-14"},
                    Case{"GermanDots", "14.03.2003", Kind::day, "2003-03-14"},
                    Case{"LongMonth", "14 March 2003", Kind::day, "2003-03-14"},
                    Case{"Ordinal", "14th March 2003", Kind::day, "2003-03-14"},
                    Case{"OrdinalOf", "the 1st of May 2001", Kind::unreadable},
                    Case{"OfTheMonth", "1st of May 2001", Kind::day, "2001-05-01"},
                    Case{"MonthFirstInLetters", "March 14, 2003", Kind::day, "2003-03-14"},
                    Case{"Weekday", "Friday 14 March 2003", Kind::day, "2003-03-14"},
                    Case{"FourLetterMonth", "3 Sept 2004", Kind::day, "2004-09-03"},
                    Case{"NoSpaces", "14Mar2003", Kind::day, "2003-03-14"},
                    Case{"Spaces", " 14 03 2003 ", Kind::day, "2003-03-14"},
                    Case{"EnDash", "14\u201303\u20132003", Kind::day, "2003-03-14"},
                    Case{"MidnightAfterIt", "14/03/2003 00:00:00", Kind::day, "2003-03-14"},
                    Case{"IsoMidnight", "2003-03-14T00:00:00.000Z", Kind::day, "2003-03-14"},
                    Case{"EightDigitsYearFirst", "20030314", Kind::day, "2003-03-14"},
                    Case{"EightDigitsDayFirst", "14032003", Kind::day, "2003-03-14"},
                    Case{"LeapDay", "29/02/2004", Kind::day, "2004-02-29"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    OfAnExpectedDay, Date,
    testing::Values(Case{"Edd", "EDD 02/06/2008", Kind::day, "2008-06-02", DateOf::birth, true},
                    Case{"EddAfter", "02/06/2008 (EDD)", Kind::day, "2008-06-02", DateOf::birth,
                         true},
                    Case{"EddColon", "EDD: 2-Jun-08", Kind::day, "2008-06-02", DateOf::birth, true},
                    Case{"Due", "due 2 June 2008", Kind::day, "2008-06-02", DateOf::birth, true},
                    Case{"EddAlone", "EDD", Kind::nothing, {}, DateOf::birth, true},
                    Case{"EddNotKnown", "EDD June", Kind::unreadable, {}, DateOf::birth, true}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    OfTwoDigitYear, Date,
    testing::Values(Case{"BornLastCentury", "14/3/91", Kind::day, "1991-03-14"},
                    Case{"BornThisYear", "14/3/08", Kind::day, "2008-03-14"},
                    Case{"ExpectedNextYear", "14/1/09", Kind::day, "2009-01-14"},
                    Case{"NotBornInTwoYears", "14/3/10", Kind::day, "1910-03-14"},
                    Case{"RegisteredLongAgo", "1-Dec-99", Kind::day, "1999-12-01", DateOf::past},
                    Case{"ReviewInTwoYears", "14/3/10", Kind::day, "2010-03-14", DateOf::review},
                    Case{"ReviewLongAgo", "14/3/99", Kind::day, "1999-03-14", DateOf::review}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    OfLess, Date,
    testing::Values(Case{"Empty", "", Kind::nothing}, Case{"Spaces", "  ", Kind::nothing},
                    Case{"NotKnown", "N/K", Kind::nothing}, Case{"Tbc", "tbc", Kind::nothing},
                    Case{"Zeros", "00/00/0000", Kind::nothing},
                    Case{"Month", "March 2003", Kind::month, "2003-03-01"},
                    Case{"MonthInFigures", "03/2003", Kind::month, "2003-03-01"},
                    Case{"IsoMonth", "2003-03", Kind::month, "2003-03-01"},
                    Case{"Year", "2003", Kind::year, "2003-01-01"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    ThatIsNone, Date,
    testing::Values(Case{"ThirtyFirstOfFebruary", "31/02/2001", Kind::impossible},
                    Case{"NoLeapYear", "29-Feb-03", Kind::impossible},
                    Case{"MonthFourteen", "03/14/2003", Kind::impossible},
                    Case{"DayZero", "00/03/2003", Kind::impossible},
                    Case{"IsoMonthThirteen", "2003-13-01", Kind::impossible},
                    Case{"ThirtyFirstOfJuneInLetters", "31 June 2004", Kind::impossible},
                    Case{"MonthThirteenOfAYear", "13/2003", Kind::impossible},
                    Case{"ImpossibleEightDigits", "31022001", Kind::impossible},
                    Case{"SpreadsheetNumber", "37694", Kind::unreadable},
                    Case{"ThreeDigitYear", "14/03/203", Kind::unreadable},
                    Case{"YearOfChrist", "14/03/0203", Kind::unreadable},
                    Case{"Words", "spring", Kind::unreadable},
                    Case{"TwoDates", "14/03/2003 15/03/2003", Kind::unreadable},
                    Case{"NoYear", "14 March", Kind::unreadable},
                    Case{"UnknownMonth", "14-Mrz-2003", Kind::unreadable},
                    Case{"TimeOfDay", "14/03/2003 09:30", Kind::unreadable},
                    Case{"QuestionMark", "14/03/2003?", Kind::unreadable},
                    Case{"Sum", "=14/3/2003", Kind::unreadable},
                    Case{"ManyDigits", "99999999999999999999", Kind::unreadable}),
    name_of);

/// However a day is written, it is read as that day.
RC_GTEST_PROP(Date, ReadsEveryWayOfWritingADay, ())
{
    const Day meant = day(1985, 1, 1) + std::chrono::days{*rc::gen::inRange(0, 9'000)};
    const std::chrono::year_month_day parts{meant};
    const std::string d = std::to_string(unsigned{parts.day()}),
                      m = std::to_string(unsigned{parts.month()}),
                      y = std::to_string(int{parts.year()});
    const std::string separator = *rc::gen::element<std::string>("/", "-", ".", " ", " / ");
    const bool two_digits = *rc::gen::arbitrary<bool>();
    const std::string typed = *rc::gen::element<std::string>(
        d + separator + m + separator + (two_digits ? y.substr(2) : y), to_iso(meant),
        in_words(meant), in_words(meant) + " 00:00");
    const auto read = date_as_typed(typed, as_at, DateOf::birth);
    RC_ASSERT(read.kind == Kind::day);
    RC_ASSERT(read.day == meant);
}

RC_GTEST_PROP(Date, IsNeverGuessedFromNonsense, (const std::string& typed))
{
    const auto read = date_as_typed(typed, as_at, DateOf::birth);
    const bool has_digit = typed.find_first_of("0123456789") != std::string::npos;
    RC_ASSERT(has_digit || read.kind == Kind::nothing || read.kind == Kind::unreadable);
}

} // namespace
} // namespace heed::extract
