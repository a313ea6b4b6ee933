#include "outbox/outbox.hpp"

#include "permission/users.hpp"
#include "support/engines.hpp"

namespace heed::outbox {

namespace {

using permission::Role;
using permission::SignedIn;

class OutboxStore : public testing::OnEveryEngine {
protected:
    SignedIn reader(const std::string& professional = {})
    {
        return {permission::UserId::make(clock, randomness), "k.osei", "Kofi Osei",
                Role::key_worker, professional};
    }
    Notice about_an_enquiry()
    {
        return {.says = "An enquiry was made about a child you are key worker for.",
                .kind = "enquiry.asked",
                .subject = new_uuid(clock.now(), randomness),
                .link = "/enquiries/1"};
    }
    NoticeId put_down(const Notice& notice)
    {
        clock.advance(std::chrono::seconds{1});
        return database.write(
            [&](store::Transaction& records) { return put(records, pen, notice); });
    }
    std::vector<Waiting> inbox_of(const SignedIn& who)
    {
        return database.read([&](store::Snapshot& records) { return inbox(records, who, 50); });
    }
    int unread(const SignedIn& who)
    {
        return database.read([&](store::Snapshot& records) { return unread_count(records, who); });
    }
    Outcome<void> read_by(const SignedIn& who, const NoticeId& notice)
    {
        return database.write(
            [&](store::Transaction& records) { return mark_read(records, pen, who, notice); });
    }

    FixedClock clock{*moment_from_iso("2026-11-22T03:10:07Z")};
    SystemRandomness randomness;
    ledger::Pen pen{clock, randomness};
};
HEED_ON_EVERY_ENGINE(OutboxStore);

} // namespace

TEST_P(OutboxStore, ShowsEachReaderTheirOwnNoticesNewestFirst)
{
    const SignedIn one = reader(), other = reader();
    Notice first = about_an_enquiry(), second = about_an_enquiry(), theirs = about_an_enquiry();
    first.to_user = second.to_user = one.user;
    theirs.to_user = other.user;
    put_down(first);
    put_down(second);
    put_down(theirs);

    const auto waiting = inbox_of(one);
    ASSERT_EQ(waiting.size(), 2U);
    EXPECT_EQ(waiting[0].subject, second.subject);
    EXPECT_EQ(waiting[1].subject, first.subject);
    EXPECT_EQ(waiting[0].says, "An enquiry was made about a child you are key worker for.");
    EXPECT_EQ(waiting[0].link, "/enquiries/1");
    EXPECT_EQ(waiting[0].at, clock.now() - std::chrono::seconds{1});
    EXPECT_EQ(unread(one), 2);
    EXPECT_EQ(unread(other), 1);
}

TEST_P(OutboxStore, FindsAProfessionalByTheirEntryInTheDirectory)
{
    const SignedIn worker = reader("professional-7"), nobody = reader();
    Notice notice = about_an_enquiry();
    notice.to_professional = "professional-7";
    put_down(notice);
    EXPECT_EQ(inbox_of(worker).size(), 1U);
    EXPECT_TRUE(inbox_of(nobody).empty());
}

TEST_P(OutboxStore, LetsOnlyTheReaderMarkANoticeAsRead)
{
    const SignedIn one = reader(), other = reader();
    Notice notice = about_an_enquiry();
    notice.to_user = one.user;
    const NoticeId id = put_down(notice);
    EXPECT_EQ(read_by(other, id).error().code, RefusalCode::not_found);
    EXPECT_EQ(unread(one), 1);
    EXPECT_TRUE(read_by(one, id));
    EXPECT_TRUE(read_by(one, id));
    EXPECT_EQ(unread(one), 0);
    EXPECT_TRUE(inbox_of(one)[0].read);
}

TEST_P(OutboxStore, KeepsNothingOfANoticeWhoseTransactionFailed)
{
    const SignedIn one = reader();
    Notice notice = about_an_enquiry();
    notice.to_user = one.user;
    const auto failed = database.write([&](store::Transaction& records) -> Outcome<void> {
        put(records, pen, notice);
        return refuse(RefusalCode::needed);
    });
    EXPECT_FALSE(failed);
    EXPECT_TRUE(inbox_of(one).empty());
}

TEST_P(OutboxStore, RefusesANoticeThatIsForNobodyOrHoldsMoreThanAReference)
{
    const auto breaks = [&](auto spoil) {
        Notice notice = about_an_enquiry();
        notice.to_user = reader().user;
        spoil(notice);
        EXPECT_THROW(put_down(notice), Broken);
    };
    breaks([](Notice& notice) { notice.to_user.reset(); });
    breaks([](Notice& notice) { notice.subject = "Mary Harwood"; });
    breaks([](Notice& notice) { notice.link = "https://elsewhere.example/"; });
    breaks([](Notice& notice) { notice.kind = "About Mary"; });
}

} // namespace heed::outbox
