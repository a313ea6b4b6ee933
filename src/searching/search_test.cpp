#include "searching/search.hpp"

#include "asking/weights.hpp"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <random>

namespace heed::searching {
namespace {

using asking::lines_for;
using asking::Question;
using asking::weights;
using people::NameKind;
using people::Person;

/// Names of a few syllables, so that many are alike, and a town of ten.
class Town : public ::testing::Test {
protected:
    explicit Town(bool of_one_letter = false) : one_letter{of_one_letter}
    {
        for (int number = 0; number < 2500; ++number) {
            const Person made = person(number);
            people.put(made);
            all.push_back(made);
            if (number % 700 == 0) people.freeze();
        }
    }

    Person person(int number)
    {
        Person made;
        made.id = std::to_string(number);
        const bool unborn = chance(30) == 0;
        made.names.push_back({unborn ? "" : name(), chance(3) == 0 ? name() : "", surname()});
        if (chance(8) == 0) made.names[0].forename += " " + name();
        if (chance(8) == 0) made.names[0].surname += "-" + surname();
        if (chance(40) == 0) made.names[0].surname.clear();
        if (chance(10) == 0) made.names.push_back({name(), "", surname(), NameKind::alias});
        made.birth = {unborn            ? BirthKind::expected
                      : chance(15) == 0 ? BirthKind::estimated_year
                      : chance(15) == 0 ? BirthKind::unknown
                                        : BirthKind::known,
                      day(2010, 1, 1) + std::chrono::days{chance(4000)}};
        if (chance(15) == 0) made.birth.day = add_months(made.birth.day, -12 * chance(40));
        made.places.push_back(place());
        if (chance(6) == 0) made.places.push_back(place());
        const std::string& own = made.names[0].surname;
        made.carers = {name() + " " + (own.empty() || chance(2) == 0 ? surname() : own)};
        if (chance(2) == 0) made.household = "h" + std::to_string(chance(700));
        made.place_hidden = chance(30) == 0;
        return made;
    }

    people::Place place()
    {
        const std::string town = std::to_string(chance(10));
        people::Place made;
        if (chance(9) > 0) made.town = "Town" + town;
        if (chance(3) > 0) made.area = "Area" + std::to_string(chance(4));
        if (chance(3) > 0) made.postcode = "T" + town + " " + std::to_string(chance(9)) + "AB";
        if (chance(3) > 0) {
            made.street = "Quarry Row " + std::to_string(chance(5));
            made.house = std::to_string(1 + chance(9));
        }
        return made;
    }

    int chance(int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); }
    std::string name()
    {
        std::string made = one_letter ? "ba" : "";
        for (int syllable = 0; syllable < 2; ++syllable) {
            made += "bdfgklmnrst"[chance(11)];
            made += "aeio"[chance(4)];
        }
        if (one_letter) made += "bdfgklmnrst"[chance(11)];
        return made;
    }
    std::string surname() { return name() + "ley"; }
    std::string mistyped(std::string text)
    {
        if (text.size() > 4 && chance(2) == 0)
            text[static_cast<std::size_t>(chance(4))] = "bdfgklmnrst"[chance(11)];
        return text;
    }
    Question question()
    {
        const Person& meant = all[static_cast<std::size_t>(chance(static_cast<int>(all.size())))];
        Question asked;
        std::string first = mistyped(meant.names[0].forename);
        if (chance(one_letter ? 2 : 12) == 0) first = first.substr(0, 1);
        // A child who has no name yet is asked for by the mother's.
        if (first.empty() && chance(3) > 0) {
            const std::string& mother = meant.carers[0];
            asked.forename = mistyped(mother.substr(0, mother.find(' ')));
            asked.surname = mistyped(mother.substr(mother.find(' ') + 1));
            if (chance(2) == 0) asked.born = asking::born_on(meant.birth.day);
            return asked;
        }
        std::string last = chance(8) == 0 ? surname() : mistyped(meant.names[0].surname);
        if (chance(one_letter ? 5 : 20) == 0) last = last.substr(0, 1);
        if (const auto half = last.find('-'); half != last.npos && chance(2) == 0)
            last.erase(0, half + 1);
        if (chance(6) == 0) {
            asked.name = first + " " + last;
        } else {
            asked.forename = first;
            if (chance(5) > 0) asked.surname = last;
            if (chance(4) == 0) asked.middle = chance(2) == 0 ? name() : meant.names[0].middle;
        }
        if (chance(10) == 0) {
            asked.carer = mistyped(meant.carers[0]);
            // Sometimes little but a carer is known.
            if (chance(2) == 0) asked.surname.clear();
            if (chance(3) == 0) asked.forename.clear();
        }
        if (chance(4) > 0)
            asked.born = asking::born_on(meant.birth.day +
                                         std::chrono::days{chance(3) == 0 ? chance(400) : 0});
        // Where they live, or somebody else.
        const Person& other = all[static_cast<std::size_t>(chance(static_cast<int>(all.size())))];
        const people::Place& home = (chance(5) == 0 ? other : meant).places[0];
        if (asked.born && chance(5) == 0) asked.born->about = true;
        if (asked.born && chance(6) == 0)
            asked.born->to = asked.born->from + std::chrono::days{chance(90)};
        if (chance(2) == 0) asked.town = chance(6) == 0 ? home.area : home.town;
        if (chance(4) == 0) asked.postcode = home.postcode;
        if (chance(5) == 0) asked.street = home.street;
        if (chance(7) == 0) asked.house = home.house;
        if (chance(40) == 0) asked.town = "-";
        return asked;
    }

