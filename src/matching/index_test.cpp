#include "matching/finder.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include <unistd.h>

namespace heed::matching {
namespace {

/// Few words and few days, so that many are alike.
Person person(int number, unsigned made)
{
    static constexpr std::array forenames{"Mary", "Marie", "Jon", "John", "Aisha", "Unborn"};
    static constexpr std::array surnames{"Smith", "Smyth", "Khan", "Clark-Lloyd", "Al-Hassan"};
    static constexpr std::array towns{"Chatham", "Strood", "Leeds"};
    const auto pick = [&](unsigned of) {
        made = made * 1'664'525U + 1'013'904'223U;
        return (made >> 16U) % of;
    };
    Person one;
    one.id = "p" + std::to_string(number);
    one.names.push_back({forenames[pick(6)], pick(3) == 0 ? forenames[pick(5)] : "",
                         surnames[pick(5)], NameKind::legal});
    if (pick(6) == 0)
        one.names.push_back({forenames[pick(5)], "", surnames[pick(5)], NameKind::alias});
    one.birth = {pick(9) == 0 ? BirthKind::estimated_year : BirthKind::known,
                 day(2012, 1, 1) + std::chrono::days{pick(600)}};
    one.places.push_back(
        {"8", "Quarry Row", towns[pick(3)], "Medway", pick(2) == 0 ? "ME4 4TR" : "2614", true});
    one.carers = {std::string{forenames[pick(5)]} + ' ' + surnames[pick(5)]};
    if (pick(2) == 0) one.household = "h" + std::to_string(pick(40));
    if (pick(4) == 0) one.identifiers = {"99900" + std::to_string(10'000 + number)};
    return one;
}

std::vector<Person> many(int from, int to, unsigned made)
{
    std::vector<Person> people;
    for (int number = from; number < to; ++number)
        people.push_back(person(number, made + static_cast<unsigned>(number)));
    return people;
}

Question question(const Person& about)
{
    Question asked;
    asked.forename = about.names[0].forename;
    asked.surname = about.names[0].surname;
    asked.born = born_on(about.birth.day);
    asked.town = about.places[0].town;
    asked.postcode = about.places[0].postcode;
    return asked;
}

class Changes : public ::testing::TestWithParam<unsigned> {};

TEST_P(Changes, LeaveTheIndexAsIfBuiltAnew)
{
    const unsigned seed = GetParam();
    Finder live;
    std::map<int, Person> held;
    const auto put = [&](const std::vector<Person>& people) {
        live.put_all(people);
        for (const Person& one : people) held[std::stoi(one.id.substr(1))] = one;
    };
    // More than a fresh sheet holds, so that segments are made, merged and outlived.
    put(many(0, 2'200, seed));
    put(many(1'500, 3'800, seed + 7));
    for (int number = 0; number < 3'800; number += 3) {
        live.remove("p" + std::to_string(number));
        held.erase(number);
    }
    put(many(3'000, 3'060, seed + 11));
    std::vector<Person> left;
    for (const auto& [number, one] : held) left.push_back(one);
    Finder anew;
    anew.put_all(left);
    ASSERT_EQ(live.size(), anew.size());
    for (int at = 0; at < 12; ++at) {
        const Question asked = question(left[static_cast<std::size_t>(at) * 97 % left.size()]);
        const Answer one = live.search(asked, 10);
        const Answer other = anew.search(asked, 10);
        EXPECT_EQ(one.candidates, other.candidates);
        EXPECT_EQ(one.spellings, other.spellings);
        EXPECT_EQ(one.shown, other.shown);
    }
}

INSTANTIATE_TEST_SUITE_P(Index, Changes, ::testing::Values(1U, 77U));

TEST(Index, LetsReadersGoOnWhileItIsFilledMergedSavedAndChanged)
{
    Finder finder;
    finder.put_all(many(0, 2'500, 1));
    std::atomic<bool> done = false;
    std::atomic<int> lost = 0;
    std::atomic<int> asked = 0;
    Person kept = person(9'999'999, 5);
    kept.names = {{"Zebedee", "", "Quantock", NameKind::legal}};
    finder.put(kept);
    std::vector<std::thread> readers;
    for (int reader = 0; reader < 2; ++reader)
        readers.emplace_back([&] {
            const Question about = question(kept);
            while (!done) {
                const Answer answer = finder.search(about, 3);
                ++asked;
                // Whoever is replaced is there before, after and in between.
                if (answer.candidates.empty() || answer.candidates[0].id != kept.id) ++lost;
            }
        });
    const auto file =
        std::filesystem::path{::testing::TempDir()} / ("heed-index-" + std::to_string(getpid()));
    for (int round = 0; round < 4; ++round) {
        finder.put_all(many(2'500 * round, 2'500 * (round + 1) + 300, 20));
        finder.put(kept);
        const Person fresh = person(5'000'000 + round, 3);
        finder.put(fresh);
        const auto found = finder.search(question(fresh), 1'000).candidates;
        EXPECT_NE(std::ranges::find(found, fresh.id, &Candidate::id), found.end());
        for (int number = 0; number < 20; ++number)
            finder.remove("p" + std::to_string(round * 100 + number));
        EXPECT_TRUE(finder.save(file, {"here", static_cast<std::uint64_t>(round)}));
    }
    done = true;
    for (std::thread& reader : readers) reader.join();
    std::filesystem::remove(file);
    EXPECT_EQ(lost, 0);
    EXPECT_GT(asked, 0);
}

TEST(Index, FindsBesideWhoeverIsHeldAlreadyWhoElseMayBeTheSame)
{
    Finder finder;
    finder.put_all(many(0, 21'000, 3)); // so many that a search stops at who would be shown
    Person held = person(9'999'999, 5);
    held.names = {{"Zebedee", "Mark", "Quantock", NameKind::legal}};
    Person again = held;
    again.id = "again";
    again.names = {{"Zebedee", "", "Quantok", NameKind::legal}};
    again.places[0].postcode = "LS1 4AP";
    finder.put_all({held, again});
    const auto alike = finder.alike(question(held), 8, 25);
    ASSERT_EQ(alike.size(), 2U);
    EXPECT_EQ(alike[0].id, held.id);
    EXPECT_EQ(alike[1].id, "again");
    // Far behind the first, and yet worth more than was asked for.
    EXPECT_GT(alike[0].bits - alike[1].bits, 10);
    EXPECT_GE(alike[1].bits, 25);
    EXPECT_EQ(finder.alike(question(held), 8, alike[1].bits + 1).size(), 1U);
    EXPECT_TRUE(finder.alike({}, 8, 20).empty());
}

} // namespace
} // namespace heed::matching
