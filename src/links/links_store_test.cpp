#include "links/links_store.hpp"
#include "links/possible_store.hpp"
#include "support/chance.hpp"
#include "support/record_room.hpp"

namespace heed::links {

namespace {

class Links : public heed::testing::RecordRoom {
protected:
    using Stamp = office::Stamp;
    const Pair ab = *Pair::of("a", "b"), bc = *Pair::of("b", "c"), ac = *Pair::of("a", "c");

    Outcome<Decision> joined(const Pair& pair, const std::string& by = "dora", bool plans = false)
    {
        return write([&](store::Transaction& records, const Stamp& stamp) {
            return join(records, stamp, pair, {by, "the same NHS number"}, plans);
        });
    }
    Outcome<std::optional<Decision>> parted(const Pair& pair)
    {
        return write([&](store::Transaction& records, const Stamp& stamp) {
            return split(records, stamp, pair, {"dora", ""});
        });
    }
    Outcome<Decision> undone(const DecisionId& id)
    {
        return write([&](store::Transaction& records, const Stamp& stamp) {
            return undo(records, stamp, id, {"dora", "a mistake"});
        });
    }
    std::vector<RecordId> child_of(const RecordId& record)
    {
        return read([&](store::Snapshot& records) { return same_child(records, record); });
    }
    bool proposed(const Possible& possible)
    {
        return *write([&](store::Transaction& records, const Stamp& stamp) -> Outcome<bool> {
            return propose(records, stamp, possible);
        });
    }
    std::vector<Waiting> queue()
    {
        return read([&](store::Snapshot& records) { return waiting(records, clock.now(), 50); });
    }
};

} // namespace

TEST_P(Links, MakeTwoRecordsOneChildUntilTheDecisionIsUndone)
{
    EXPECT_EQ(child_of("a"), std::vector<RecordId>{"a"});
    const auto decision = joined(ab);
    ASSERT_TRUE(decision);
    EXPECT_EQ(child_of("b"), (std::vector<RecordId>{"a", "b"}));
    ASSERT_TRUE(joined(bc));
    EXPECT_EQ(child_of("a"), (std::vector<RecordId>{"a", "b", "c"}));
    ASSERT_TRUE(undone(decision->id));
    EXPECT_EQ(child_of("a"), std::vector<RecordId>{"a"});
    EXPECT_EQ(child_of("b"), (std::vector<RecordId>{"b", "c"}));
}

TEST_P(Links, NeverJoinWhatWasFoundToBeTwoChildren)
{
    ASSERT_TRUE(parted(ac));
    ASSERT_TRUE(joined(ab));
    EXPECT_EQ(joined(bc).error().code, RefusalCode::not_the_same_child);
    EXPECT_FALSE(parted(ac)->has_value()) << "it stands already";
    EXPECT_EQ(parted(ab).error().code, RefusalCode::joined_already);
}

TEST_P(Links, OfTwoChildrenWithPlansNeedTwoPeople)
{
    ASSERT_TRUE(joined(ab, "dora", true));
    EXPECT_EQ(child_of("a"), std::vector<RecordId>{"a"});
    EXPECT_EQ(joined(ab, "dora", true).error().code, RefusalCode::another_must_confirm);
    ASSERT_TRUE(joined(ab, "dev", true));
    EXPECT_EQ(child_of("a").size(), 2U);
}

TEST_P(Links, AreReadForManyRecordsAtOnce)
{
    ASSERT_TRUE(joined(bc));
    const std::vector<RecordId> ids{"a", "b", "c"};
    const auto clusters = read([&](store::Snapshot& records) { return clusters_of(records, ids); });
    EXPECT_TRUE(clusters.are_same("b", "c"));
    EXPECT_FALSE(clusters.are_same("a", "b"));
    EXPECT_EQ(clusters.of("a"), "a");
}

// What readers read is what the decisions come to, however they came about.
TEST_P(Links, AreAlwaysWhatTheDecisionsComeTo)
{
    support::Chance chance{20260725, 1, 1};
    const auto below = [&](std::size_t limit) { return chance.below(limit); };
    std::vector<DecisionId> made;
    for (int step = 0; step < 120; ++step) {
        const std::string one(1, static_cast<char>('a' + below(6)));
        const std::string other(1, static_cast<char>('a' + below(6)));
        const auto pair = Pair::of(one, other);
        if (!pair) continue;
        const auto what = below(4);
        if (what < 2)
            if (const auto done = joined(*pair)) made.push_back(done->id);
        if (what == 2)
            if (const auto done = parted(*pair); done && *done) made.push_back((*done)->id);
        if (what == 3 && !made.empty())
            if (const auto done = undone(made[below(made.size())])) made.push_back(done->id);
    }
    const std::vector<RecordId> all{"a", "b", "c", "d", "e", "f"};
    const auto afresh = read([&](store::Snapshot& records) { return standing_of(records, all); });
    EXPECT_TRUE(afresh.contradictions().empty());
    for (const RecordId& record : all) EXPECT_EQ(child_of(record), afresh.same_child(record));
}

TEST_P(Links, WaitInAQueueUntilSomebodyDecidesAndAreNeverProposedAgain)
{
    EXPECT_TRUE(proposed({.pair = ab, .source = Source::feed, .strong = true, .bits = 31.25F}));
    EXPECT_FALSE(proposed({.pair = ab, .source = Source::person})) << "it waits already";
    ASSERT_EQ(queue().size(), 1U);
    EXPECT_EQ(queue()[0].bits, 31.25F);
    ASSERT_TRUE(parted(ab));
    EXPECT_TRUE(queue().empty());
    EXPECT_FALSE(proposed({.pair = ab, .source = Source::feed, .bits = 60}));
    ASSERT_TRUE(joined(bc));
    EXPECT_FALSE(proposed({.pair = ac, .source = Source::feed})) << "a is not b, and b is c";
    EXPECT_FALSE(proposed({.pair = bc, .source = Source::feed}));
}

TEST_P(Links, ThatAreUndoneAreLookedAtAgain)
{
    EXPECT_TRUE(proposed({.pair = ab, .source = Source::register_, .bits = 20}));
    const auto decision = joined(ab);
    EXPECT_TRUE(queue().empty());
    ASSERT_TRUE(undone(decision->id));
    EXPECT_EQ(queue().size(), 1U);
}

TEST_P(Links, ComeBackWhenSomebodySaidLater)
{
    EXPECT_TRUE(proposed({.pair = ab, .source = Source::person, .note = "the same mother"}));
    const auto id = queue().at(0).id;
    ASSERT_TRUE(write([&](store::Transaction& records, const Stamp& stamp) -> Outcome<bool> {
        look_later(records, id, stamp.now + std::chrono::days{7});
        return true;
    }));
    EXPECT_TRUE(queue().empty());
    clock.advance(std::chrono::days{8});
    ASSERT_EQ(queue().size(), 1U);
    EXPECT_EQ(queue()[0].note, "the same mother");
}

HEED_ON_EVERY_ENGINE(Links);

} // namespace heed::links
