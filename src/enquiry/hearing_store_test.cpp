#include "core/json.hpp"
#include "enquiry/asking_test.hpp"
#include "outbox/outbox.hpp"

using namespace heed;
using namespace heed::enquiry;
using pack::Answer;
using plan::Period;

namespace {

// Who hears of an enquiry, and what is said of rows that are not in the record.
class Hearing : public Asking {
protected:
    int notices(const permission::SignedIn& reader)
    {
        return read(
            [&](store::Snapshot& records) { return outbox::unread_count(records, reader); });
    }

    std::int64_t put_down()
    {
        return read([&](store::Snapshot& records) {
            return records.row("SELECT count(*) AS n FROM outbox_notice")->integer("n");
        });
    }

    static std::string all_of(const std::vector<std::string>& steps)
    {
        std::string all;
        for (const auto& step : steps) all += step + "\n";
        return all;
    }

    /// A row of an old register as the change-over keeps it. Gives its id.
    std::string held_row(const std::string& surname, const std::string& forename,
                         const std::string& born)
    {
        std::string row;
        const auto written =
            write([&](store::Transaction& records, const Stamp& stamp) -> Outcome<void> {
                const std::string import = stamp.uuid();
                JsonWriter fields;
                fields.object().key("fields").object().key("Surname").value(surname);
                fields.key("Forename(s)").value(forename).key("DOB").value(born).end();
                fields.key("others").array().end().key("too_many_fields").value(false).end();
                row = stamp.uuid();
                records.change("changeover_import", R"sql(
                    INSERT INTO changeover_import
                        (id, as_at, begun_at, begun_by, row_count, accepted, questions, held,
                         already_there, children, plans_open, plans_ended)
                    VALUES ($1, '2008-04-01', $2, 'test', 1, 0, 0, 1, 0, 0, 0, 0))sql",
                               import, stamp.now);
                records.change("changeover_row", R"sql(
                    INSERT INTO changeover_row
                        (id, import_id, row_key, line, body, fields, state, reason, changed_at,
                         changed_by)
                    VALUES ($1, $2, $1, 2, '', $3, 'held', '', $4, 'test'))sql",
                               row, import, fields.text(), stamp.now);
                return {};
            });
        EXPECT_TRUE(written);
        return row;
    }
};
HEED_ON_EVERY_ENGINE(Hearing);

} // namespace

TEST_P(Hearing, ClaimsNoNoticeThatNobodyWillRead)
{
    key_worker = professional({.name = "Rosemary Abbott", .telephone = "01632 960994"});
    mary_on_a_plan();
    const Told answer = told(about("Mary Tansley", "2019-03-14"));
    EXPECT_EQ(answer.answer, Answer::on_plan);
    EXPECT_EQ(answer.told, (std::vector<Told::Recipient>{{"designated_manager", "outbox"}}));
    EXPECT_EQ(notices(*manager), 1);
    EXPECT_EQ(put_down(), 1);
    const std::string words = all_of(answer.do_next);
    EXPECT_TRUE(words.contains("Rosemary Abbott (key worker) cannot be sent a notice")) << words;
    EXPECT_TRUE(words.contains("01632 960994")) << words;
    EXPECT_FALSE(words.contains("is sent a notice")) << words;
}

TEST_P(Hearing, TellsAKeyWorkerWhoseUserReadsNotices)
{
    mary_on_a_plan();
    const Told answer = told(about("Mary Tansley", "2019-03-14"));
    EXPECT_TRUE(all_of(answer.do_next).contains("The key worker is sent a notice"));
    EXPECT_EQ(notices(*key_workers_user), 1);
}

TEST_P(Hearing, TellsAKeyWorkerWhomOnlyTheDirectorySaysIsAUser)
{
    const auto rosemary = added("rosemary", "key_worker");
    key_worker = professional({.name = "Rosemary Abbott", .user = rosemary.user.text()});
    mary_on_a_plan();
    EXPECT_EQ(told(about("Mary Tansley", "2019-03-14")).told,
              (std::vector<Told::Recipient>{{"key_worker", "outbox"}}));
    EXPECT_EQ(notices(rosemary), 1);
}

TEST_P(Hearing, DoesNotTellAKeyWorkerWhoseAccountIsClosed)
{
    mary_on_a_plan();
    database.write([&](store::Transaction& records) {
        auto user = permission::find_user(records, key_workers_user->user).value();
        user.disabled = true;
        permission::save(records, user);
        ledger::append(records, {clock, randomness}, {"test", "system"}, {.action = "test"});
    });
    EXPECT_EQ(told(about("Mary Tansley", "2019-03-14")).told,
              (std::vector<Told::Recipient>{{"designated_manager", "outbox"}}));
}

TEST_P(Hearing, TellsByMailWhereMailIsSetUpAndNowhereElse)
{
    key_worker = professional({.name = "Rosemary Abbott", .email = "r.abbott@example.org"});
    mary_on_a_plan();
    EXPECT_EQ(told(about("Mary Tansley", "2019-03-14")).told,
              (std::vector<Told::Recipient>{{"designated_manager", "outbox"}}));
    mails = true;
    clock.advance(std::chrono::days{pack.repeat_enquiry_days().value + 1});
    EXPECT_EQ(told(about("Mary Tansley", "2019-03-14")).told,
              (std::vector<Told::Recipient>{{"key_worker", "outbox"}}));
    EXPECT_EQ(read([&](store::Snapshot& records) {
                  return records
                      .row("SELECT count(*) AS n FROM outbox_notice"
                           " WHERE to_email = 'r.abbott@example.org'"
                           " AND sending = 'waiting'")
                      ->integer("n");
              }),
              1);
}

