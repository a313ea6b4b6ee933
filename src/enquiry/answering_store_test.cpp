#include "enquiry/asking_test.hpp"
#include "index/proof_store.hpp"

#include "ledger/verify.hpp"
#include "outbox/outbox.hpp"
#include "store/migrate.hpp"

using namespace heed;
using namespace heed::enquiry;
using pack::Answer;
using plan::Period;

namespace {

class Answered : public Asking {
protected:
    int notices(const permission::SignedIn& reader)
    {
        return read(
            [&](store::Snapshot& records) { return outbox::unread_count(records, reader); });
    }
};
TEST_P(Answered, TakesUpAChildWhomOnlyTheChildrensIndexKnows)
{
    mary_on_a_plan();
    feed::Fields row;
    row[feed::Column::id] = "c17";
    row[feed::Column::forename] = "Zebedee";
    row[feed::Column::surname] = "Quillfeather";
    row[feed::Column::dob] = "2012-07-07";
    row[feed::Column::dob_kind] = "D";
    row[feed::Column::carer] = "Ada Quillfeather";
    row[feed::Column::household] = "h1";
    database.write([&](store::Transaction& records) {
        const auto chunk = index::append(records, std::span{&row, 1});
        ledger::append(records, {clock, randomness}, {"test", "system"},
                       {.action = index::chunk_action,
                        .subject = index::chunk_subject(chunk.number),
                        .details = index::details_of(chunk)});
    });
    const Told first = told(about("zebedee quilfeather", "2012-07-07"));
    EXPECT_EQ(first.answer, Answer::known_not_on_plan);
    ASSERT_TRUE(first.child.has_value());
    EXPECT_EQ(first.child->name, "Zebedee Quillfeather");
    const auto entries = entries_about(first.child->id);
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries.front().act.action, "enquiry.answered");
    EXPECT_EQ(entries.back().act.action, "child.taken_up");
    // Once: the next caller is told of the same child, who can be picked and is found once.
    const Told again = told(about("zebedee quillfeather", "2012-07-07"));
    EXPECT_EQ(again.child->id, first.child->id);
    EXPECT_EQ(again.earlier_enquiries.size(), 1U);
    Asked picked = about("zebedee");
    picked.child_id = first.child->id;
    EXPECT_EQ(told(picked).answer, Answer::known_not_on_plan);
    const auto all = people.finder().search({.surname = "Quillfeather"}, 5).candidates;
    EXPECT_EQ(std::ranges::count(all, first.child->id, &matching::Candidate::id), 1);
    EXPECT_EQ(std::ranges::count(all, "=c17", &matching::Candidate::id), 0);
    EXPECT_TRUE(index::prove(database).findings.empty());
}

HEED_ON_EVERY_ENGINE(Answered);

} // namespace

TEST_P(Answered, TellsOfThePlanAndTheKeyWorkerForAMisspeltName)
{
    const auto mary = mary_on_a_plan();
    const Told answer = told(about("mary tansly", "2019-03-14"));
    EXPECT_EQ(answer.answer, Answer::on_plan);
    EXPECT_EQ(answer.sentence, "Yes, subject to a child protection plan.");
    EXPECT_EQ(answer.child->id, mary.text());
    EXPECT_EQ(answer.child->name, "Mary Tansley");
    EXPECT_EQ(answer.child->born, "2019-03-14");
    EXPECT_EQ(answer.child->sex, "F");
    EXPECT_EQ(answer.plan->since, "2026-08-14");
    EXPECT_EQ(answer.plan->main_category, "neglect");
    EXPECT_EQ(answer.plan->next_review_due, "2027-02-11");
    EXPECT_EQ(answer.key_worker->name, "Priya Shah");
    EXPECT_EQ(answer.key_worker->telephone, "01632 960142");
    EXPECT_EQ(answer.key_worker->out_of_hours, "01632 960199");
    EXPECT_EQ(answer.told, (std::vector<Told::Recipient>{{"key_worker", "outbox"}}));
}

TEST_P(Answered, TellsOfAnUnbornChildsPlan)
{
    const auto unborn = person({"Unborn", "Fowler", child::Birth::expected(day(2027, 1, 30))});
    on_plan(unborn, Period::open(day(2026, 10, 1)));
    Asked asked = about("fowler");
    asked.child_id = unborn.text();
    EXPECT_EQ(told(asked).answer, Answer::on_plan);
}

