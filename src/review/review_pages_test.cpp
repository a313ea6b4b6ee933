#include "review/review_pages.hpp"

#include "links/links_store.hpp"
#include "links/possible_store.hpp"
#include "outbox/outbox.hpp"
#include "shield/shield_store.hpp"
#include "support/record_pages.hpp"

using namespace heed;
using namespace heed::review;
using child::ChildId;
using permission::Role;

class Review : public heed::testing::RecordPages {
protected:
    std::optional<ChildId> mary, marie;

    void SetUp() override
    {
        RecordPages::SetUp();
        routes(router, guard, office, people);
        mary = added("Mary", "Tansley");
        marie = added("Marie", "Tansly");
    }
    void on_plan(const ChildId& child)
    {
        ASSERT_TRUE(write([&](store::Transaction& records, const office::Stamp& stamp) {
            return plan::begin(records, stamp,
                               {.child = child,
                                .period = plan::Period::open(day(2026, 8, 14)),
                                .categories = {"neglect"}},
                               pack);
        }));
    }
    links::Pair pair() const { return *links::Pair::of(mary->text(), marie->text()); }
    std::string proposed()
    {
        static_cast<void>(
            write([&](store::Transaction& records, const office::Stamp& stamp) -> Outcome<bool> {
                return links::propose(records, stamp,
                                      {.pair = pair(), .source = links::Source::feed, .bits = 40});
            }));
        const auto id = read([&](store::Snapshot& records) { return links::of(records, pair()); });
        return "/review/" + id->text();
    }
    bool joined()
    {
        return read([&](store::Snapshot& records) {
            return links::same_child(records, *mary).size() == 2;
        });
    }
    std::string shown(const std::string& path) { return browser.get(path).body; }
};

TEST_P(Review, ShowsBothRecordsSideBySideWithWhatAgreesAndWritesThatTheyWereSeen)
{
    sign_in(Role::designated_manager);
    const std::string path = proposed();
    EXPECT_TRUE(shown("/review").contains("1 pair to look at"));
    const std::string page = shown(path);
    for (const char* words : {"Mary Tansley", "Marie Tansly", "14 March 2019", "8 Quarry Row",
                              "same date of birth", "Same child", "Not the same child", "Later"})
        EXPECT_TRUE(page.contains(words)) << words;
    const auto entries =
        read([&](store::Snapshot& records) { return ledger::about(records, marie->text(), 5); });
    ASSERT_FALSE(entries.empty());
    EXPECT_EQ(entries[0].act.action, "child.compared");
}

TEST_P(Review, JoinsWithAReasonAndUndoesWithAReason)
{
    sign_in(Role::designated_manager);
    const std::string path = proposed();
    const auto refused = browser.post(path + "/same", {{"reason", ""}});
    EXPECT_EQ(refused.status, 422U);
    EXPECT_TRUE(refused.body.contains("Say why."));
    EXPECT_EQ(browser.post(path + "/same", {{"reason", "The NHS number"}}).status, 303U);
    EXPECT_TRUE(joined());
    EXPECT_TRUE(shown("/review").contains("0 pairs to look at") ||
                shown("/review").contains("No pairs"));
    const std::string home = "/children/" + mary->text() + "/same-child";
    const std::string page = shown(home);
    EXPECT_TRUE(page.contains("Also recorded as"));
    EXPECT_TRUE(page.contains("The NHS number"));
    const auto decision = read([&](store::Snapshot& records) {
        return links::standing_of(records, pair()).decisions().front().id;
    });
    EXPECT_EQ(browser.post(home + "/undo", {{"decision", decision.text()}}).status, 422U);
    EXPECT_EQ(browser
                  .post(home + "/undo",
                        {{"decision", decision.text()}, {"reason", "Another child's number"}})
                  .status,
              303U);
    EXPECT_FALSE(joined());
    EXPECT_TRUE(shown(home).contains("Undone"));
}

TEST_P(Review, AsksAnotherManagerWhenBothHavePlans)
{
    on_plan(*mary);
    on_plan(*marie);
    const auto other = sign_in(Role::designated_manager);
    sign_in(Role::designated_manager);
    const std::string path = proposed();
    EXPECT_TRUE(shown(path).contains("another Designated"));
    EXPECT_EQ(browser.post(path + "/same", {{"reason", "The same mother"}}).status, 303U);
    EXPECT_FALSE(joined());
    EXPECT_EQ(browser.post(path + "/same", {{"reason", "Again"}}).status, 422U);
    const auto notices =
        read([&](store::Snapshot& records) { return outbox::inbox(records, other, 5); });
    ASSERT_EQ(notices.size(), 1U);
    EXPECT_EQ(notices[0].link, path);
    sign_in(Role::designated_manager);
    EXPECT_TRUE(shown(path).contains("Confirm: same child"));
    EXPECT_EQ(browser.post(path + "/same", {{"reason", "I rang her"}}).status, 303U);
    EXPECT_TRUE(joined());
}

