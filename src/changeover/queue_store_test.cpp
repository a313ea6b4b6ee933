#include "changeover/queue_store.hpp"

#include "changeover/changeover_store.hpp"
#include "changeover/changeover_test.hpp"
#include "directory/directory_store.hpp"
#include "plan/plan_store.hpp"

namespace heed::changeover {
namespace {

using extract::Heading;

class QueueStore : public ChangeoverTest {
protected:
    KeptRow only_row(RowState state)
    {
        const auto rows =
            database.read([&](store::Snapshot& records) { return rows_in(records, state); });
        EXPECT_EQ(rows.size(), 1U);
        return rows.at(0);
    }
    KeptRow held_row(const std::string& csv_row)
    {
        EXPECT_TRUE(import_rows(csv_row));
        return only_row(RowState::held);
    }
    KeptRow row_with_question(const std::string& csv_row)
    {
        EXPECT_TRUE(import_rows(csv_row));
        const auto rows =
            database.read([&](store::Snapshot& records) { return rows_with_questions(records); });
        EXPECT_EQ(rows.size(), 1U);
        return rows.at(0);
    }
    Waiting now_waiting()
    {
        return database.read([](store::Snapshot& records) { return waiting(records); });
    }
    plan::Plan plan_of(const KeptRow& row)
    {
        return database
            .read([&](store::Snapshot& records) { return plan::find(records, *row.plan, now()); })
            .value();
    }
    std::string last_action(const std::string& subject)
    {
        return database
            .read([&](store::Snapshot& records) { return ledger::about(records, subject, 1); })
            .at(0)
            .act.action;
    }
};
HEED_ON_EVERY_ENGINE(QueueStore);

constexpr const char* unregistered = "1,Hill,Ann,14/3/03,F,1 Dock Road,ME1 1AA,Neglect,,1/5/08,"
                                     "Ada Okafor,01632 960001,Kim Hill,77,\n";
constexpr const char* unsettled = "1,Hill,Ann,14/3/03,F,1 Dock Road,ME1 1AA,Grave concern,1/2/08,"
                                  "1/3/08,Duty team,01632 960001,Kim Hill,77,\n";

TEST_P(QueueStore, BringsInARowThatWasPutRight)
{
    KeptRow row = held_row(unregistered);
    row.row[Heading::registered] = "01/02/2008";
    const auto tried = try_again(office, desk, row.id, row.row);
    ASSERT_TRUE(tried);
    EXPECT_EQ(tried->state, RowState::in_record);
    EXPECT_EQ(plan_of(*tried).period.first(), day(2008, 2, 1));
    EXPECT_EQ(now_waiting().held, 0);
    EXPECT_EQ(last_action(tried->child->text()), "changeover.row_corrected");
    EXPECT_EQ(
        database.read([&](store::Snapshot& records) { return find(records, row.id); })->row.text,
        row.row.text)
        << "what came stays as it came";
}

TEST_P(QueueStore, KeepsWhatWasCorrectedOfARowThatIsStillWrong)
{
    KeptRow row = held_row(unregistered);
    row.row[Heading::registered] = "31/02/2008";
    row.row[Heading::surname] = "Hilton";
    const auto tried = try_again(office, desk, row.id, row.row);
    ASSERT_TRUE(tried);
    EXPECT_EQ(tried->state, RowState::held);
    const KeptRow again = only_row(RowState::held);
    EXPECT_EQ(again.row[Heading::surname], "Hilton");
    std::vector<std::string_view> open;
    for (const auto& one : again.findings)
        if (!one.settled) open.push_back(extract::code_name(one.finding.code));
    EXPECT_EQ(open, std::vector<std::string_view>{"impossible_date"});
}

TEST_P(QueueStore, HoldsACorrectedRowThatWouldRunBesideAPlan)
{
    ASSERT_TRUE(import_rows("1,Hill,Ann,14/3/03,F,1 Dock Road,ME1 1AA,Neglect,1/2/08,1/5/08,Ada "
                            "Okafor,01632 960001,Kim Hill,77,\n"));
    KeptRow row = held_row(unregistered);
    row.row[Heading::registered] = "1/3/08";
    EXPECT_EQ(try_again(office, desk, row.id, row.row)->state, RowState::held);
    row.row[Heading::registered] = "1/2/08";
    EXPECT_EQ(try_again(office, desk, row.id, row.row)->state, RowState::already_there);
}

TEST_P(QueueStore, ImportsACorrectedRowNoSecondTime)
{
    KeptRow row = held_row(unregistered);
    row.row[Heading::registered] = "1/2/08";
    ASSERT_TRUE(try_again(office, desk, row.id, row.row));
    const auto again = import_rows(unregistered);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->counts.already_there, 1U);
    EXPECT_TRUE(again->rows[0].child);
}

TEST_P(QueueStore, SetsARowAsideWithAReasonAndTakesItBack)
{
    const KeptRow row = held_row(unregistered);
    EXPECT_EQ(set_aside(office, desk, row.id, "  ").error(),
              (Refusal{RefusalCode::needed, "reason", ""}));
    ASSERT_TRUE(set_aside(office, desk, row.id, "A test row of the old system"));
    EXPECT_EQ(now_waiting().held, 0);
    EXPECT_EQ(only_row(RowState::set_aside).reason, "A test row of the old system");
    EXPECT_EQ(try_again(office, desk, row.id, row.row).error().code,
              RefusalCode::changed_meanwhile);
    const KeptRow aside = only_row(RowState::set_aside);
    EXPECT_EQ(aside.changed_by, desk.person().user.text());
    EXPECT_EQ(aside.changed_at, clock.now());

    ASSERT_TRUE(take_back(office, desk, row.id));
    EXPECT_EQ(now_waiting().held, 1);
    EXPECT_EQ(only_row(RowState::held).reason, "");
    EXPECT_EQ(std::ranges::count(only_row(RowState::held).findings, false, &KeptFinding::settled),
              1)
        << "what holds it is not doubled";
    EXPECT_EQ(last_action(row.id.text()), "changeover.row_taken_back");
}

TEST_P(QueueStore, SettlesQuestionsByWhatIsDone)
{
    const KeptRow row = row_with_question(unsettled);
    ASSERT_EQ(row.findings.size(), 3U);
    EXPECT_EQ(now_waiting().questions, 1);
    const Day today = clock.today();

    ASSERT_TRUE(appoint_key_worker(office, desk, row.id,
                                   {.added = {.name = "Ada Okafor",
                                              .telephone = "01632 960001",
                                              .is_qualified_social_worker = true},
                                    .since = today}));
    ASSERT_TRUE(choose_categories(office, desk, row.id, {"neglect", "emotional_abuse"}));
    EXPECT_EQ(now_waiting().questions, 1);
    ASSERT_TRUE(set_next_review(office, desk, row.id, today + std::chrono::days{14}));
    EXPECT_EQ(now_waiting().questions, 0);
    EXPECT_EQ(set_next_review(office, desk, row.id, today + std::chrono::days{21}).error().code,
              RefusalCode::changed_meanwhile);

    const plan::Plan plan = plan_of(row);
    EXPECT_TRUE(plan.key_worker());
    EXPECT_EQ(plan.main_category()->code, "neglect");
    EXPECT_EQ(plan.main_category()->since, day(2008, 2, 1)) << "it was so from the first day";
    EXPECT_EQ(plan.next_review_due, today + std::chrono::days{14});
    EXPECT_EQ(last_action(row.child->text()), "changeover.question_settled");
}

TEST_P(QueueStore, LeavesAQuestionOpenWhenThePlanRefuses)
{
    const KeptRow row = row_with_question(unsettled);
    EXPECT_EQ(choose_categories(office, desk, row.id, {"grave_concern"}).error().code,
              RefusalCode::no_such_category);
    EXPECT_EQ(set_next_review(office, desk, row.id, day(2007, 1, 1)).error().code,
              RefusalCode::does_not_follow);
    EXPECT_EQ(set_next_review(office, desk, row.id, day(2199, 1, 1)).error().code,
              RefusalCode::too_far_away);
    const auto rows =
        database.read([&](store::Snapshot& records) { return rows_with_questions(records); });
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_TRUE(std::ranges::none_of(rows[0].findings, &KeptFinding::settled));
}

TEST_P(QueueStore, SettlesWhatIsLeftInWords)
{
    const KeptRow row = row_with_question("1,Hill,Ann,,F,1 Dock Road,ME1 1AA,Neglect,1/2/08,"
                                          "1/5/08,Ada Okafor,01632 960001,Kim Hill,77,\n");
    const FindingId finding = row.findings.at(0).id;
    EXPECT_EQ(settle_in_words(office, desk, row.id, finding, "").error(),
              (Refusal{RefusalCode::needed, "words", ""}));
    ASSERT_TRUE(settle_in_words(office, desk, row.id, finding, "Born 14 March 2003: certificate"));
    EXPECT_EQ(now_waiting().questions, 0);
    EXPECT_EQ(settle_in_words(office, desk, row.id, finding, "again").error().code,
              RefusalCode::changed_meanwhile);
}

TEST_P(QueueStore, TellsTheChronologyWhyAReviewIsLate)
{
    const KeptRow row = row_with_question("1,Hill,Ann,14/3/03,F,1 Dock Road,ME1 1AA,Neglect,1/2/08,"
                                          "1/3/08,Ada Okafor,01632 960001,Kim Hill,77,\n");
    const auto late = [&] {
        const auto events = database.read([&](store::Snapshot& records) {
            return plan::events_of(records, *row.child, {.on = clock.today()}, medway);
        });
        std::vector<std::string> words;
        for (const auto& event : events)
            if (event.what == plan::PlanEvent::What::review_late) words.push_back(event.words);
        return words;
    };
    EXPECT_TRUE(late().empty());
    ASSERT_TRUE(
        settle_in_words(office, desk, row.id, row.findings.at(0).id, " The chair was ill. "));
    EXPECT_EQ(late(), std::vector<std::string>{"Due 1 March 2008. The chair was ill."});
}

TEST_P(QueueStore, IsForThoseWhoMayImport)
{
    const KeptRow row = held_row(unregistered);
    permission::SignedIn worker = manager;
    worker.role = permission::Role::key_worker;
    permission::Desk other{database, {clock, randomness}, worker};
    EXPECT_EQ(try_again(office, other, row.id, row.row).error().code, RefusalCode::not_allowed);
    EXPECT_EQ(set_aside(office, other, row.id, "x").error().code, RefusalCode::not_allowed);
}

} // namespace
} // namespace heed::changeover
