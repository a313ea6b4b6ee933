#include "names/fold.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace heed::names {
namespace {

using Words = std::vector<std::string>;

TEST(Fold, WritesEveryScriptInPlainLetters)
{
    EXPECT_EQ(folded("Siân O’Brien-Łoś"), "sian obrien los");
    EXPECT_EQ(folded("  MÁIRÉAD   Ní Dhónaill "), "mairead ni dhonaill");
    EXPECT_EQ(folded("Şükrü Öztürk Işık"), "sukru ozturk isik");
    EXPECT_EQ(folded("Đorđe Straße Søren Ægir"), "dorde strasse soren aegir");
    EXPECT_EQ(folded("Иван Петров"), "ivan petrov");
    EXPECT_EQ(folded("Γιώργος"), "giorgos");
    EXPECT_EQ(folded("أحمد"), "ahmad");
    EXPECT_EQ(folded("محمد خان"), "muhammad khan");
    EXPECT_EQ(folded("ਗੁਰਪ੍ਰੀਤ ਕੌਰ"), "gurpreet kaur");
    EXPECT_EQ(folded("राहुल"), "rahul");
    EXPECT_EQ(folded("Щербак Юрій"), "shcherbak yury");
    EXPECT_EQ(folded("陳"), "chan");
    EXPECT_EQ(folded("नेहा"), "neha");
}

TEST(Fold, ReadsDecomposedAccentsAndOldBytes)
{
    EXPECT_EQ(folded("Zoe\u0308"), "zoe");
    EXPECT_EQ(folded("Zo\xEB"), "zoe");
    EXPECT_EQ(folded("O\x92Neill"), "oneill");
    EXPECT_EQ(folded("Se\xE1n O'Shea"), "sean oshea");
}

TEST(Fold, ClosesApostrophesAndPartsAtOtherSigns)
{
    EXPECT_EQ(folded("D'Arcy"), "darcy");
    EXPECT_EQ(folded("Smith-Jones/Brown"), "smith jones brown");
    EXPECT_EQ(folded("(Billy)"), "billy");
    EXPECT_EQ(folded("'"), "");
    EXPECT_EQ(folded(""), "");
}

RC_GTEST_PROP(Fold, ComesOutTheSameWhenFoldedAgain, (const std::string& text))
{
    const std::string once = folded(text);
    RC_ASSERT(folded(once) == once);
    for (const char letter : once)
        RC_ASSERT((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
                  letter == ' ');
}

TEST(Words, JoinsParticlesToTheirWord)
{
    EXPECT_EQ(words_of("Mary O Brien"), (Words{"mary", "obrien"}));
    EXPECT_EQ(words_of("Mc Donald"), (Words{"mcdonald"}));
    EXPECT_EQ(words_of("Salah ud-Din"), (Words{"salah", "uddin"}));
    EXPECT_EQ(words_of("Al-Hassan"), (Words{"alhassan"}));
    EXPECT_EQ(words_of("van der Berg"), (Words{"vanderberg"}));
    EXPECT_EQ(words_of("J Smith"), (Words{"j", "smith"}));
    EXPECT_EQ(words_of("O"), (Words{"o"}));
    EXPECT_EQ(words_of("Clark-Lloyd"), (Words{"clark", "lloyd"}));
}

TEST(Words, FindTheNameWithoutItsParticle)
{
    EXPECT_EQ(without_particle("alhassan"), "hassan");
    EXPECT_EQ(without_particle("abdulrahman"), "rahman");
    EXPECT_EQ(without_particle("alan"), "");
    EXPECT_EQ(without_particle("obrien"), "");
}

TEST(Words, KnowWhatIsWrittenForNoName)
{
    EXPECT_TRUE(is_placeholder("unborn"));
    EXPECT_TRUE(is_placeholder("baby"));
    EXPECT_FALSE(is_placeholder("mary"));
}

} // namespace
} // namespace heed::names
