#include "shield/shield_store.hpp"

#include "links/links_store.hpp"
#include "links/possible_store.hpp"
#include "support/record_room.hpp"

namespace heed::shield {

namespace {

class Shields : public heed::testing::RecordRoom {
protected:
    using Stamp = office::Stamp;
    Outcome<ShieldId> shielded(const Wanted& as)
    {
        return write([&](store::Transaction& records, const Stamp& stamp) {
            return set(records, stamp, as);
        });
    }
    std::optional<Kind> kind_on(const std::string& whom, Day on_day)
    {
        return read([&](store::Snapshot& records) { return on(records, whom, on_day); });
    }
    bool proposed(links::Source source)
    {
        return *write([&](store::Transaction& records, const Stamp& stamp) -> Outcome<bool> {
            return links::propose(records, stamp, {.pair = ab, .source = source, .bits = 30});
        });
    }
    const links::Pair ab = *links::Pair::of("a", "b");
    const Day today = day(2026, 11, 24);
    const Wanted wanted{.record = "a", .from = today, .reason = "the father looks", .by = "dora"};
};

} // namespace

TEST(Shield, KeepsARestrictedRecordShutAndPlacesFromSight)
{
    EXPECT_EQ(may_open(Kind::whole, false).error().code, RefusalCode::record_restricted);
    EXPECT_TRUE(may_open(Kind::whole, true));
    EXPECT_TRUE(may_open(Kind::place, false));
    EXPECT_TRUE(may_open(std::nullopt, false));
    EXPECT_TRUE(hides_places(Kind::place, false));
    EXPECT_FALSE(hides_places(Kind::place, true));
    EXPECT_FALSE(hides_places(std::nullopt, false));
}

TEST_P(Shields, HoldOnTheirDaysAndTheStrictestHolds)
{
    EXPECT_EQ(kind_on("a", today), std::nullopt);
    Wanted short_one = wanted;
    short_one.to = today + std::chrono::days{2};
    short_one.kind = Kind::whole;
    ASSERT_TRUE(shielded(short_one));
    ASSERT_TRUE(shielded(wanted));
    EXPECT_EQ(kind_on("a", today - std::chrono::days{1}), std::nullopt);
    EXPECT_EQ(kind_on("a", today + std::chrono::days{2}), Kind::whole);
    EXPECT_EQ(kind_on("a", today + std::chrono::days{3}), Kind::place);
    EXPECT_EQ(kind_on("b", today), std::nullopt);
}

TEST_P(Shields, NeedAReasonAndDaysInOrder)
{
    Wanted wrong = wanted;
    wrong.reason.clear();
    EXPECT_EQ(shielded(wrong).error().code, RefusalCode::say_why_decided);
    wrong = wanted;
    wrong.to = today - std::chrono::days{1};
    EXPECT_EQ(shielded(wrong).error().code, RefusalCode::does_not_follow);
}

TEST_P(Shields, AreLiftedAndKept)
{
    const auto id = shielded(wanted);
    const auto lifted = [&] {
        return write([&](store::Transaction& records, const Stamp& stamp) {
            return lift(records, stamp, *id);
        });
    };
    ASSERT_TRUE(lifted());
    EXPECT_EQ(kind_on("a", today), std::nullopt);
    EXPECT_EQ(lifted().error().code, RefusalCode::not_found);
    EXPECT_TRUE(read([&](store::Snapshot& records) { return find(records, *id); }).has_value());
}

TEST_P(Shields, CoverALikelyDuplicateBeforeItIsSeenUntilSomebodyDecides)
{
    ASSERT_TRUE(shielded(wanted));
    ASSERT_TRUE(proposed(links::Source::feed));
    EXPECT_EQ(kind_on("b", today), Kind::place);
    ASSERT_TRUE(write([&](store::Transaction& records, const Stamp& stamp) {
        return links::split(records, stamp, ab, {"dora", ""});
    }));
    EXPECT_EQ(kind_on("b", today), std::nullopt);
}

// Else whoever may say "these may be one" could find out who is shielded by saying it.
TEST_P(Shields, DoNotCoverWhatSomebodyOnlySaid)
{
    ASSERT_TRUE(shielded(wanted));
    ASSERT_TRUE(proposed(links::Source::person));
    EXPECT_EQ(kind_on("b", today), std::nullopt);
}

TEST_P(Shields, CoverEveryRecordOfTheChildWhileItIsJoined)
{
    Wanted strict = wanted;
    strict.kind = Kind::whole;
    ASSERT_TRUE(shielded(strict));
    const auto joined = write([&](store::Transaction& records, const Stamp& stamp) {
        return links::join(records, stamp, ab, {"dora", "the NHS number"}, false);
    });
    ASSERT_TRUE(joined);
    EXPECT_EQ(kind_on("b", today), Kind::whole);
    ASSERT_TRUE(write([&](store::Transaction& records, const Stamp& stamp) {
        return links::undo(records, stamp, joined->id, {"dora", "another child"});
    }));
    EXPECT_EQ(kind_on("b", today), std::nullopt);
}

HEED_ON_EVERY_ENGINE(Shields);

} // namespace heed::shield
