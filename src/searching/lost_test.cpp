#include "searching/search.hpp"

#include "asking/weights.hpp"

#include <gtest/gtest.h>

// Children whom a search once lost, each by a bound that was too low.

namespace heed::searching {
namespace {

using asking::Question;
using asking::weights;

void put(People& people, std::string id, people::PersonName name, people::Birth birth,
         std::string town)
{
    people.put({.id = std::move(id),
                .names = {std::move(name)},
                .birth = birth,
                .places = {{.town = std::move(town)}}});
}

people::Birth born(Day day) { return {BirthKind::known, day}; }

/// What the person scores, in bits.
float score(const Asked& asked, const People& people, std::string_view id)
{
    for (std::uint32_t row = 0; row < people.rows_end(); ++row)
        if (people.details(people.row(row).person).id == id)
            return Scorer{asked, people}.score(people.row(row)).total();
    return nobody_too_low;
}

bool is_found(const Search& search, const People& people, std::string_view id)
{
    return std::ranges::any_of(search.best().found(), [&](const Found& one) {
        return people.details(one.person).id == id;
    });
}

// Of the words near a surname only so many are put in order as may be wanted, and the first of the
// rest stands for all behind it: here one that a single child of the town bears, of whom all are
// looked at before, and behind it the surname of the child who is meant, born on a day turned
// round.
TEST(Search, FindsWhoeverBearsAWordBehindOneThatWasLookedAt)
{
    int shown = 0;
    for (int apart = 0; apart < 1500; apart += 10) {
        People people;
        const Day said = day(2010, 3, 7);
        put(people, "nearer", {"Zebulon", "", "Tansley"}, born(said + std::chrono::days{apart}),
            "Shale");
        put(people, "rare", {"Oluchi", "", "Tensloy"}, born(day(2001, 1, 1)), "Chatham");
        put(people, "meant", {"Zebulon", "", "Tunsloy"}, born(day(2010, 7, 3)), "");
        for (int number = 0; number < 300; ++number)
            put(people, std::to_string(number),
                {number > 280 ? "Zebulon" : "Oluchi", "", number < 5 ? "Tunsloy" : "Brightwater"},
                born(day(2002, 1, 1) + std::chrono::days{number}), "Shale");
        people.freeze();
        const Question question{.forename = "Zebulon",
                                .surname = "Tansley",
                                .born = asking::born_on(said),
                                .town = "Chatham"};
        const Asked asked{question, people};
        const float bits = score(asked, people, "meant");
        Search search{asked, people, 11};
        search.want_only_shown({.shown = 5, .strong = 60});
        search.look_at_everyone();
        if (bits < 5 || search.best().found().front().bits - bits > weights.shown_within) continue;
        ++shown;
        ASSERT_TRUE(is_found(search, people, "meant")) << apart;
    }
    EXPECT_GT(shown, 10);
}

// Of a town that was said not every surname is looked up for whoever is the same, as their forename
// is near too: but not of somebody who has none yet.
TEST(Search, FindsTheSameWhoHasNoForenameYetByAnotherSpellingOfTheSurname)
{
    People people;
    const Day said = day(2010, 3, 7);
    put(people, "meant", {"", "", "Wong"}, {BirthKind::expected, said + std::chrono::days{5}},
        "Chatham");
    for (int number = 0; number < 3000; ++number)
        put(people, std::to_string(number), {"Oluchi", "", number < 20 ? "Wong" : "Brightwater"},
            born(day(2002, 1, 1) + std::chrono::days{number % 900}), "Shale");
    people.freeze();
    const Question question{.forename = "Zebulon",
                            .surname = "Huang",
                            .born = asking::born_on(said),
                            .town = "Chatham"};
    const Asked asked{question, people};
    const float bits = score(asked, people, "meant");
    ASSERT_GT(bits, 20);
    for (int less = 0; less < 30; ++less) {
        Search search{asked, people, 11};
        search.want_the_same(bits - static_cast<float>(less) / 2);
        search.look_along_orders();
        EXPECT_EQ(search.best().found().size(), 1U) << less;
    }
}

// A letter is near thousands of words, which are not looked up with a town; here it is said for
// both names, and the child of the town is hardly near enough to the first to be shown.
TEST(Search, FindsInATownWhomOneLetterForBothNamesMayMean)
{
    People people;
    const auto word = [](int number) {
        std::string made = "m";
        for (int at = 0; at < 3; ++at, number /= 20) made += "abcdefghijklnopqrstu"[number % 20];
        return made;
    };
    for (int number = 0; number < 4000; ++number)
        put(people, std::to_string(number), {word(number), "", word((number * 7) % 4000)},
            born(day(1990, 1, 1)), number % 800 == 0 ? "Chatham" : "Shale");
    put(people, "first", {"Max", "", "Miles-Ferry"}, born(day(2015, 3, 14)), "Shale");
    put(people, "meant", {"Mary", "", "Moore"}, born(day(2016, 9, 1)), "Chatham");
    people.freeze();
    const Question question{.forename = "M",
                            .surname = "M",
                            .born = asking::born_on(day(2015, 3, 14)),
                            .town = "Chatham"};
    const Asked asked{question, people};
    ASSERT_TRUE(asked.words()[0].as_forename->is_near_very_many());
    const float first = score(asked, people, "first");
    ASSERT_LE(first - score(asked, people, "meant"), weights.shown_within);
    Search search{asked, people, 11};
    search.want_only_shown(asking::lines_for(asked.best_possible(), people.size()));
    search.look_at_everyone();
    EXPECT_EQ(search.best().found().front().bits, first);
    EXPECT_TRUE(is_found(search, people, "meant"));
}

} // namespace
} // namespace heed::searching
