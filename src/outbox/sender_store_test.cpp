#include "outbox/sender.hpp"

#include "permission/users.hpp"
#include "support/engines.hpp"

namespace heed::outbox {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using Result = Delivery::Result;

class SenderStore : public testing::OnEveryEngine {
protected:
    NoticeId put_down(const std::string& email = "kofi@example.org")
    {
        const Notice notice{.to_email = email,
                            .says = "An enquiry was made about a child you are key worker for.",
                            .kind = "enquiry.asked",
                            .link = "/enquiries/1"};
        return database.write(
            [&](store::Transaction& records) { return put(records, pen, notice); });
    }
    Sender sender_that(Deliver deliver)
    {
        return {database, pen, std::move(deliver), {.base_url = "https://heed.example.org"}};
    }
    Deliver always(Result result)
    {
        return [this, result](const Mail& mail) -> Delivery {
            mails.push_back(mail);
            return {result, result == Result::sent ? "" : "the server said no (450)"};
        };
    }
    std::vector<DeadLetter> dead()
    {
        return database.read([](store::Snapshot& records) { return dead_letters(records, 10); });
    }
    std::vector<std::string> actions_about(const NoticeId& id)
    {
        std::vector<std::string> actions;
        for (const auto& entry : database.read(
                 [&](store::Snapshot& records) { return ledger::about(records, id.text(), 10); }))
            actions.push_back(entry.act.action);
        return actions;
    }

    FixedClock clock{*moment_from_iso("2026-11-22T03:10:07Z")};
    SystemRandomness randomness;
    ledger::Pen pen{clock, randomness};
    std::vector<Mail> mails;
};
HEED_ON_EVERY_ENGINE(SenderStore);

} // namespace

TEST(WaitAfter, GrowsToTwoHours)
{
    EXPECT_EQ(wait_after(1), minutes{1});
    EXPECT_EQ(wait_after(2), minutes{2});
    EXPECT_EQ(wait_after(5), minutes{16});
    EXPECT_EQ(wait_after(8), minutes{120});
    EXPECT_EQ(wait_after(1000), minutes{120});
}

TEST_P(SenderStore, SendsANoticeOnceWithItsLinkAndReference)
{
    const NoticeId id = put_down();
    Sender sender = sender_that(always(Result::sent));
    EXPECT_EQ(sender.send_due(), 1);
    EXPECT_EQ(sender.send_due(), 0);
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0].to, "kofi@example.org");
    EXPECT_NE(mails[0].text.find("An enquiry was made"), std::string::npos);
    EXPECT_NE(mails[0].text.find("https://heed.example.org/enquiries/1"), std::string::npos);
    EXPECT_NE(mails[0].text.find(id.text()), std::string::npos);
    EXPECT_EQ(actions_about(id), std::vector<std::string>{"notice.sent"});
}

TEST_P(SenderStore, SendsToAUsersOwnAddressAndNothingWhereThereIsNone)
{
    const permission::User user{.id = permission::UserId::make(clock, randomness),
                                .user_name = "k.osei",
                                .name = "Kofi Osei",
                                .role = permission::Role::key_worker,
                                .email = "k.osei@example.org",
                                .added_at = clock.now()};
    database.write([&](store::Transaction& records) {
        EXPECT_TRUE(permission::add(records, user, "x"));
        ledger::append(records, pen, {"console", "console"}, {.action = "user.added"});
        const auto tell = [&](const permission::UserId& whom) {
            put(records, pen,
                {.to_user = whom, .says = "Look.", .kind = "look", .link = "/enquiries"});
        };
        tell(user.id);
        tell(permission::UserId::make(clock, randomness));
    });
    Sender sender = sender_that(always(Result::sent));
    EXPECT_EQ(sender.send_due(), 1);
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0].to, "k.osei@example.org");
}

TEST_P(SenderStore, WaitsLongerAfterEachFailureAndThenGivesUpInSight)
{
    const NoticeId id = put_down();
    Sender sender = sender_that(always(Result::try_later));
    for (int tries = 1; tries < 20; ++tries) {
        EXPECT_EQ(sender.send_due(), 1) << tries;
        clock.advance(wait_after(tries) - seconds{1});
        EXPECT_EQ(sender.send_due(), 0) << tries;
        clock.advance(seconds{1});
    }
    EXPECT_TRUE(dead().empty());
    EXPECT_EQ(sender.send_due(), 1);
    ASSERT_EQ(dead().size(), 1U);
    EXPECT_EQ(dead()[0].id, id);
    EXPECT_EQ(dead()[0].tries, 20);
    EXPECT_EQ(dead()[0].trouble, "the server said no (450)");
    EXPECT_EQ(actions_about(id), std::vector<std::string>{"notice.given_up"});
    for (const Mail& mail : mails) EXPECT_EQ(mail.id, id);

    const auto again = [&] {
        return database.write(
            [&](store::Transaction& records) { return try_again(records, id, clock.now()); });
    };
    EXPECT_TRUE(again());
    EXPECT_EQ(again().error().code, RefusalCode::not_found);
    EXPECT_EQ(sender_that(always(Result::sent)).send_due(), 1);
    EXPECT_TRUE(dead().empty());
}

TEST_P(SenderStore, GivesUpAtOnceWhereThereIsNoSuchMailbox)
{
    put_down();
    EXPECT_EQ(sender_that(always(Result::never)).send_due(), 1);
    EXPECT_EQ(dead().size(), 1U);
}

TEST_P(SenderStore, SendsNoOldNewsWhenMailIsSetUpLate)
{
    put_down();
    clock.advance(hours{73});
    EXPECT_EQ(sender_that(always(Result::sent)).send_due(), 1);
    EXPECT_TRUE(mails.empty());
    EXPECT_EQ(dead().size(), 1U);
}

TEST_P(SenderStore, SendsAgainWhatACrashLeftUnnoted)
{
    put_down();
    Sender dies = sender_that([&](const Mail& mail) -> Delivery {
        mails.push_back(mail);
        throw Fault{"the power went"};
    });
    EXPECT_THROW(dies.send_due(), Fault);
    Sender next = sender_that(always(Result::sent));
    EXPECT_EQ(next.send_due(), 0);
    clock.advance(minutes{5});
    EXPECT_EQ(next.send_due(), 1);
    ASSERT_EQ(mails.size(), 2U);
    EXPECT_EQ(mails[0].id, mails[1].id);
}

TEST_P(SenderStore, RunsByItselfUntilItIsStopped)
{
    std::atomic<int> sent{0};
    Sender sender = sender_that([&](const Mail&) -> Delivery {
        ++sent;
        return {};
    });
    sender.start();
    put_down();
    sender.wake();
    for (int i = 0; i < 500 && sent == 0; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    EXPECT_EQ(sent, 1);
    sender.stop();
    put_down();
    sender.wake();
    EXPECT_EQ(sent, 1);
    sender.start();
    for (int i = 0; i < 500 && sent == 1; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    EXPECT_EQ(sent, 2);
}

} // namespace heed::outbox
