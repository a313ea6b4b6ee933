#include "held/described.hpp"

#include <gtest/gtest.h>

using namespace heed;
using namespace heed::held;
using extract::Heading;

namespace {

const Day as_at = day(2008, 4, 1);

extract::Row row(const std::string& surname, const std::string& forenames, const std::string& born)
{
    extract::Row row;
    row[Heading::surname] = surname;
    row[Heading::forenames] = forenames;
    row[Heading::born] = born;
    return row;
}

matching::Question asked(const std::string& name, const std::string& born = "")
{
    matching::Question question;
    question.name = name;
    question.born = matching::born_from_iso(born);
    return question;
}

bool is_like(const extract::Row& row, const matching::Question& question)
{
    return !like({described("r", row, as_at)}, {question}).empty();
}

} // namespace

TEST(HeldRow, IsLikeAChildOfItsNameAndBirth)
{
    const auto rachel = row("MELLOR", "Rachel", "14/02/2001");
    EXPECT_TRUE(is_like(rachel, asked("Rachel Mellor", "2001-02")));
    EXPECT_TRUE(is_like(rachel, asked("rachel mellor")));
    EXPECT_TRUE(is_like(rachel, asked("Rachael Meller", "2001")));
    EXPECT_TRUE(is_like(rachel, asked("Mellor Rachel", "2001-02-14")));
}

TEST(HeldRow, IsLikeAChildThoughItsBirthCannotBeRead)
{
    for (const char* born : {"31/02/2001", "", "n/k", "02/03/04/05", "soon"}) {
        EXPECT_TRUE(is_like(row("Mellor", "Rachel", born), asked("Rachel Mellor", "2001-02")))
            << born;
        EXPECT_TRUE(is_like(row("Mellor", "Rachel", born), asked("Rachel Mellor"))) << born;
    }
}

TEST(HeldRow, IsLikeAChildThoughAPartOfItsNameIsMissing)
{
    EXPECT_TRUE(is_like(row("Mellor", "", "14/02/2001"), asked("Rachel Mellor", "2001-02-14")));
    EXPECT_TRUE(is_like(row("", "Rachel", "14/02/2001"), asked("Rachel Mellor", "2001-02-14")));
    auto whole = row("", "", "14/02/2001");
    whole[Heading::whole_name] = "MELLOR, Rachel";
    EXPECT_TRUE(is_like(whole, asked("Rachel Mellor")));
}

TEST(HeldRow, IsLikeAChildUnderAnotherName)
{
    auto other = row("Mellor", "Rachel", "14/02/2001");
    other[Heading::also_known_as] = "Rachel Rhodes";
    EXPECT_TRUE(is_like(other, asked("Rachel Rhodes", "2001-02-14")));
}

TEST(HeldRow, IsLikeAChildThoughItsCellsAreShifted)
{
    extract::Row shifted;
    shifted.too_many_fields = true;
    shifted[Heading::forenames] = "Mellor";
    shifted[Heading::also_known_as] = "Rachel";
    EXPECT_TRUE(is_like(shifted, asked("Rachel Mellor")));
}

TEST(HeldRow, IsLikeNobodyElse)
{
    const auto rachel = row("Mellor", "Rachel", "14/02/2001");
    EXPECT_FALSE(is_like(rachel, asked("Zebedee Quillfeather", "2012-07-07")));
    EXPECT_FALSE(is_like(rachel, asked("Thomas Brandt")));
    EXPECT_FALSE(is_like(rachel, asked("Rachel Brandt", "2014-09-01")));
    EXPECT_FALSE(is_like(row("", "", ""), asked("Rachel Mellor")));
    EXPECT_TRUE(like({}, {asked("Rachel Mellor")}).empty());
}