TEST_P(Answered, TellsOfAnotherAuthoritysPlanAndItsKeyWorker)
{
    const auto chloe = person({"Chloe", "Marsh", child::Birth::known(day(2015, 5, 5))});
    on_plan(chloe, Period::open(day(2026, 9, 1)),
            plan::HomeAuthority{"Eastmere Council", "01632 960500", "B. Okafor", "01632 960501"});
    const Told answer = told(about("Chloe Marsh", "2015-05-05"));
    EXPECT_EQ(answer.answer, Answer::temporarily_here);
    EXPECT_EQ(answer.key_worker->telephone, "01632 960501");
    EXPECT_TRUE(answer.plan);
    EXPECT_EQ(notices(*manager), 1);
}

TEST_P(Answered, TellsOfAPlanThatEndedLatelyAndTheLastKeyWorker)
{
    const auto mary = person({"Mary", "Tansley", mary_born});
    on_plan(mary, *Period::between(day(2025, 8, 1), day(2026, 6, 1)));
    const Told answer = told(about("Mary Tansley", "2019-03-14"));
    EXPECT_EQ(answer.answer, Answer::plan_ended_recently);
    EXPECT_EQ(answer.plan->until, "2026-06-01");
    EXPECT_EQ(answer.key_worker->name, "Priya Shah");
}

TEST_P(Answered, TellsOfAnotherChildOfTheHouseholdAndItsKeyWorkerHears)
{
    mary_on_a_plan("17");
    person({"Jake", "Brandt", child::Birth::known(day(2014, 1, 2)), "8 Quarry Row", "17"});
    const Told answer = told(about("Jake Brandt", "2014-01-02"));
    EXPECT_EQ(answer.answer, Answer::household_on_plan);
    ASSERT_EQ(answer.household.size(), 1);
    EXPECT_EQ(answer.household[0].name, "Mary Tansley");
    EXPECT_EQ(answer.household[0].answer, Answer::on_plan);
    EXPECT_FALSE(answer.plan);
    EXPECT_FALSE(answer.key_worker);
    EXPECT_EQ(answer.told.size(), 2);
}

TEST_P(Answered, SaysThatAChildIsKnownAndThatThisDoesNotMeanSafe)
{
    person({"Oliver", "Reed", child::Birth::known(day(2012, 7, 7))});
    const Told answer = told(about("Oliver Reed", "2012-07-07"));
    EXPECT_EQ(answer.answer, Answer::known_not_on_plan);
    EXPECT_TRUE(answer.sentence.contains("safe")) << answer.sentence;
    EXPECT_FALSE(answer.plan);
}

TEST_P(Answered, SaysWhatWasTriedWhenNobodyLikeThisIsKnown)
{
    mary_on_a_plan();
    const Told answer = told(about("Zbigniew Quartermaine", "2011-02-03"));
    EXPECT_EQ(answer.answer, Answer::not_found);
    EXPECT_TRUE(answer.sentence.contains("safe")) << answer.sentence;
    EXPECT_TRUE(answer.sentence.contains("Quartermaine")) << answer.sentence;
    EXPECT_FALSE(answer.child);
    EXPECT_GE(answer.searched, 1);
}

TEST_P(Answered, TellsNothingOfAnyPlanWhileTwoMayBeMeant)
{
    const auto first =
        person({"Jack", "Smith", child::Birth::known(day(2016, 4, 4)), "1 Dock Road"});
    const auto second =
        person({"Jack", "Smith", child::Birth::known(day(2013, 9, 9)), "5 Gun Lane"});
    on_plan(first, Period::open(day(2026, 1, 5)));
    const Told answer = told(about("Jack Smith"));
    EXPECT_EQ(answer.answer, Answer::which_child);
    EXPECT_EQ(answer.candidates.size(), 2);
    EXPECT_FALSE(answer.child || answer.plan || answer.key_worker);
    EXPECT_TRUE(answer.household.empty() && answer.told.empty());
    for (const auto& possible : answer.candidates) EXPECT_FALSE(possible.why.empty());

    Asked picked = about("Jack Smith");
    picked.child_id = first.text();
    EXPECT_EQ(told(picked).answer, Answer::on_plan);
    picked.child_id = second.text();
    EXPECT_EQ(told(picked).answer, Answer::known_not_on_plan);
}

