#include "support/people_feed.hpp"

#include <gtest/gtest.h>

#include <set>

namespace heed::support {
namespace {

constexpr std::uint64_t seed = 7;
constexpr std::uint64_t many = 20'000;

template <class Is> double share_of(Is is)
{
    std::uint64_t found = 0;
    for (std::uint64_t one = 0; one < many; ++one) found += is(made_person(seed, one)) ? 1U : 0U;
    return static_cast<double>(found) / static_cast<double>(many);
}

TEST(MadePeople, are_the_same_in_whatever_order_they_are_made)
{
    std::vector<Person> forwards, backwards;
    for (std::uint64_t one = 0; one < 300; ++one) forwards.push_back(made_person(seed, one).person);
    for (std::uint64_t one = 300; one > 0; --one)
        backwards.push_back(made_person(seed, one - 1).person);
    std::ranges::reverse(backwards);
    EXPECT_EQ(forwards, backwards);
}

TEST(MadePeople, are_others_under_another_seed)
{
    EXPECT_NE(made_person(1, 5).person, made_person(2, 5).person);
}

TEST(MadePeople, are_of_every_community)
{
    std::set<std::size_t> met;
    for (std::uint64_t one = 0; one < many; ++one) met.insert(made_person(seed, one).community);
    EXPECT_EQ(met.size(), community_count);
    double shares = 0;
    for (const NameStock& stock : name_stocks()) shares += stock.share;
    EXPECT_NEAR(shares, 1, 0.001);
}

TEST(MadePeople, have_few_common_names_and_many_rare_ones)
{
    std::set<std::string> surnames;
    for (std::uint64_t one = 0; one < many; ++one)
        surnames.insert(made_person(seed, one).person.names[0].surname);
    EXPECT_GT(surnames.size(), many / 5);
    EXPECT_NEAR(share_of([](const MadePerson& made) { return made.surname == "Smith"; }), 0.009,
                0.004);
}

TEST(MadePeople, are_twins_and_unborn_and_known_by_other_names_now_and_then)
{
    EXPECT_NEAR(share_of([](const MadePerson& made) { return made.twin; }), 0.028, 0.01);
    EXPECT_NEAR(share_of([](const MadePerson& made) { return made.person.names.size() > 1; }), 0.05,
                0.01);
    EXPECT_NEAR(share_of([](const MadePerson& made) {
                    return made.person.birth.kind == matching::BirthKind::expected;
                }),
                0.006, 0.004);
}

TEST(MadePeople, of_one_household_share_a_home_and_twins_a_birth)
{
    for (std::uint64_t one = 0; one < 2'000; ++one) {
        const MadePerson made = made_person(seed, one), next = made_person(seed, one + 1);
        if (made.household != next.household) continue;
        EXPECT_EQ(made.person.places[0], next.person.places[0]);
        EXPECT_EQ(made.twin && next.twin, made.born == next.born) << one;
    }
}

TEST(MadePeople, held_out_of_the_index_belong_to_a_household_in_it)
{
    const MadePerson made = made_person(seed, 40), other = held_out_sibling(seed, 40);
    EXPECT_EQ(other.household, made.household);
    EXPECT_EQ(other.person.places[0], made.person.places[0]);
    EXPECT_TRUE(other.person.id.empty());
    for (std::uint64_t one = made.household; one < made.household + 8; ++one)
        EXPECT_NE(made_person(seed, one).born, other.born);
}

TEST(MadeQuestions, are_thirty_six_classes_that_are_known_abroad_and_more)
{
    const auto known = std::ranges::count_if(slip_classes(), &SlipClass::known_abroad);
    EXPECT_EQ(known, 36);
    EXPECT_EQ(std::ranges::count_if(slip_classes(), &SlipClass::about_nobody), 3);
}

TEST(MadeQuestions, differ_from_what_is_held_as_their_class_says)
{
    const auto slip = [](std::string_view name) {
        return *std::ranges::find(slip_classes(), name, &SlipClass::name);
    };
    for (std::uint64_t number = 0; number < 20; ++number) {
        const auto exact = made_question(seed, many, slip("exact"), Knows::rich, number).value();
        const MadePerson child = made_person(seed, static_cast<std::uint64_t>(exact.answer));
        EXPECT_EQ(exact.question.forename, child.forename);
        EXPECT_EQ(exact.question.town, child.person.places[0].town);
        const auto typo = made_question(seed, many, slip("typo"), Knows::desk, number).value();
        const MadePerson meant = made_person(seed, static_cast<std::uint64_t>(typo.answer));
        EXPECT_NE(typo.question.forename + typo.question.surname, meant.forename + meant.surname);
        EXPECT_TRUE(typo.question.town.empty());
        const auto nobody =
            made_question(seed, many, slip("none_sibling"), Knows::phone, number).value();
        EXPECT_EQ(nobody.answer, -1);
        EXPECT_FALSE(nobody.question.born->exact());
    }
}

TEST(MadeQuestions, are_thin_in_fourteen_pairs_by_rule)
{
    std::size_t thin = 0;
    for (const SlipClass& slip : slip_classes())
        for (const Knows knows : {Knows::rich, Knows::desk, Knows::phone})
            thin += is_thin(slip.name, knows) ? 1U : 0U;
    EXPECT_EQ(thin, 14U);
}

TEST(Feed, has_a_line_of_sixteen_fields_for_each_child)
{
    std::string text{feed_heading()};
    for (std::uint64_t one = 0; one < 50; ++one) add_feed_line(text, made_person(seed, one).person);
    EXPECT_EQ(std::ranges::count(text, '\n'), 51);
    EXPECT_EQ(std::ranges::count(text, '\t'), 51 * 15);
}

TEST(Feed, says_a_birth_in_a_question_as_it_was_said)
{
    const auto line_for = [](const matching::Born& born) {
        MadeQuestion made;
        made.question.forename = "Mary \"May\"";
        made.question.born = born;
        std::string text;
        add_question_line(text, "1", made);
        return text;
    };
    const std::string start = R"({"q":"1","forename":"Mary \"May\"",)";
    EXPECT_EQ(line_for(matching::born_on(day(2019, 3, 14))), start + "\"born\":\"2019-03-14\"}\n");
    EXPECT_EQ(line_for(matching::born_in_month(2019, 3)), start + "\"born\":\"2019-03\"}\n");
    EXPECT_EQ(line_for(matching::born_in_year(2019)), start + "\"born\":\"2019\"}\n");
    EXPECT_EQ(line_for({day(2019, 2, 1), day(2019, 4, 30), false}),
              start + "\"born_from\":\"2019-02-01\",\"born_to\":\"2019-04-30\"}\n");
}

} // namespace
} // namespace heed::support
