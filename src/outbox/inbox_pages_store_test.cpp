#include "outbox/inbox_pages.hpp"

#include "outbox/sender.hpp"
#include "support/browser.hpp"
#include "support/engines.hpp"

namespace heed::outbox {

namespace {

using permission::Role;

class InboxPages : public testing::OnEveryEngine {
protected:
    InboxPages() { routes(router, guard, {database, pen, testing::bare_pages()}); }

    permission::SignedIn sign_in_as(Role role)
    {
        return testing::sign_in_as(browser, role, database, pen);
    }
    NoticeId tell(const permission::UserId& whom, const std::string& email = {})
    {
        return database.write([&](store::Transaction& records) {
            return put(records, pen,
                       {.to_user = whom,
                        .to_email = email,
                        .says = "An enquiry was made about a child you are key worker for.",
                        .kind = "enquiry.asked",
                        .link = "/enquiries/1"});
        });
    }

    FixedClock clock{*moment_from_iso("2026-11-22T03:10:07Z")};
    SystemRandomness randomness;
    ledger::Pen pen{clock, randomness};
    permission::Guard guard{{.database = database, .pen = pen, .page = testing::bare_pages()}};
    web::Router router;
    testing::Browser browser{router};
};
HEED_ON_EVERY_ENGINE(InboxPages);

} // namespace

TEST_P(InboxPages, ShowWhatWaitsAndMarkItAsRead)
{
    const auto me = sign_in_as(Role::key_worker);
    EXPECT_NE(browser.get("/inbox").body.find("You have no notices"), std::string::npos);
    const NoticeId notice = tell(me.user);
    const auto page = browser.get("/inbox");
    EXPECT_NE(page.body.find("href=\"/enquiries/1\""), std::string::npos);
    EXPECT_NE(page.body.find("3:10am on 22 November 2026"), std::string::npos);
    EXPECT_EQ(testing::Browser::location(browser.post("/inbox/" + notice.text() + "/read")),
              "/inbox");
    EXPECT_EQ(browser.get("/inbox").body.find("Mark as read"), std::string::npos);
}

TEST_P(InboxPages, KeepEachReadersNoticesFromTheOthers)
{
    const NoticeId notice = tell(sign_in_as(Role::key_worker).user);
    sign_in_as(Role::key_worker);
    EXPECT_EQ(browser.get("/inbox").body.find("An enquiry"), std::string::npos);
    EXPECT_EQ(browser.post("/inbox/" + notice.text() + "/read").status, 404U);
    EXPECT_EQ(browser.post("/inbox/7/read").status, 404U);
}

TEST_P(InboxPages, ShowAdministratorsWhatCouldNotBeSent)
{
    const auto reader = sign_in_as(Role::key_worker);
    EXPECT_EQ(browser.get("/inbox/undelivered").status, 403U);
    const NoticeId notice = tell(reader.user, "kofi@example.org");
    Sender sender{database,
                  pen,
                  [](const Mail&) { return Delivery{Delivery::Result::never, "no mailbox (550)"}; },
                  {}};
    sender.send_due();

    sign_in_as(Role::administrator);
    const auto page = browser.get("/inbox/undelivered");
    EXPECT_NE(page.body.find("no mailbox (550)"), std::string::npos);
    EXPECT_EQ(page.body.find("kofi"), std::string::npos);
    const std::string again = "/inbox/undelivered/" + notice.text();
    EXPECT_EQ(browser.post(again).status, 303U);
    EXPECT_EQ(browser.post(again).status, 404U);
    EXPECT_NE(browser.get("/inbox/undelivered").body.find("There are none"), std::string::npos);
}

} // namespace heed::outbox
