#include "names/fold.hpp"
#include "names/similarity.hpp"
#include "names/slips.hpp"
#include "names/sounds.hpp"
#include "names/variants.hpp"

#include "names/data.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace heed::names {
namespace {

std::string skeleton(std::string_view word) { return skeleton_of(sound_of(word)); }

rc::Gen<std::string> word()
{
    return rc::gen::resize(
        12, rc::gen::container<std::string>(rc::gen::elementOf(std::string{"abcdehnorst"})));
}

TEST(Slips, CountTurnedLettersOnce)
{
    EXPECT_EQ(Pattern{"tansley"}.slips_to("tansley", 2), 0);
    EXPECT_EQ(Pattern{"tansley"}.slips_to("tanlsey", 2), 1);
    EXPECT_EQ(Pattern{"tansley"}.slips_to("tansly", 2), 1);
    EXPECT_EQ(Pattern{"tansley"}.slips_to("tanzlee", 2), 2);
    EXPECT_EQ(Pattern{"tansley"}.slips_to("smith", 2), 3);
}

RC_GTEST_PROP(Slips, AreTheSameBothWays, ())
{
    const std::string left = *word();
    const std::string right = *word();
    RC_ASSERT(Pattern{left}.slips_to(right, 3) == Pattern{right}.slips_to(left, 3));
    RC_ASSERT((Pattern{left}.slips_to(right, 3) == 0) == (left == right));
}

RC_GTEST_PROP(Likeness, IsTheSameBothWaysAndOneOnlyForTheSameWord, ())
{
    const std::string left = *word();
    const std::string right = *word();
    const double like = likeness(left, right);
    RC_ASSERT(like == likeness(right, left));
    RC_ASSERT(like >= 0.0 && like <= 1.0);
    RC_ASSERT((like == 1.0) == (left == right));
}

TEST(Sounds, AreTheSameForNamesHeardAlike)
{
    EXPECT_EQ(sound_of("tansley"), sound_of("tansly"));
    EXPECT_EQ(sound_of("philip"), sound_of("filip"));
    EXPECT_EQ(sound_of("catherine"), sound_of("katherine"));
    EXPECT_EQ(sound_of("knight"), sound_of("nite"));
    EXPECT_EQ(sound_of("yasmin"), sound_of("jasmin"));
    EXPECT_EQ(skeleton("hussain"), skeleton("hossein"));
    EXPECT_EQ(skeleton("mohammed"), skeleton("muhamad"));
    EXPECT_EQ(skeleton("wiktoria"), skeleton("victoria"));
}

TEST(Sounds, AreNotTheSameForNamesHeardApart)
{
    EXPECT_NE(sound_of("mary"), sound_of("martin"));
    EXPECT_NE(skeleton("anna"), skeleton("nina"));
}

RC_GTEST_PROP(Sounds, AreNeverEmptyForAWord, ())
{
    const std::string any = *rc::gen::nonEmpty(word());
    RC_ASSERT(!sound_of(any).empty());
    RC_ASSERT(!skeleton(any).empty());
}

Kin kin(std::string_view left, std::string_view right, Part part)
{
    for (const Variant& one : variants_of(left, part))
        if (one.word == right) return one.kin;
    ADD_FAILURE() << left << " and " << right << " are not one name";
    return Kin::cousin;
}

TEST(Variants, KnowSpellingsAndShortForms)
{
    EXPECT_EQ(kin("mohammed", "muhammad", Part::forename), Kin::spelling);
    EXPECT_EQ(kin("liz", "elizabeth", Part::forename), Kin::short_of);
    EXPECT_EQ(kin("liz", "betty", Part::forename), Kin::cousin);
    EXPECT_EQ(kin("jan", "john", Part::forename), Kin::counterpart);
    EXPECT_EQ(kin("gosia", "malgorzata", Part::forename), Kin::short_of);
    EXPECT_EQ(kin("emeka", "chukwuemeka", Part::forename), Kin::spelling);
    EXPECT_EQ(kin("abdi", "abdirahman", Part::forename), Kin::short_of);
    EXPECT_EQ(kin("neve", "niamh", Part::forename), Kin::spelling);
    EXPECT_EQ(kin("choudhury", "chowdhury", Part::surname), Kin::spelling);
    EXPECT_EQ(kin("kowalski", "kowalska", Part::surname), Kin::spelling);
    EXPECT_TRUE(variants_of("liz", Part::surname).empty());
    EXPECT_TRUE(variants_of("qwerty", Part::forename).empty());
}

TEST(Variants, AreOneNameBothWays)
{
    for (const std::string_view name : {"mohammed", "siobhan", "william", "agnieszka", "maria"})
        for (const Variant& one : variants_of(name, Part::forename))
            EXPECT_EQ(kin(one.word, name, Part::forename), one.kin) << one.word;
}

TEST(Variants, AreWrittenFoldedInTheData)
{
    for (const std::string_view file :
         {"forenames-isles.txt", "forenames-world.txt", "short-forms.txt", "surnames.txt"}) {
        for_each_line(file, [&](std::string_view line) {
            for (const char letter : line)
                EXPECT_TRUE((letter >= 'a' && letter <= 'z') || letter == ' ' || letter == '~' ||
                            letter == ':')
                    << file << ": " << line;
        });
    }
}

TEST(Frequencies, AreKnownBeforehandForCommonNames)
{
    EXPECT_GT(per_million("smith", Part::surname), per_million("boateng", Part::surname));
    EXPECT_GT(per_million("boateng", Part::surname), per_million("tansley", Part::surname));
}

} // namespace
} // namespace heed::names
