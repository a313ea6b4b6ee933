#include "permission/desk.hpp"

#include "support/engines.hpp"

namespace heed::permission {

namespace {

class DeskStore : public testing::OnEveryEngine {
protected:
    Desk desk_of(Role role)
    {
        return {database, {clock, randomness}, {me, "d.okafor", "Dele Okafor", role}};
    }
    std::vector<ledger::Entry> mine()
    {
        return database.read(
            [&](store::Snapshot& records) { return ledger::by(records, me.text(), 100); });
    }

    FixedClock clock{*moment_from_iso("2026-11-22T03:10:07Z")};
    SystemRandomness randomness;
    UserId me = UserId::make(clock, randomness);
    const std::string child = new_uuid(clock.now(), randomness);
};
HEED_ON_EVERY_ENGINE(DeskStore);

} // namespace

TEST_P(DeskStore, WritesALookBeforeThePermitExists)
{
    Desk desk = desk_of(Role::duty_worker);
    const auto permit =
        desk.look<Right::see_child>("child.seen", child, "hospital rang", R"({"n":1})");
    ASSERT_TRUE(permit);
    EXPECT_EQ(permit->person(), me);
    EXPECT_EQ(permit->role(), Role::duty_worker);
    EXPECT_EQ(permit->reason(), "hospital rang");

    const auto entries = mine();
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].act.action, "child.seen");
    EXPECT_EQ(entries[0].act.subject, child);
    EXPECT_EQ(entries[0].act.reason, "hospital rang");
    EXPECT_EQ(entries[0].act.details, R"({"n":1})");
    EXPECT_EQ(entries[0].actor.role, "duty_worker");
}

TEST_P(DeskStore, GivesTheFirstAnswerToTheSameErrandAndRefusesAnother)
{
    int done = 0;
    const auto carry = [&](const Errand& errand) {
        Desk desk = desk_of(Role::administrator);
        desk.begin(errand);
        return desk.carry_out([&](store::Transaction& records) -> Outcome<std::string> {
            const auto permit = TRY(desk.act<Right::manage_users>(records));
            ledger::append(records, desk.pen(), permit.actor(), {.action = "done"});
            return "answer " + std::to_string(++done);
        });
    };
    EXPECT_EQ(carry({"k1", "this"}), "answer 1");
    EXPECT_EQ(carry({"k1", "this"}), "answer 1");
    EXPECT_EQ(carry({"k1", "that"}).error().code, RefusalCode::key_used_for_another);
    EXPECT_EQ(carry({"k2", "that"}), "answer 2");
    EXPECT_EQ(carry({"", "that"}), "answer 3");
    EXPECT_EQ(carry({std::string(201, 'k'), "that"}).error().code, RefusalCode::too_long);
    me = UserId::make(clock, randomness);
    EXPECT_EQ(carry({"k1", "that"}), "answer 4");
}

TEST_P(DeskStore, KeepsNeitherKeyNorAnswerReadable)
{
    Desk desk = desk_of(Role::administrator);
    desk.begin({"the-key", "the-request"});
    EXPECT_TRUE(desk.carry_out([&](store::Transaction& records) -> Outcome<std::string> {
        const auto permit = TRY(desk.act<Right::manage_users>(records));
        ledger::append(records, desk.pen(), permit.actor(), {.action = "done"});
        return "the-password";
    }));
    const auto kept = database.read([](store::Snapshot& records) {
        const auto row = records.row("SELECT key_hash, request_hash, answer FROM carried_out");
        return row->text("key_hash") + row->text("request_hash") + row->blob("answer");
    });
    for (const char* secret : {"the-key", "the-request", "the-password"})
        EXPECT_EQ(kept.find(secret), std::string::npos);
}

TEST_P(DeskStore, ForgetsAnswersAfterThirtyDays)
{
    Desk desk = desk_of(Role::administrator);
    desk.begin({"k", "this"});
    EXPECT_TRUE(desk.carry_out([&](store::Transaction& records) -> Outcome<void> {
        const auto permit = TRY(desk.act<Right::manage_users>(records));
        ledger::append(records, desk.pen(), permit.actor(), {.action = "done"});
        return {};
    }));
    const auto kept = [&] {
        return database.write([&](store::Transaction& records) {
            forget_answers(records, clock.now());
            return records.rows("SELECT at FROM carried_out").size();
        });
    };
    clock.advance(std::chrono::hours{29 * 24});
    EXPECT_EQ(kept(), 1U);
    clock.advance(std::chrono::hours{2 * 24});
    EXPECT_EQ(kept(), 0U);
}

TEST_P(DeskStore, RefusesAChildWithoutAReason)
{
    Desk desk = desk_of(Role::duty_worker);
    const auto permit = desk.look<Right::see_child>("child.seen", child, "  ");
    ASSERT_FALSE(permit);
    EXPECT_EQ(permit.error().code, RefusalCode::say_your_reason);
    EXPECT_EQ(permit.error().field, "reason");
    EXPECT_TRUE(mine().empty());
}

TEST_P(DeskStore, WritesALookThatWasRefused)
{
    Desk desk = desk_of(Role::administrator);
    const auto permit = desk.look<Right::see_child>("child.seen", child, "curious");
    ASSERT_FALSE(permit);
    EXPECT_EQ(permit.error().code, RefusalCode::not_allowed);
    ASSERT_EQ(mine().size(), 1U);
    EXPECT_EQ(mine()[0].act.action, "refused.see_child");
}

TEST_P(DeskStore, LetsNoChangeCommitWithoutItsEntry)
{
    Desk desk = desk_of(Role::duty_worker);
    EXPECT_THROW(static_cast<void>(database.write([&](store::Transaction& records) {
                     return desk.act<Right::enquire>(records);
                 })),
                 Broken);
    EXPECT_TRUE(mine().empty());

    const auto done = database.write([&](store::Transaction& records) -> Outcome<void> {
        const auto permit = TRY(desk.act<Right::enquire>(records));
        ledger::append(records, desk.pen(), permit.actor(), {.action = "enquiry.asked"});
        return {};
    });
    EXPECT_TRUE(done);
    EXPECT_EQ(mine().size(), 1U);
}

TEST_P(DeskStore, WritesAChangeThatWasRefusedOnceItIsSettled)
{
    Desk desk = desk_of(Role::auditor);
    const auto refused = database.write(
        [&](store::Transaction& records) { return desk.act<Right::enquire>(records); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, RefusalCode::not_allowed);

    desk.settle();
    desk.settle();
    ASSERT_EQ(mine().size(), 1U);
    EXPECT_EQ(mine()[0].act.action, "refused.enquire");
}

} // namespace heed::permission