TEST_P(Answered, StandsOnTheListUntilOneOfTheChildrenIsChosen)
{
    const auto first =
        person({"Jack", "Smith", child::Birth::known(day(2016, 4, 4)), "1 Dock Road"});
    person({"Jack", "Smith", child::Birth::known(day(2013, 9, 9)), "5 Gun Lane"});
    const auto listed = [&] {
        return read([&](store::Snapshot& records) {
            return lines(records, {Moment{}, clock.now() + std::chrono::hours{1}});
        });
    };
    ASSERT_EQ(told(about("Jack Smith")).answer, Answer::which_child);
    ASSERT_EQ(listed().size(), 1);
    EXPECT_EQ(listed()[0].answer, Answer::which_child);

    Asked picked = about("Jack Smith");
    picked.child_id = first.text();
    told(picked);
    ASSERT_EQ(listed().size(), 1);
    EXPECT_EQ(listed()[0].child, first);
}

TEST_P(Answered, NeverSaysThatNobodyIsKnownWhenAllThatWasSaidFits)
{
    const auto twins_born = child::Birth::known(day(2020, 11, 5));
    person({"Ava", "Hughes", twins_born, "3 Castle View"});
    person({"Eva", "Hughes", twins_born, "3 Castle View"});
    for (const char* said : {"hughes", "ME4 4TR"}) {
        const Told answer = told(about(said));
        EXPECT_EQ(answer.answer, Answer::which_child) << said;
        EXPECT_EQ(answer.candidates.size(), 2) << said;
        const std::string& ask_for = answer.do_next.at(1);
        EXPECT_TRUE(ask_for.contains("the first name (Ava or Eva)") ||
                    ask_for.contains("the first name (Eva or Ava)"))
            << ask_for;
    }
}

TEST_P(Answered, AsksWhichChildWhenOnlyAParentWasNamed)
{
    const auto mary = mary_on_a_plan("17");
    const auto unborn = person(
        {"Unborn", "Tansley", child::Birth::expected(day(2027, 1, 30)), "8 Quarry Row", "17"});
    on_plan(unborn, Period::open(day(2026, 10, 1)));
    for (const auto& child : {mary, unborn})
        ASSERT_TRUE(write([&](store::Transaction& records, const office::Stamp& stamp) {
            const auto kerry = family::add_adult(records, stamp, {.name = "Kerry Tansley"});
            return family::relate(records, stamp,
                                  {.child = child, .adult = *kerry, .tie = family::Tie::mother});
        }));
    EXPECT_EQ(told(about("kerry tansley")).answer, Answer::which_child);
}

TEST_P(Answered, RefusesAChildWhoIsNobody)
{
    Asked asked = about("Mary");
    asked.child_id = "0190a0a0-0000-7000-8000-000000000001";
    EXPECT_EQ(ask(asked).error(), (Refusal{RefusalCode::not_found, "child_id", ""}));
}

TEST_P(Answered, IsRefusedToARoleThatMayNotAskAndNothingIsWritten)
{
    mary_on_a_plan();
    worker = added("ana", "analyst");
    EXPECT_EQ(ask(about("Mary Tansley", "2019-03-14")).error().code, RefusalCode::not_allowed);
    EXPECT_TRUE(read([&](store::Snapshot& records) {
                    return lines(records, {Moment{}, clock.now() + std::chrono::hours{1}});
                }).empty());
}

TEST_P(Answered, ShowsTheVeryAnswerAgainUnderItsReceipt)
{
    const auto mary = mary_on_a_plan();
    const Told answer = told(about("Mary Tansley", "2019-03-14"));
    const auto plan =
        read([&](store::Snapshot& records) { return plan::on(records, mary, now()); });
    ASSERT_TRUE(write([&](store::Transaction& records, const office::Stamp& stamp) {
        return plan::end(records, stamp, plan->id, day(2026, 11, 24),
                         plan::EndReason::no_longer_at_risk);
    }));
    const auto kept =
        read([&](store::Snapshot& records) { return with_receipt(records, answer.receipt); });
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->told, answer);
    EXPECT_EQ(kept->asked.caller.agency, "General Hospital");
    EXPECT_TRUE(kept->number_held);
}

