#include "names/lexicon.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace heed::names {
namespace {

Lexicon holding(std::initializer_list<std::string_view> surnames)
{
    Lexicon lexicon;
    for (const std::string_view name : surnames) {
        lexicon.hold(lexicon.add(name), 1);
        lexicon.count(lexicon.find(name), Part::surname, 1);
    }
    return lexicon;
}

Alike how(const Lexicon& lexicon, std::string_view typed, std::string_view held,
          Part part = Part::surname)
{
    for (const Near& one : lexicon.near(typed, part))
        if (lexicon.text(one.word) == held) return one.how;
    ADD_FAILURE() << typed << " does not find " << held;
    return Alike::initial;
}

TEST(Lexicon, HoldsEachWordOnce)
{
    Lexicon lexicon;
    const WordId mary = lexicon.add("mary");
    EXPECT_EQ(lexicon.add("mary"), mary);
    EXPECT_EQ(lexicon.find("mary"), mary);
    EXPECT_EQ(lexicon.text(mary), "mary");
    EXPECT_EQ(lexicon.find("marie"), no_word);
    EXPECT_EQ(lexicon.add(""), no_word);
}

TEST(Lexicon, FindsEveryWordAfterGrowing)
{
    Lexicon lexicon;
    for (int i = 0; i < 20'000; ++i) lexicon.add("w" + std::to_string(i));
    for (int i = 0; i < 20'000; ++i)
        ASSERT_EQ(lexicon.text(lexicon.find("w" + std::to_string(i))), "w" + std::to_string(i));
}

TEST(Lexicon, FindsTheSameHoweverItsWordsAreFiled)
{
    std::mt19937 random{7};
    const auto below = [&](std::uint32_t most) {
        return static_cast<std::uint32_t>(random() % most);
    };
    std::vector<std::string> words;
    for (int number = 0; number < 6'000; ++number) {
        std::string& word = words.emplace_back();
        for (std::uint32_t more = 2 + below(4); more > 0; --more) {
            word += "bdfklmnrst"[below(10)];
            word += "aeiou"[below(5)];
        }
    }
    // The first of each word differs, so that neither is told what the other found.
    Lexicon some_loose = holding({"zzzzzzzzzzzz"});
    Lexicon all_packed = holding({"qqqqqqqqqqqq"});
    for (const std::string& word : words) {
        some_loose.hold(some_loose.add(word), 1);
        all_packed.hold(all_packed.add_unfiled(word), 1);
    }
    all_packed.pack();
    std::size_t found = 0;
    for (std::size_t at = 0; at < words.size(); at += 11) {
        std::string typed = words[at];
        if (at % 2 == 0) typed[below(static_cast<std::uint32_t>(typed.size()))] = 'e';
        const auto one = some_loose.near(typed, Part::surname);
        const auto other = all_packed.near(typed, Part::surname);
        ASSERT_EQ(one.size(), other.size()) << typed;
        const auto chances = [](const Lexicon& lexicon, const std::vector<Near>& near) {
            std::map<std::string_view, float> by_text;
            for (const Near& word : near) by_text[lexicon.text(word.word)] = word.chance;
            return by_text;
        };
        ASSERT_EQ(chances(some_loose, one), chances(all_packed, other)) << typed;
        found += one.size();
    }
    EXPECT_GT(found, 3'000);
}

TEST(Lexicon, SaysHowAWordIsAlike)
{
    const Lexicon lexicon =
        holding({"tansley", "smith", "choudhury", "obrien", "clarke", "christopherson"});
    EXPECT_EQ(how(lexicon, "tansley", "tansley"), Alike::same);
    EXPECT_EQ(how(lexicon, "tanzley", "tansley"), Alike::sounds);
    EXPECT_EQ(how(lexicon, "tamsley", "tansley"), Alike::misspelt);
    EXPECT_EQ(how(lexicon, "chowdhury", "choudhury"), Alike::spelling);
    EXPECT_EQ(how(lexicon, "christopher", "christopherson"), Alike::begins);
    EXPECT_EQ(how(holding({"reid"}), "reicl", "reid"), Alike::misspelt);
    EXPECT_EQ(how(holding({"oluwagbemi"}), "gbemi", "oluwagbemi"), Alike::short_form);
    EXPECT_EQ(how(holding({"red"}), "re", "red"), Alike::misspelt);
    EXPECT_EQ(how(holding({"li"}), "lim", "li"), Alike::misspelt);
}

TEST(Lexicon, LeavesOutWordsThatAreAlikeInNoWay)
{
    const Lexicon lexicon = holding({"tansley", "smith", "jones"});
    EXPECT_EQ(lexicon.near("smith", Part::surname).size(), 1U);
    EXPECT_TRUE(lexicon.near("zebedee", Part::surname).empty());
    EXPECT_TRUE(lexicon.near("", Part::surname).empty());
}

TEST(Lexicon, NeverStopsAtTheSameWord)
{
    const Lexicon lexicon = holding({"smit", "smith"});
    const auto near = lexicon.near("smit", Part::surname);
    ASSERT_EQ(near.size(), 2U);
    EXPECT_EQ(lexicon.text(near[0].word), "smit");
    EXPECT_EQ(lexicon.text(near[1].word), "smith");
    EXPECT_GT(near[0].chance, near[1].chance);
}

TEST(Lexicon, FindsWordsThatWereAddedAfterTheSameWasAsked)
{
    Lexicon lexicon = holding({"smith"});
    ASSERT_EQ(lexicon.near("smit", Part::surname).size(), 1U);
    lexicon.hold(lexicon.add("smits"), 1);
    EXPECT_EQ(lexicon.near("smit", Part::surname).size(), 2U);
    Lexicon other = lexicon;
    other.hold(other.add("smiti"), 1);
    lexicon.hold(lexicon.add("zebedee"), 1);
    EXPECT_EQ(other.near("smit", Part::surname).size(), 3U);
    EXPECT_EQ(lexicon.near("smit", Part::surname).size(), 2U);
}

/// By text, as the numbers are others in another lexicon.
std::map<std::string, std::pair<Alike, float>> near_texts(const Lexicon& lexicon,
                                                          std::string_view typed)
{
    std::map<std::string, std::pair<Alike, float>> texts;
    for (const Near& one : lexicon.near(typed, Part::surname))
        texts.emplace(lexicon.text(one.word), std::pair{one.how, one.chance});
    return texts;
}

TEST(Lexicon, ComparesWhatWasAddedSinceAsItComparesAll)
{
    std::mt19937 random{5};
    const auto pick = [&](std::size_t of) { return random() % of; };
    const auto made = [&] {
        std::string word{pick(6) == 0 ? "abdul" : ""};
        for (std::size_t part = 0; part < 2 + pick(2); ++part) {
            word += "bdkmnrst"[pick(8)];
            word += "aeio"[pick(4)];
        }
        return pick(5) == 0 ? word + "rn" : word;
    };
    std::vector<std::string> words;
    for (int number = 0; number < 1200; ++number) words.push_back(made());
    words.insert(words.begin() + 700, {"bad", "bada", "badaman", "bad2man"});
    std::vector<std::string> typed(words.begin(), words.begin() + 60);
    typed.emplace_back("bad");
    Lexicon grown;
    for (std::size_t at = 0; at < words.size(); ++at) {
        grown.hold(grown.add(words[at]), 1);
        if (at % 170 != 0) continue;
        // Another first word: nothing of the one is remembered for the other.
        Lexicon anew;
        anew.add("first" + std::to_string(at));
        for (std::size_t before = 0; before <= at; ++before) anew.hold(anew.add(words[before]), 1);
        for (const std::string& one : typed) {
            const auto by_and_by = near_texts(grown, one);
            ASSERT_EQ(by_and_by, near_texts(anew, one)) << one << at;
            // Remembered, for the next time.
            ASSERT_EQ(by_and_by, near_texts(grown, one));
        }
    }
}

TEST(Lexicon, ForgetsAWordThatNoNameHolds)
{
    Lexicon lexicon = holding({"tansley"});
    lexicon.hold(lexicon.find("tansley"), -1);
    EXPECT_TRUE(lexicon.near("tansly", Part::surname).empty());
}

TEST(Lexicon, CountsWhoBearsAWord)
{
    Lexicon lexicon = holding({"tansley"});
    const double one = lexicon.share("tansley", Part::surname);
    lexicon.count(lexicon.find("tansley"), Part::surname, 1);
    EXPECT_GT(lexicon.share("tansley", Part::surname), one);
    lexicon.count(lexicon.find("tansley"), Part::surname, -1);
    EXPECT_DOUBLE_EQ(lexicon.share("tansley", Part::surname), one);
    EXPECT_GT(lexicon.share("smith", Part::surname), lexicon.share("tansley", Part::forename));
}

} // namespace
} // namespace heed::names
