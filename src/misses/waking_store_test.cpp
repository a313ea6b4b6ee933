#include "misses/waking_store.hpp"

#include "child/child_store.hpp"
#include "enquiry/answering.hpp"
#include "enquiry/asking_test.hpp"
#include "misses/misses_pages.hpp"
#include "outbox/outbox.hpp"
#include "support/browser.hpp"

using namespace heed;
using namespace heed::misses;
using pack::Answer;

namespace {

class Misses : public enquiry::Asking {
protected:
    int look() { return Waking{office, people}.look(); }
    child::ChildId oliver()
    {
        return person({"Oliver", "Reed", child::Birth::known(day(2012, 7, 7))});
    }
    std::vector<outbox::Waiting> notices(const permission::SignedIn& reader)
    {
        return read([&](store::Snapshot& records) { return outbox::inbox(records, reader, 20); });
    }
    std::vector<Miss> found()
    {
        return read([&](store::Snapshot& records) { return latest(records, 50); });
    }
};
HEED_ON_EVERY_ENGINE(Misses);

} // namespace

TEST_P(Misses, ComeAliveWhenAChildIsWrittenDownWhoFits)
{
    const auto asked = ask(about("Oliver Reid", "2012-07-07"));
    ASSERT_EQ(asked->answer, Answer::not_found);
    const auto before = notices(*worker).size();
    look();
    EXPECT_EQ(notices(*worker).size(), before) << "nobody came yet";
    const auto child = oliver();
    EXPECT_EQ(look(), 1);
    const auto mine = notices(*worker);
    ASSERT_EQ(mine.size(), before + 1);
    const auto miss = found().at(0);
    EXPECT_EQ(miss.record, child.text());
    EXPECT_EQ(miss.receipt, asked->receipt);
    EXPECT_EQ(mine[0].link, "/misses/" + miss.id.text());
    EXPECT_FALSE(mine[0].says.contains("Oliver"));
    EXPECT_EQ(notices(*manager).at(0).kind, "miss.came_alive");
    EXPECT_EQ(entries_about(child.text()).at(0).act.action, "miss.came_alive");
    EXPECT_EQ(entries_about(asked->receipt).at(0).act.action, "miss.came_alive");
}

TEST_P(Misses, AreToldOfOnceForEachQuestionAndChild)
{
    ASSERT_TRUE(ask(about("Oliver Reed", "2012-07-07")));
    const auto child = oliver();
    EXPECT_EQ(look(), 1);
    EXPECT_EQ(look(), 0) << "nothing changed";
    ASSERT_TRUE(write([&](store::Transaction& records, const Stamp& stamp) {
        return child::add_name(
            records, stamp, child,
            {.name = *child::Name::of("Ollie", "", "Reed"), .kind = child::NameKind::alias});
    }));
    EXPECT_EQ(look(), 0) << "the same child again";
}

TEST_P(Misses, ComeAliveWhenAChildIsChangedSoThatTheyFit)
{
    const auto child = person({"Zofia", "Quill", child::Birth::known(day(2001, 1, 1))});
    ASSERT_EQ(ask(about("Oliver Reed", "2012-07-07"))->answer, Answer::not_found);
    EXPECT_EQ(look(), 0);
    ASSERT_TRUE(write([&](store::Transaction& records, const Stamp& stamp) -> Outcome<void> {
        TRY_VOID(child::add_name(
            records, stamp, child,
            {.name = *child::Name::of("Oliver", "", "Reed"), .kind = child::NameKind::alias}));
        return child::correct_particulars(records, stamp, child,
                                          {.birth = child::Birth::known(day(2012, 7, 7))});
    }));
    EXPECT_EQ(look(), 1);
}

TEST_P(Misses, StopWaitingAfterThePacksPeriod)
{
    ASSERT_TRUE(ask(about("Oliver Reed", "2012-07-07")));
    clock.advance(std::chrono::days{pack.open_question_days().value + 1});
    oliver();
    EXPECT_EQ(look(), 0);
}

TEST_P(Misses, DoNotTellOfThoseWhoWereOfferedWhenItWasAsked)
{
    oliver();
    person({"Oliver", "Read", child::Birth::known(day(2012, 9, 8))});
    const auto asked = ask(about("Oliver Red", "2012"));
    ASSERT_EQ(asked->answer, Answer::which_child);
    EXPECT_EQ(look(), 0);
    const auto third = person({"Oliver", "Redd", child::Birth::known(day(2012, 4, 4))});
    EXPECT_EQ(look(), 1);
    EXPECT_EQ(found().at(0).record, third.text());
}

TEST_P(Misses, AreAskedOnceEachHoweverManyChildrenCame)
{
    ASSERT_TRUE(ask(about("Oliver Reed", "2012-07-07")));
    ASSERT_TRUE(ask(about("Nobody Whatever", "2011-01-01")));
    for (int i = 0; i < 30; ++i) person({"Filler", "Child", child::Birth::known(day(2005, 1, 1))});
    oliver();
    EXPECT_EQ(look(), 1);
    const auto at = read([](store::Snapshot& records) { return progress(records); });
    EXPECT_EQ(at.done, 2);
    EXPECT_EQ(at.total, 2);
}

TEST_P(Misses, ShowTheQuestionBesideTheChildAndWriteThatItWasSeen)
{
    ASSERT_TRUE(ask(about("Oliver Reed", "2012-07-07")));
    const auto child = oliver();
    look();
    office::Office shown{
        database, clock, randomness, pack, {.name = "Northmere"}, heed::testing::bare_pages()};
    permission::Guard guard{{database, shown.pen(), shown.page}};
    web::Router router;
    routes(router, guard, shown);
    heed::testing::Browser browser{router};
    heed::testing::sign_in_as(browser, permission::Role::duty_worker, database, shown.pen());
    EXPECT_TRUE(browser.get("/misses").body.contains(found().at(0).receipt));
    const std::string page = browser.get("/misses/" + found().at(0).id.text()).body;
    for (const char* words : {"Oliver Reed", "7 July 2012", "Sister Dale", "01632 960400"})
        EXPECT_TRUE(page.contains(words)) << words;
    EXPECT_EQ(entries_about(child.text()).at(0).act.action, "miss.seen");
}