TEST_P(Answered, GivesTheSameReceiptForTheSameKeyAndAsksOnce)
{
    mary_on_a_plan();
    Asked asked = about("Mary Tansley", "2019-03-14");
    asked.key = "call-17";
    const Told first = told(asked), second = told(asked);
    EXPECT_EQ(first, second);
    EXPECT_TRUE(told(about("Mary Tansley", "2019-03-14")).earlier_enquiries.size() == 1);
    asked.reason = "something else";
    EXPECT_EQ(ask(asked).error().code, RefusalCode::key_used_for_another);
}

TEST_P(Answered, SaysOutLoudThatSomebodyAskedBefore)
{
    mary_on_a_plan();
    const Told first = told(about("Mary Tansley", "2019-03-14"));
    EXPECT_EQ(notices(*manager), 0);
    clock.advance(std::chrono::days{9});
    const Told second = told(about("mary tansley", "2019-03"));
    ASSERT_EQ(second.earlier_enquiries.size(), 1);
    EXPECT_EQ(second.earlier_enquiries[0].receipt, first.receipt);
    EXPECT_EQ(second.earlier_enquiries[0].agency, "General Hospital");
    EXPECT_EQ(notices(*manager), 1);
}

TEST_P(Answered, RecognisesASecondEnquiryAboutAChildWhomNobodyKnows)
{
    mary_on_a_plan();
    const Told first = told(about("Zbigniew Quartermaine"));
    EXPECT_EQ(told(about("quartermaine ZBIGNIEW")).earlier_enquiries.front().receipt,
              first.receipt);
    EXPECT_EQ(notices(*manager), 1);
}

TEST_P(Answered, ForgetsAnEnquiryThatIsOlderThanThePacksPeriod)
{
    mary_on_a_plan();
    told(about("Mary Tansley", "2019-03-14"));
    clock.advance(std::chrono::days{pack.repeat_enquiry_days().value + 1});
    EXPECT_TRUE(told(about("Mary Tansley", "2019-03-14")).earlier_enquiries.empty());
}

TEST_P(Answered, SaysOutLoudThatTheDirectoryDoesNotHoldTheNumber)
{
    mary_on_a_plan();
    Asked asked = about("Mary Tansley", "2019-03-14");
    asked.caller.called_back = "07700 900321";
    const Told answer = told(asked);
    ASSERT_GE(answer.do_next.size(), 2);
    EXPECT_TRUE(answer.do_next[0].contains("999"));
    EXPECT_TRUE(answer.do_next[1].contains("07700 900321"));
}

TEST_P(Answered, IsFoundInTheLedgerByTheChildAndByAllWhoWereShown)
{
    const auto mary = mary_on_a_plan("17");
    const auto jake =
        person({"Jake", "Brandt", child::Birth::known(day(2014, 1, 2)), "8 Quarry Row", "17"});
    told(about("Mary Tansley", "2019-03-14"));
    const auto of_mary = entries_about(mary.text()), of_jake = entries_about(jake.text());
    ASSERT_FALSE(of_mary.empty());
    EXPECT_EQ(of_mary.front().act.action, "enquiry.answered");
    EXPECT_EQ(of_mary.front().act.reason, "bruising, attending now");
    EXPECT_EQ(of_mary.front().actor.role, "duty_worker");
    ASSERT_FALSE(of_jake.empty());
    EXPECT_EQ(of_jake.front().seq, of_mary.front().seq);
    const auto report =
        ledger::verify(database, store::record_tables(store::migrations()), std::nullopt);
    EXPECT_TRUE(report.good()) << (report.good() ? "" : report.findings.front().sentence());
}

TEST_P(Answered, FindsAChildWhoWasWrittenAMomentAgo)
{
    mary_on_a_plan();
    EXPECT_EQ(told(about("Oliver Reed", "2012-07-07")).answer, Answer::not_found);
    person({"Oliver", "Reed", child::Birth::known(day(2012, 7, 7))});
    EXPECT_EQ(told(about("Oliver Reed", "2012-07-07")).answer, Answer::known_not_on_plan);
}
