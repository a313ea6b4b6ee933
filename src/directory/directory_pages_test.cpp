#include "directory/directory_pages.hpp"

#include "directory/directory_store.hpp"
#include "pack/library.hpp"
#include "support/browser.hpp"
#include "support/record_room.hpp"

using namespace heed;
using namespace heed::directory;
using permission::Role;

class DirectoryPages : public heed::testing::RecordRoom {
protected:
    pack::Pack pack = *pack::find("eng-wt2006-medway");
    office::Office office{
        database, clock, randomness, pack, {.name = "Northmere"}, heed::testing::bare_pages()};
    permission::Guard guard{{database, office.pen(), office.page}};
    web::Router router;
    heed::testing::Browser browser{router};

    void SetUp() override { routes(router, guard, office); }
    permission::SignedIn sign_in(Role role)
    {
        return heed::testing::sign_in_as(browser, role, database, office.pen());
    }
};
HEED_ON_EVERY_ENGINE(DirectoryPages);

TEST_P(DirectoryPages, AddAnAgencyThatThenHoldsItsNumber)
{
    const auto person = sign_in(Role::designated_manager);
    EXPECT_EQ(browser.get("/directory/agencies/new").status, 200U);
    const auto added =
        browser.post("/directory/agencies/new", {{"name", "Northmere General"},
                                                 {"sort", "hospital"},
                                                 {"switchboard", "01632 960100"},
                                                 {"out_of_hours_2", "01632 960199"}});
    EXPECT_EQ(added.status, 303U);
    const auto holder =
        read([](store::Snapshot& records) { return holder_of_number(records, "01632960199"); });
    ASSERT_TRUE(holder);
    const std::string page = browser.get("/directory").body;
    EXPECT_NE(page.find("Northmere General"), std::string::npos);
    const std::string form = browser.get("/directory/agencies/" + holder->agency->text()).body;
    EXPECT_NE(form.find("value=\"01632 960199\""), std::string::npos);
    const auto entries = read([&](store::Snapshot& records) {
        return ledger::about(records, holder->agency->text(), 5);
    });
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].act.action, "directory.agency_written");
    EXPECT_EQ(entries[0].actor.who, person.user.text());
}

TEST_P(DirectoryPages, KeepWhatWasTypedWhenItIsRefused)
{
    sign_in(Role::designated_manager);
    const auto refused = browser.post("/directory/professionals/new",
                                      {{"name", ""}, {"job", "Ward sister"}, {"qualified", "yes"}});
    EXPECT_EQ(refused.status, 422U);
    EXPECT_NE(refused.body.find("value=\"Ward sister\""), std::string::npos);
    EXPECT_NE(refused.body.find("href=\"#name\""), std::string::npos);
    EXPECT_NE(refused.body.find("checked"), std::string::npos);
}

TEST_P(DirectoryPages, ChangeAProfessionalAndKeepWhichUserTheyAre)
{
    sign_in(Role::administrator);
    const auto id = *write([&](store::Transaction& records, const office::Stamp& stamp) {
        return add(records, stamp, ProfessionalDetails{.name = "P. Shah", .user = "a-user"});
    });
    const auto saved = browser.post("/directory/professionals/" + id.text(),
                                    {{"name", "Priya Shah"}, {"qualified", "yes"}});
    EXPECT_EQ(saved.status, 303U);
    const auto held = read([&](store::Snapshot& records) { return of_user(records, "a-user"); });
    ASSERT_TRUE(held);
    EXPECT_EQ(held->name, "Priya Shah");
    EXPECT_TRUE(held->is_qualified_social_worker);
}

TEST_P(DirectoryPages, SayWhichUserAProfessionalIsAndNobodyElse)
{
    const auto priya = sign_in(Role::key_worker);
    sign_in(Role::designated_manager);
    const auto add_one = [&](const char* name) {
        return *write([&](store::Transaction& records, const office::Stamp& stamp) {
            return add(records, stamp, ProfessionalDetails{.name = name});
        });
    };
    const auto shah = add_one("Priya Shah"), bell = add_one("Tom Bell");
    const std::string form = browser.get("/directory/professionals/" + shah.text()).body;
    EXPECT_NE(form.find(priya.user.text()), std::string::npos);
    const auto say = [&](const ProfessionalId& who, const std::string& user) {
        return browser
            .post("/directory/professionals/" + who.text(), {{"name", "One"}, {"user", user}})
            .status;
    };
    EXPECT_EQ(say(shah, priya.user.text()), 303U);
    const auto of_priya = [&] {
        return read([&](store::Snapshot& records) { return of_user(records, priya.user.text()); });
    };
    EXPECT_EQ(of_priya()->id, shah);
    EXPECT_EQ(say(bell, priya.user.text()), 422U) << "she is somebody else";
    EXPECT_EQ(say(bell, "nobody"), 422U);
    EXPECT_EQ(browser.get("/directory/professionals/" + bell.text()).body.find(priya.user.text()),
              std::string::npos);
    EXPECT_EQ(say(shah, ""), 303U);
    EXPECT_FALSE(of_priya());
}

TEST_P(DirectoryPages, LetOnlySomeChangeIt)
{
    sign_in(Role::duty_worker);
    EXPECT_EQ(browser.get("/directory").status, 200U);
    EXPECT_EQ(browser.get("/directory").body.find("Add an agency"), std::string::npos);
    EXPECT_EQ(browser.get("/directory/agencies/new").status, 403U);
    EXPECT_EQ(browser.post("/directory/agencies/new", {{"name", "A"}}).status, 403U);
    EXPECT_EQ(browser.get("/directory/agencies/" + std::string(36, 'x')).status, 403U);
}

TEST_P(DirectoryPages, SayThatThereIsNoSuchEntry)
{
    sign_in(Role::designated_manager);
    const std::string nobody = "01900000-0000-7000-8000-000000000000";
    EXPECT_EQ(browser.get("/directory/agencies/" + nobody).status, 404U);
    EXPECT_EQ(browser.get("/directory/professionals/nonsense").status, 404U);
    for (const std::string& id : {nobody, std::string{"nonsense"}}) {
        EXPECT_EQ(browser.post("/directory/agencies/" + id, {{"name", "A"}}).status, 422U);
        EXPECT_EQ(browser.post("/directory/professionals/" + id, {{"name", "A"}}).status, 422U);
    }
    EXPECT_TRUE(read([&](store::Snapshot& records) { return agencies(records, now()); }).empty());
}
