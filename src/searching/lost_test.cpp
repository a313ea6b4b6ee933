#include "searching/search.hpp"

#include "asking/weights.hpp"

#include <gtest/gtest.h>

#include <array>

// Children whom a search would lose, each by a bound that was once too low.

namespace heed::searching {
namespace {

using asking::Question;
using asking::weights;
using people::Person;

// Of the words near a surname only so many are put in order as may be wanted, and the first of the
// rest stands for all behind it: here one that a single child of the town bears, of whom all are
// looked at before, and behind it the surname of the child who is meant, born on a day turned
// round.
TEST(Search, FindsWhoeverBearsAWordBehindOneThatWasLookedAt)
{
    int shown = 0;
    for (int apart = 0; apart < 1500; apart += 10) {
        People people;
        const auto put = [&](std::string id, people::PersonName name, Day born, std::string town) {
            people.put({.id = std::move(id),
                        .names = {std::move(name)},
                        .birth = {BirthKind::known, born},
                        .places = {{.town = std::move(town)}}});
        };
        const Day said = day(2010, 3, 7);
        put("nearer", {"Zebulon", "", "Tansley"}, said + std::chrono::days{apart}, "Shale");
        put("rare", {"Oluchi", "", "Tensloy"}, day(2001, 1, 1), "Chatham");
        put("meant", {"Zebulon", "", "Tunsloy"}, day(2010, 7, 3), "");
        for (int number = 0; number < 300; ++number)
            put(std::to_string(number),
                {number > 280 ? "Zebulon" : "Oluchi", "", number < 5 ? "Tunsloy" : "Brightwater"},
                day(2002, 1, 1) + std::chrono::days{number}, "Shale");
        people.freeze();
        const Question question{.forename = "Zebulon",
                                .surname = "Tansley",
                                .born = asking::born_on(said),
                                .town = "Chatham"};
        const Asked asked{question, people};
        Search search{asked, people, 11};
        search.want_only_shown({.shown = 5, .strong = 60});
        search.look_at_everyone();
        const auto& found = search.best().found();
        const auto is_meant = [&](std::uint32_t person) {
            return people.details(person).id == "meant";
        };
        float bits = 0;
        for (std::uint32_t row = 0; row < people.rows_end(); ++row)
            if (is_meant(row)) bits = search.scorer().score(people.row(row)).total();
        if (bits < 5 || found.front().bits - bits > weights.shown_within) continue;
        ++shown;
        ASSERT_TRUE(std::ranges::any_of(found, is_meant, &Found::person)) << apart;
    }
    EXPECT_GT(shown, 10);
}

// Of a town that was said not every surname is looked up for whoever is the same, as their forename
// is near too: but not of somebody who has none yet.
TEST(Search, FindsTheSameWhoHasNoForenameYetByAnotherSpellingOfTheSurname)
{
    People people;
    const auto put = [&](std::string id, people::PersonName name, people::Birth birth,
                         std::string town) {
        people.put({.id = std::move(id),
                    .names = {std::move(name)},
                    .birth = birth,
                    .places = {{.town = std::move(town)}}});
    };
    const Day said = day(2010, 3, 7);
    put("meant", {"", "", "Wong"}, {BirthKind::expected, said + std::chrono::days{5}}, "Chatham");
    for (int number = 0; number < 3000; ++number)
        put(std::to_string(number), {"Oluchi", "", number < 20 ? "Wong" : "Brightwater"},
            {BirthKind::known, day(2002, 1, 1) + std::chrono::days{number % 900}}, "Shale");
    people.freeze();
    const Question question{.forename = "Zebulon",
                            .surname = "Huang",
                            .born = asking::born_on(said),
                            .town = "Chatham"};
    const Asked asked{question, people};
    float bits = 0;
    for (std::uint32_t row = 0; row < people.rows_end(); ++row)
        if (people.details(row).id == "meant")
            bits = Scorer{asked, people}.score(people.row(row)).total();
    ASSERT_GT(bits, 20);
    for (int less = 0; less < 30; ++less) {
        Search search{asked, people, 11};
        search.want_the_same(bits - static_cast<float>(less) / 2);
        search.look_along_orders();
        EXPECT_EQ(search.best().found().size(), 1U) << less;
    }
}

// Households are filed by a hash, under which strangers may be found.
TEST(People, TakeNobodyOfAnotherHouseholdForABrotherOrSister)
{
    People people;
    for (int number = 0; number < 3000; ++number) {
        std::string surname = "ley";
        for (int left = number; left > 0; left /= 20) surname += "bcdfghjklmnpqrstvwxz"[left % 20];
        const std::string id = std::to_string(number);
        people.put({.id = id, .names = {{"Mary", "", surname}}, .household = "h" + id});
        if (number % 1000 == 999) people.freeze();
    }
    for (std::uint32_t row = 0; row < people.rows_end(); ++row)
        ASSERT_TRUE(people.details(row).siblings.empty()) << row;
}

} // namespace
} // namespace heed::searching
