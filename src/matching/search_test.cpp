#include "matching/search.hpp"

#include "asking/weights.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace heed::matching {
namespace {

using asking::weights;

/// Names of a few syllables, so that many are alike, and a town of ten.
class Town : public ::testing::Test {
protected:
    Town()
    {
        for (int number = 0; number < 2500; ++number) {
            Person person;
            person.id = std::to_string(number);
            person.names.push_back({name(), chance(3) == 0 ? name() : "", name() + "ley"});
            person.birth = {BirthKind::known, day(2010, 1, 1) + std::chrono::days{chance(4000)}};
            person.places.push_back({"", "", "Town" + std::to_string(chance(10)), "", ""});
            person.carers = {name() + " " + name() + "ley"};
            people.put(person);
            all.push_back(person);
            if (number % 700 == 0) people.freeze();
        }
    }

    int chance(int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); }
    std::string name()
    {
        std::string made;
        for (int syllable = 0; syllable < 2; ++syllable) {
            made += "bdfgklmnrst"[chance(11)];
            made += "aeio"[chance(4)];
        }
        return made;
    }
    std::string mistyped(std::string text)
    {
        if (chance(2) == 0) text[static_cast<std::size_t>(chance(4))] = "bdfgklmnrst"[chance(11)];
        return text;
    }
    Question question()
    {
        const Person& meant = all[static_cast<std::size_t>(chance(static_cast<int>(all.size())))];
        Question asked;
        asked.forename = mistyped(meant.names[0].forename);
        if (chance(5) > 0) asked.surname = mistyped(meant.names[0].surname);
        if (chance(4) > 0)
            asked.born = matching::born_on(meant.birth.day +
                                           std::chrono::days{chance(3) == 0 ? chance(400) : 0});
        if (chance(2) == 0) asked.town = meant.places[0].town;
        return asked;
    }

    std::mt19937 random{17};
    People people;
    std::vector<Person> all;
};

TEST_F(Town, WhoIsSurelyFoundAlongTheOrdersIsFirstOfEveryone)
{
    int sure = 0;
    int other = 0;
    for (int number = 0; number < 300; ++number) {
        const Asked asked{question(), people};
        const Lines lines = lines_for(asked.best_possible(), people.size());
        Search quick{asked, people, 5};
        quick.look_along_orders();
        if (!quick.is_sure(lines)) continue;
        ++sure;
        Search whole{asked, people, 5};
        whole.look_at_everyone();
        if (quick.best().found()[0].bits != whole.best().found()[0].bits) ++other;
    }
    EXPECT_GT(sure, 100);
    EXPECT_EQ(other, 0);
}

TEST_F(Town, LookingAtEveryoneFindsTheSameAsScoringEverybody)
{
    for (int number = 0; number < 60; ++number) {
        const Asked asked{question(), people};
        Search search{asked, people, 11};
        search.look_at_everyone();
        Best best{11};
        for (std::uint32_t at = 0; at < people.rows_end(); ++at) {
            const Row row = people.row(at);
            const Scored scored = search.scorer().score(row);
            const auto tie =
                static_cast<std::uint32_t>(names::key_of(people.details(row.person).id));
            if (best.wants(scored.total()) && scored.agrees())
                best.offer({scored.total(), tie * 2'654'435'761U, row.person, at});
        }
        ASSERT_EQ(search.best().found().size(), best.found().size());
        for (std::size_t at = 0; at < best.found().size(); ++at)
            ASSERT_EQ(search.best().found()[at].person, best.found()[at].person) << number << at;
    }
}

TEST_F(Town, WantingOnlyWhoIsShownChangesNobodyWhoIsShown)
{
    for (int number = 0; number < 150; ++number) {
        const Asked asked{question(), people};
        const Lines lines = lines_for(asked.best_possible(), people.size());
        std::array<std::vector<Found>, 2> lists;
        for (const bool only_shown : {false, true}) {
            Search search{asked, people, 11};
            search.look_along_orders();
            if (only_shown) search.want_only_shown(lines);
            search.look_at_everyone();
            const auto& found = search.best().found();
            for (const Found& one : found)
                if (one.bits >= lines.shown && found[0].bits - one.bits <= weights.shown_within)
                    lists.at(only_shown ? 1 : 0).push_back(one);
            // Where nobody reaches the line, whoever is best is still found.
            if (!found.empty() && lists.at(only_shown ? 1 : 0).empty())
                lists.at(only_shown ? 1 : 0).push_back(found[0]);
        }
        ASSERT_EQ(lists[0].size(), lists[1].size()) << number;
        for (std::size_t at = 0; at < lists[0].size(); ++at)
            ASSERT_EQ(lists[0][at].person, lists[1][at].person) << number << ' ' << at;
    }
}

TEST_F(Town, WhoIsFarFromEveryWordIsWorthNoMoreThanIsSaidOfAllWhoAre)
{
    int far = 0;
    for (int number = 0; number < 40; ++number) {
        const Asked asked{question(), people};
        const Sieve sieve{asked, people};
        for (std::uint32_t at = 0; at < people.rows_end(); ++at) {
            const PackedRow& packed = people.packed(at);
            if (!sieve.is_far(packed)) continue;
            ++far;
            ASSERT_LE(sieve.most_of_rest(packed, people.sheet_of(at)), sieve.most_of_far_rest());
        }
    }
    EXPECT_GT(far, 10'000);
}

TEST_F(Town, NobodyScoresMoreThanTheSieveSays)
{
    for (int number = 0; number < 40; ++number) {
        const Asked asked{question(), people};
        const Scorer scorer{asked, people};
        const Sieve sieve{asked, people};
        for (std::uint32_t at = 0; at < people.rows_end(); ++at) {
            const Scored scored = scorer.score(people.row(at));
            const PackedRow& packed = people.packed(at);
            const int most = sieve.most(packed, people.sheet_of(at));
            ASSERT_LE(most, sieve.most_of_all());
            if (scored.agrees())
                ASSERT_LE(scored.total() * 8,
                          static_cast<float>(most + sieve.born(packed.birth())) + 0.1F);
        }
    }
}

} // namespace
} // namespace heed::matching