TEST_P(Review, NeverProposesAgainWhatWasFoundToBeTwoChildren)
{
    sign_in(Role::designated_manager);
    const std::string path = proposed();
    EXPECT_EQ(browser.post(path + "/not-same", {{"reason_not", "Cousins"}}).status, 303U);
    proposed();
    EXPECT_TRUE(shown("/review").contains("No pairs"));
    EXPECT_EQ(browser.post(path + "/same", {{"reason", "Yet"}}).status, 422U);
}

TEST_P(Review, PutsAPairOffForAWeek)
{
    sign_in(Role::designated_manager);
    const std::string path = proposed();
    EXPECT_EQ(browser.post(path + "/later", {}).status, 303U);
    EXPECT_TRUE(shown("/review").contains("No pairs"));
}

TEST_P(Review, LetsWhoeverSeesAChildSayThatTheyMayBeAnother)
{
    sign_in(Role::duty_worker);
    const std::string home = "/children/" + mary->text() + "/same-child";
    EXPECT_TRUE(shown(home).contains("Marie Tansly"));
    EXPECT_EQ(browser.post(home, {{"other", marie->text()}, {"note", ""}}).status, 422U);
    EXPECT_EQ(browser.post(home, {{"other", mary->text()}, {"note", "x"}}).status, 422U);
    EXPECT_EQ(browser.post(home, {{"other", marie->text()}, {"note", "Same mother"}}).status, 303U);
    EXPECT_EQ(browser.get("/review").status, 403U);
    sign_in(Role::designated_manager);
    EXPECT_TRUE(shown("/review").contains("1 pair to look at"));
    EXPECT_TRUE(shown(proposed()).contains("Somebody said: Same mother"));
}

TEST_P(Review, SetsAndLiftsAShieldWithAReason)
{
    sign_in(Role::duty_worker);
    const std::string home = "/children/" + mary->text() + "/shield";
    EXPECT_EQ(browser.get(home).status, 403U);
    sign_in(Role::designated_manager);
    EXPECT_EQ(browser
                  .post(home, {{"kind", "place"},
                               {"from-day", "24"},
                               {"from-month", "11"},
                               {"from-year", "2026"}})
                  .status,
              422U);
    EXPECT_EQ(browser
                  .post(home, {{"kind", "place"},
                               {"from-day", "24"},
                               {"from-month", "11"},
                               {"from-year", "2026"},
                               {"reason", "The father looks for her"}})
                  .status,
              303U);
    const auto set =
        read([&](store::Snapshot& records) { return shield::of(records, mary->text()); });
    ASSERT_EQ(set.size(), 1U);
    EXPECT_TRUE(shown(home).contains("The father looks for her"));
    EXPECT_EQ(browser.post(home + "/lift", {{"shield", set[0].id.text()}}).status, 422U);
    EXPECT_EQ(
        browser.post(home + "/lift", {{"shield", set[0].id.text()}, {"reason", "He is in custody"}})
            .status,
        303U);
    EXPECT_TRUE(shown(home).contains("Nothing of this child is kept from sight"));
}

// Whoever lives at the same house, named as alike because of it, would say where she lives.
TEST_P(Review, DoesNotSayWhoIsAlikeByAShieldedChildsPlace)
{
    ASSERT_TRUE(write([&](store::Transaction& records, const office::Stamp& stamp) {
        return child::add(
            records, stamp,
            {.particulars = {.birth = child::Birth::known(day(2014, 5, 5))},
             .names = {{.name = *child::Name::of("Zofia", "", "Wolska")}},
             .addresses = {{.address = child::address_from("8 Quarry Row",
                                                           *child::Postcode::from("ME4 2TB"))}}});
    }));
    sign_in(Role::duty_worker);
    const std::string home = "/children/" + mary->text() + "/same-child";
    EXPECT_TRUE(shown(home).contains("same house"));
    ASSERT_TRUE(write([&](store::Transaction& records, const office::Stamp& stamp) {
        return shield::set(records, stamp,
                           {.record = mary->text(),
                            .from = clock.today(),
                            .reason = "the father looks for her",
                            .by = "dora"});
    }));
    const std::string page = shown(home);
    EXPECT_TRUE(page.contains("Marie Tansly")) << "by name and birth date still";
    EXPECT_FALSE(page.contains("Zofia Wolska"));
    EXPECT_FALSE(page.contains("same house"));
}

HEED_ON_EVERY_ENGINE(Review);