    bool was_looked_at(const Asked& asked, const Row& row) const
    {
        const auto details = people.details(row.person);
        const auto& carers = details.carers;
        if (asked.place().whole_postcode &&
            std::ranges::find(details.places, asked.place().postcode,
                              &people::HeldPlace::postcode) != details.places.end())
            return true;
        return std::ranges::any_of(asked.carer(), [&](const AskedWord& said) {
            return std::ranges::any_of(carers, [&](const people::HeldCarer& carer) {
                return said.as_forename->near(carer.forename);
            });
        });
    }

    /// What the nearest of a person's carers is worth by forename, in bits; nothing when none is.
    std::optional<float> nearest_carer(const Asked& asked, std::uint32_t person) const
    {
        std::optional<float> nearest;
        for (const people::HeldCarer& carer : people.details(person).carers)
            for (const AskedWord& said : asked.carer())
                if (said.as_forename->near(carer.forename))
                    nearest = std::max(nearest.value_or(nobody_too_low),
                                       said.as_forename->bits(carer.forename));
        return nearest;
    }

    void looks_at_everyone_as_scoring_everybody_does(int questions);
    void wanting_only_who_is_shown_changes_nobody(int questions);
    void nobody_wanted_is_worth_more_than_all_the_rest(int questions);
    void nobody_scores_more_than_the_sieve_says(int questions);

    bool one_letter; ///< all names begin with the same, so that thousands are near it
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
        const auto first_quickly = [&]() -> std::optional<float> {
            Search quick{asked, people, 5};
            quick.look_along_orders();
            if (!quick.is_sure(lines)) return {};
            return quick.best().found()[0].bits;
        }();
        if (!first_quickly) continue;
        ++sure;
        Search whole{asked, people, 5};
        whole.look_at_everyone();
        if (*first_quickly != whole.best().found()[0].bits) ++other;
    }
    EXPECT_GT(sure, 100);
    EXPECT_EQ(other, 0);
}

