#include "pieces/family_tree.hpp"

#include "support/golden.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace heed::pieces;

namespace {

/// Mary at home with her mother, her mother's partner, her brother and the baby that is expected;
/// her brother's father elsewhere, and a grandmother.
FamilyTree tansleys()
{
    FamilyTree tree;
    tree.people = {
        {.id = "jean", .name = "Jean Tansley", .figure = Figure::woman, .generation = 2},
        {.id = "kerry", .name = "Kerry Tansley", .generation = 1, .at_home = true},
        {.id = "dean", .name = "Dean Orrell", .generation = 1, .at_home = true},
        {.id = "lee", .name = "Lee Brandt", .figure = Figure::man, .generation = 1},
        {.id = "jake", .name = "Jake Brandt", .at_home = true, .mark = "on a plan"},
        {.id = "mary", .name = "Mary Tansley", .at_home = true, .is_subject = true},
        {.id = "baby", .name = "Unborn Tansley", .figure = Figure::unborn, .at_home = true}};
    tree.links = {{"kerry", "jake"}, {"lee", "jake"},         {"kerry", "mary"}, {"lee", "mary"},
                  {"kerry", "baby"}, {"dean", "baby", false}, {"jean", "kerry"}};
    return tree;
}

std::string drawn(const FamilyTree& tree)
{
    return std::string{
        family_tree(tree, {.title = "The family", .description = "in words"}).view()};
}

/// Of any size up to what is drawn, with any parents in the generation above.
rc::Gen<FamilyTree> families()
{
    return rc::gen::exec([] {
        FamilyTree tree;
        for (int generation = 2; generation >= 0; --generation) {
            const int many = *rc::gen::inRange(generation == 0 ? 1 : 0, 10);
            for (int i = 0; i < many; ++i)
                tree.people.push_back({.id = std::to_string(generation) + "-" + std::to_string(i),
                                       .name = "Somebody",
                                       .generation = generation,
                                       .at_home = *rc::gen::arbitrary<bool>()});
        }
        for (const TreePerson& child : tree.people)
            for (const TreePerson& parent : tree.people)
                if (parent.generation == child.generation + 1 && *rc::gen::inRange(0, 4) == 0)
                    tree.links.push_back({parent.id, child.id, *rc::gen::arbitrary<bool>()});
        return tree;
    });
}

} // namespace

RC_GTEST_PROP(FamilyTree, IsAlwaysDrawnTruly, ())
{
    const FamilyTree tree = *families();
    const auto found = faults(tree, lay_out(tree));
    RC_ASSERT(found == std::vector<std::string>{});
}

TEST(FamilyTree, NoticesWhatWouldBeFalse)
{
    const FamilyTree tree = tansleys();
    const TreeLayout right = lay_out(tree);
    ASSERT_EQ(faults(tree, right), std::vector<std::string>{});
    TreeLayout wrong = right;
    wrong.places[1].box = wrong.places[2].box;
    EXPECT_FALSE(faults(tree, wrong).empty()) << "two who overlap";
    wrong = right;
    wrong.lines.pop_back();
    wrong.lines.erase(wrong.lines.begin());
    EXPECT_FALSE(faults(tree, wrong).empty()) << "a line that is not there";
    wrong = right;
    const auto& mary = right.places[5];
    wrong.lines.push_back({mary.x - 200, mary.y, mary.x + 200, mary.y});
    EXPECT_FALSE(faults(tree, wrong).empty()) << "a line through her";
    wrong = right;
    for (auto& line : wrong.lines)
        if (line.to == "mary") line.x1 = line.x2 = line.x2 + 300;
    EXPECT_FALSE(faults(tree, wrong).empty()) << "a line that ends beside her";
    wrong = right;
    for (auto& line : wrong.lines)
        if (line.from == "kerry") line.x1 = line.x2 = mary.x;
    EXPECT_FALSE(faults(tree, wrong).empty()) << "a line that runs into another's";
    wrong = right;
    wrong.outline.clear();
    EXPECT_FALSE(faults(tree, wrong).empty()) << "nobody at home";
}

TEST(FamilyTree, TellsNothingByColourAlone)
{
    const std::string picture = drawn(tansleys());
    EXPECT_NE(picture.find(">on a plan<"), std::string::npos);
    EXPECT_NE(picture.find("heed-tree__line--unknown"), std::string::npos);
    EXPECT_NE(picture.find("heed-tree__home"), std::string::npos);
    EXPECT_NE(picture.find("role=\"img\" aria-label=\"in words\""), std::string::npos);
    EXPECT_EQ(picture.find("style="), std::string::npos) << "the policy forbids it";
}

TEST(FamilyTree, CutsNobodysNameOff)
{
    FamilyTree tree = tansleys();
    tree.people[1].name = "Anastasia-Bernadette Featherstonehaugh";
    const std::string picture = drawn(tree);
    EXPECT_NE(picture.find(">Anastasia-Bernadette<"), std::string::npos);
    EXPECT_NE(picture.find(">Featherstonehaugh<"), std::string::npos);
    EXPECT_NE(picture.find("textLength"), std::string::npos);
}

TEST(FamilyTree, LeavesToTheTableWhatIsTooWideAndDrawsNobodyAlone)
{
    FamilyTree tree{.people = {{.id = "mary", .name = "Mary"}}, .links = {}};
    EXPECT_EQ(drawn(tree), "");
    for (int i = 0; i < 10; ++i) tree.people.push_back({.id = std::to_string(i), .name = "One"});
    EXPECT_NE(drawn(tree).find("see the table"), std::string::npos);
}

TEST(FamilyTree, LooksAsItDid)
{
    heed::support::expect_golden("src/pieces/golden/family_tree.html",
                                 heed::support::by_lines(drawn(tansleys())));
}