TEST_P(Hearing, SaysWhichKeyWorkerOfAHouseholdIsToBeRung)
{
    mary_on_a_plan("17");
    const auto reached = *key_worker;
    key_worker = professional({.name = "Rosemary Abbott", .telephone = "01632 960994"});
    const auto ava =
        person({"Ava", "Tansley", child::Birth::known(day(2017, 2, 3)), "8 Quarry Row", "17"});
    on_plan(ava, Period::open(day(2026, 8, 14)));
    person({"Jake", "Brandt", child::Birth::known(day(2014, 1, 2)), "8 Quarry Row", "17"});
    const Told answer = told(about("Jake Brandt", "2014-01-02"));
    EXPECT_EQ(answer.answer, Answer::household_on_plan);
    EXPECT_EQ(answer.told, (std::vector<Told::Recipient>{{"household_key_worker", "outbox"},
                                                         {"designated_manager", "outbox"}}));
    const std::string words = all_of(answer.do_next);
    EXPECT_TRUE(words.contains("Rosemary Abbott (key worker) cannot be sent a notice")) << words;
    EXPECT_FALSE(words.contains("Priya Shah")) << words;
    EXPECT_EQ(notices(*key_workers_user), 1);
    EXPECT_EQ(put_down(), 2);
    EXPECT_NE(reached, *key_worker);
}

TEST_P(Hearing, SaysThatAKeyWorkerHasNoNumberEither)
{
    key_worker = professional({.name = "Rosemary Abbott"});
    mary_on_a_plan();
    EXPECT_TRUE(all_of(told(about("Mary Tansley", "2019-03-14")).do_next)
                    .contains("Rosemary Abbott (key worker) cannot be sent a notice of this "
                              "enquiry, and no number"));
}

TEST_P(Hearing, SaysWithEveryNoThatRowsAreNotInTheRecordYet)
{
    held_row("Mellor", "Rachel", "31/02/2001");
    held_row("Stone", "Adam", "12/05/2003");
    person({"Oliver", "Reed", child::Birth::known(day(2012, 7, 7))});
    for (const char* name : {"Zbigniew Quartermaine", "Oliver Reed"}) {
        const Told answer = told(about(name));
        EXPECT_TRUE(answer.sentence.contains("Not in the record yet: 2 rows of the old register."))
            << answer.sentence;
        EXPECT_FALSE(answer.sentence.contains("looks like this child")) << answer.sentence;
        EXPECT_TRUE(answer.told.empty());
    }
}

TEST_P(Hearing, SaysThatAHeldRowLooksLikeTheChildAndWhomToRing)
{
    const std::string row = held_row("Mellor", "Rachel", "31/02/2001");
    const Told answer = told(about("rachel mellor", "2001-02"));
    EXPECT_EQ(answer.answer, Answer::not_found);
    EXPECT_TRUE(answer.sentence.contains("1 row of the old register. One of them looks like this"))
        << answer.sentence;
    ASSERT_GE(answer.do_next.size(), 2U);
    EXPECT_TRUE(answer.do_next[0].contains("999"));
    EXPECT_TRUE(answer.do_next[1].contains("Ring the Designated Manager (01632 960100)"))
        << answer.do_next[1];
    EXPECT_EQ(answer.told, (std::vector<Told::Recipient>{{"designated_manager", "outbox"}}));
    // What the row says is nobody's here to tell, and that it was looked at is in the ledger.
    EXPECT_FALSE(told_json(answer).contains("31/02/2001"));
    ASSERT_EQ(entries_about(row).size(), 1U);
    EXPECT_EQ(entries_about(row).front().act.action, "enquiry.answered");
}

TEST_P(Hearing, GivesTheDesignatedManagersOwnNumberWhereTheDirectoryHasIt)
{
    professional({.name = "Dora", .telephone = "01632 960177", .user = manager->user.text()});
    held_row("Mellor", "Rachel", "31/02/2001");
    EXPECT_TRUE(told(about("Rachel Mellor")).do_next.at(1).contains("01632 960177"));
}

TEST_P(Hearing, SaysThatAHeldRowLooksLikeAChildWhoIsKnownOrPicked)
{
    const auto rachel = person({"Rachel", "Mellor", child::Birth::known(day(2001, 2, 14))});
    held_row("Mellor", "Rachel", "14/02/2001");
    EXPECT_TRUE(told(about("Rachel Mellor", "2001-02-14")).sentence.contains("looks like"));
    Asked picked = about("");
    picked.child_id = rachel.text();
    const Told answer = told(picked);
    EXPECT_EQ(answer.answer, Answer::known_not_on_plan);
    EXPECT_TRUE(answer.sentence.contains("looks like this child")) << answer.sentence;
}

TEST_P(Hearing, SaysNothingOfHeldRowsWithAYes)
{
    held_row("Tansley", "Mary", "14/03/2019");
    mary_on_a_plan();
    const Told answer = told(about("Mary Tansley", "2019-03-14"));
    EXPECT_EQ(answer.sentence, "Yes, subject to a child protection plan.");
    EXPECT_FALSE(all_of(answer.do_next).contains("old register"));
}

TEST_P(Hearing, SaysThatRowsAreHeldWhileItIsNotCertainWhoIsMeant)
{
    person({"Rachel", "Mellor", child::Birth::known(day(2001, 2, 14))});
    person({"Rachel", "Mellor", child::Birth::known(day(2003, 9, 1)), "9 Star Lane"});
    held_row("Mellor", "Rachel", "31/02/2001");
    const Told answer = told(about("Rachel Mellor"));
    EXPECT_EQ(answer.answer, Answer::which_child);
    EXPECT_TRUE(answer.sentence.contains("looks like this child")) << answer.sentence;
    EXPECT_TRUE(answer.told.empty());
}