void Town::looks_at_everyone_as_scoring_everybody_does(int questions)
{
    for (int number = 0; number < questions; ++number) {
        const Asked asked{question(), people};
        Search search{asked, people, 11};
        // By words alone, and by rows alone.
        search.look_at_everyone(number % 3 == 0 ? 100'000 : 0);
        Best best{11};
        for (std::uint32_t at = 0; at < people.rows_end(); ++at) {
            const Row row = people.row(at);
            const Scored scored = search.scorer().score(row);
            const auto tie =
                static_cast<std::uint32_t>(filing::key_of(people.details(row.person).id));
            if (!people.is_gone(at) && best.wants(scored.total()) && scored.agrees())
                best.offer({scored.total(), tie * 2'654'435'761U, row.person, at});
        }
        ASSERT_EQ(search.best().found().size(), best.found().size());
        for (std::size_t at = 0; at < best.found().size(); ++at)
            ASSERT_EQ(search.best().found()[at].person, best.found()[at].person) << number << at;
    }
}

class TownOfOneLetter : public Town {
protected:
    TownOfOneLetter() : Town{true} {}
};

TEST_F(Town, LookingAtEveryoneFindsTheSameAsScoringEverybody)
{
    looks_at_everyone_as_scoring_everybody_does(200);
}

TEST_F(TownOfOneLetter, LookingAtEveryoneFindsTheSameAsScoringEverybody)
{
    const Asked letter{{.forename = "B"}, people};
    ASSERT_TRUE(letter.words()[0].as_forename->is_near_very_many());
    looks_at_everyone_as_scoring_everybody_does(20);
}

void Town::wanting_only_who_is_shown_changes_nobody(int questions)
{
    for (int number = 0; number < questions; ++number) {
        const Asked asked{question(), people};
        const Lines lines = lines_for(asked.best_possible(), people.size());
        std::array<std::vector<Found>, 2> lists;
        for (const bool only_shown : {false, true}) {
            Search search{asked, people, 11};
            if (only_shown) search.want_only_shown(lines);
            search.look_along_orders();
            search.look_at_everyone();
            const auto& found = search.best().found();
            // Where nobody reaches the line, whoever is nearly the best may be shown.
            for (const Found& one : found)
                if ((one.bits >= lines.shown || found[0].bits < lines.shown) &&
                    found[0].bits - one.bits <= weights.shown_within)
                    lists.at(only_shown ? 1 : 0).push_back(one);
        }
        ASSERT_EQ(lists[0].size(), lists[1].size()) << number;
        for (std::size_t at = 0; at < lists[0].size(); ++at)
            ASSERT_EQ(lists[0][at].person, lists[1][at].person) << number << ' ' << at;
    }
}

TEST_F(Town, WantingOnlyWhoIsShownChangesNobodyWhoIsShown)
{
    wanting_only_who_is_shown_changes_nobody(300);
}

TEST_F(TownOfOneLetter, WantingOnlyWhoIsShownChangesNobodyWhoIsShown)
{
    wanting_only_who_is_shown_changes_nobody(30);
}

void Town::nobody_wanted_is_worth_more_than_all_the_rest(int questions)
{
    for (int number = 0; number < questions; ++number) {
        const Asked asked{question(), people};
        const Lines lines = lines_for(asked.best_possible(), people.size());
        Search search{asked, people, 11};
        search.want_only_shown(lines);
        search.look_along_orders();
        const auto& found = search.best().found();
        if (found.empty()) continue;
        float least = std::max(search.best().least(), found[0].bits - weights.shown_within);
        if (found[0].bits >= lines.shown) least = std::max(least, lines.shown);
        for (std::uint32_t at = 0; at < people.rows_end(); ++at) {
            const Row row = people.row(at);
            const Scored scored = search.scorer().score(row);
            // Of those who come to the same as the last, not all are among the best.
            if (people.is_gone(at) || scored.total() < least || !scored.agrees() ||
                scored.total() == search.best().least() ||
                std::ranges::find(found, row.person, &Found::person) != found.end())
                continue;
            const People::Rows rows = people.rows_about(at);
            ASSERT_LE(scored.total() * 8,
                      static_cast<float>(search.sieve().most_of_all_rest() +
                                         search.sieve().born(rows.packed(at).birth())) +
                          0.1F)
                << number;
        }
    }
}

TEST_F(Town, NobodyWhoIsWantedIsWorthMoreThanIsSaidOfAllTheRest)
{
    nobody_wanted_is_worth_more_than_all_the_rest(400);
}

TEST_F(TownOfOneLetter, NobodyWhoIsWantedIsWorthMoreThanIsSaidOfAllTheRest)
{
    nobody_wanted_is_worth_more_than_all_the_rest(40);
}

TEST_F(Town, WhoIsFarFromEveryWordIsWorthNoMoreThanIsSaidOfAllWhoAre)
{
    int far = 0;
    for (int number = 0; number < 40; ++number) {
        const Asked asked{question(), people};
        Sieve sieve{asked, people};
        for (std::uint32_t at = 0; at < people.rows_end(); ++at) {
            const People::Rows rows = people.rows_about(at);
            const PackedRow& packed = rows.packed(at);
            if (!sieve.is_far(packed)) continue;
            ++far;
            ASSERT_LE(sieve.most(packed, *rows.sheet), sieve.most_of_far());
            ASSERT_LE(sieve.most_of_rest(packed, *rows.sheet, rows.homes(at)),
                      sieve.most_of_far_rest());
        }
    }
    EXPECT_GT(far, 10'000);
}

TEST_F(Town, NobodyOfTheRestIsWorthMoreThanIsSaidOfOneOfTheirWords)
{
    int near = 0;
    for (int number = 0; number < 60; ++number) {
        const Asked asked{question(), people};
        Search search{asked, people, 11};
        search.look_along_orders();
        Sieve& sieve = search.sieve();
        std::map<std::uint32_t, int> most_by_key;
        for (const Sieve::NearWord& word : sieve.near_words(-100'000))
            most_by_key.emplace(word.key, word.most);
        for (std::uint32_t at = 0; at < people.rows_end(); ++at) {
            const Row row = people.row(at);
            const auto bears = {row.forename, row.second_forename, row.middle, row.surname,
                                row.second_surname};
            if (was_looked_at(asked, row) || std::ranges::any_of(bears, [&](WordId word) {
                    return sieve.marks().is_looked_at(word);
                }))
                continue;
            int most = -100'000;
            const auto by_word = [&](WordId word, people::Filed how) {
                const auto found = most_by_key.find(people::word_key(word, how));
                if (word != names::no_word && found != most_by_key.end())
                    most = std::max(most, found->second);
            };
            by_word(row.forename, people::Filed::by_forename);
            by_word(row.surname, people::Filed::by_surname);
            for (const WordId word : {row.second_forename, row.middle, row.second_surname})
                by_word(word, people::Filed::by_other);
            if (row.forename == names::no_word)
                most = std::max(most, sieve.without_forename().most);
            if (row.surname == names::no_word) most = std::max(most, sieve.without_surname().most);
            const People::Rows rows = people.rows_about(at);
            const PackedRow& packed = rows.packed(at);
            if (most > -100'000) {
                ++near;
                ASSERT_LE(sieve.most_of_rest(packed, *rows.sheet, rows.homes(at)), most);
            } else {
                ASSERT_LE(search.scorer().score(row).total() * 8,
                          static_cast<float>(sieve.most_of_others() + sieve.born(packed.birth())) +
                              0.1F);
            }
        }
    }
    EXPECT_GT(near, 10'000);
}

void Town::nobody_scores_more_than_the_sieve_says(int questions)
{
    for (int number = 0; number < questions; ++number) {
        const Asked asked{question(), people};
        const Scorer scorer{asked, people};
        Sieve sieve{asked, people};
        for (std::uint32_t at = 0; at < people.rows_end(); ++at) {
            const Scored scored = scorer.score(people.row(at));
            const People::Rows rows = people.rows_about(at);
            const PackedRow& packed = rows.packed(at);
            const int most = sieve.most(packed, *rows.sheet);
            ASSERT_LE(most, sieve.most_of_all());
            const auto carer = nearest_carer(asked, people.row(at).person);
            const int there =
                most - sieve.less_at(rows.homes(at)) - (carer ? sieve.less_by_carer(*carer) : 0);
            ASSERT_LE(there, most);
            if (scored.agrees())
                ASSERT_LE(scored.total() * 8,
                          static_cast<float>(there + sieve.born(packed.birth())) + 0.1F);
        }
    }
}

TEST_F(Town, NobodyScoresMoreThanTheSieveSays) { nobody_scores_more_than_the_sieve_says(80); }

TEST_F(TownOfOneLetter, NobodyScoresMoreThanTheSieveSays)
{
    nobody_scores_more_than_the_sieve_says(10);
}

} // namespace
} // namespace heed::searching
