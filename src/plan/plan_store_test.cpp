#include "plan/plan_store.hpp"

#include "child/child_store.hpp"
#include "directory/directory_store.hpp"
#include "pack/library.hpp"
#include "support/record_room.hpp"

#include <rapidcheck.h>

using namespace heed;
using namespace heed::plan;

class PlanStore : public heed::testing::RecordRoom {
protected:
    const pack::Pack pack = *pack::find("eng-wt2006-medway");
    std::optional<ChildId> child;
    std::optional<ProfessionalId> shah, bell;

    void SetUp() override
    {
        child = somebody();
        shah = worker("Priya Shah");
        bell = worker("T. Bell");
    }
    ChildId somebody()
    {
        return *write([&](store::Transaction& records, const office::Stamp& stamp) {
            return child::add(
                records, stamp,
                {.particulars = {}, .names = {{.name = *child::Name::of("Mary", "", "Tansley")}}});
        });
    }
    ProfessionalId worker(const char* name)
    {
        return *write([&](store::Transaction& records, const office::Stamp& stamp) {
            return directory::add(records, stamp, directory::ProfessionalDetails{.name = name});
        });
    }
    Outline outline(Day first = day(2026, 3, 2)) const
    {
        return {.child = *child,
                .period = Period::open(first),
                .categories = {"neglect", "physical_abuse"},
                .key_worker = shah,
                .team = "East",
                .next_review_due = day(2026, 6, 1)};
    }
    Outcome<PlanId> begun(const Outline& outline)
    {
        return write([&](store::Transaction& records, const office::Stamp& stamp) {
            return begin(records, stamp, outline, pack);
        });
    }
    template <class Work> Outcome<void> change(Work&& work)
    {
        return write([&](store::Transaction& records, const office::Stamp& stamp) {
            return work(records, stamp);
        });
    }
    Outcome<void> ended(const PlanId& id, Day last)
    {
        return change([&](auto& records, const auto& stamp) {
            return end(records, stamp, id, last, EndReason::no_longer_at_risk);
        });
    }
    std::optional<Plan> plan_on(Day day, std::optional<Moment> known_at = {})
    {
        return read([&](store::Snapshot& records) {
            return on(records, *child, office::AsOf{day, known_at});
        });
    }
};
HEED_ON_EVERY_ENGINE(PlanStore);

TEST_P(PlanStore, HoldsAPlanFromItsFirstDayToItsLast)
{
    const auto id = *begun(outline());
    ASSERT_TRUE(ended(id, day(2026, 6, 1)));
    EXPECT_FALSE(plan_on(day(2026, 3, 1)));
    ASSERT_TRUE(plan_on(day(2026, 3, 2)));
    EXPECT_EQ(plan_on(day(2026, 3, 2))->id, id);
    EXPECT_TRUE(plan_on(day(2026, 6, 1)));
    EXPECT_FALSE(plan_on(day(2026, 6, 2)));
}

TEST_P(PlanStore, GivesBackAPlanAsBegun)
{
    begun(outline()).value();
    const auto plan = plan_on(day(2026, 3, 2));
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->child, *child);
    EXPECT_EQ(plan->kind, Kind::own);
    EXPECT_EQ(plan->pack, "eng-wt2006-medway");
    EXPECT_EQ(plan->period, Period::open(day(2026, 3, 2)));
    EXPECT_EQ(plan->categories,
              (std::vector<Category>{{"neglect", true, day(2026, 3, 2)},
                                     {"physical_abuse", false, day(2026, 3, 2)}}));
    EXPECT_EQ(plan->main_category()->code, "neglect");
    EXPECT_EQ(plan->allocation, (Allocation{shah, "East", day(2026, 3, 2)}));
    EXPECT_EQ(plan->next_review_due, day(2026, 6, 1));
}

TEST_P(PlanStore, RefusesASecondPlanOnTheSameDays)
{
    const auto id = *begun(outline());
    EXPECT_EQ(begun(outline(day(2026, 5, 1))).error().code, RefusalCode::already_on_a_plan);
    Outline earlier = outline(day(2026, 1, 1));
    earlier.period = *Period::between(day(2026, 1, 1), day(2026, 3, 2));
    earlier.ended_because = EndReason::not_recorded;
    earlier.next_review_due.reset();
    EXPECT_EQ(begun(earlier).error().code, RefusalCode::already_on_a_plan);
    earlier.period = *Period::between(day(2026, 1, 1), day(2026, 3, 1));
    EXPECT_TRUE(begun(earlier)) << "one that ended the day before is another plan";
    ASSERT_TRUE(ended(id, day(2026, 6, 1)));
    EXPECT_TRUE(begun(Outline{.child = *child, .period = Period::open(day(2026, 6, 2))}));
}

TEST_P(PlanStore, KeepsTheLastWordOnTwoOpenPlansToTheDatabase)
{
    begun(outline()).value();
    const auto other =
        *begun(Outline{.child = somebody(), .period = Period::open(day(2026, 1, 1))});
    EXPECT_THROW(database.write([&](store::Transaction& records) {
        records.execute("INSERT INTO plan_days (id, plan_id, child_id, first_day, recorded_at) "
                        "SELECT 'x', id, child_id, '2020-01-01', '2020' FROM plan WHERE id <> $1",
                        other);
    }),
                 store::Conflict);
    EXPECT_THROW(database.write([&](store::Transaction& records) {
        records.execute("UPDATE plan_days SET last_day = first_day, end_reason = 'died' "
                        "WHERE plan_id = $1",
                        other);
    }),
                 store::Conflict);
}

TEST_P(PlanStore, RefusesWhatAPlanCannotBe)
{
    using enum RefusalCode;
    const auto refused = [&](auto&& spoil) {
        Outline wrong = outline();
        spoil(wrong);
        return begun(wrong).error().code;
    };
    EXPECT_EQ(refused([](Outline& o) { o.categories = {"naughtiness"}; }), no_such_category);
    EXPECT_EQ(refused([](Outline& o) { o.home = HomeAuthority{}; }), needed);
    EXPECT_EQ(refused([](Outline& o) { o.ended_because = EndReason::died; }), choose_why_it_ended);
    EXPECT_EQ(refused([](Outline& o) { o.next_review_due = o.period.first(); }), does_not_follow);
    const char* nobody = "01900000-0000-7000-8000-000000000000";
    EXPECT_EQ(refused([&](Outline& o) { o.child = *ChildId::from(nobody); }), not_found);
    EXPECT_EQ(refused([&](Outline& o) { o.key_worker = ProfessionalId::from(nobody); }), not_found);
}

TEST_P(PlanStore, EndsAPlanOnceAndAfterItsFirstDay)
{
    const auto id = *begun(outline());
    EXPECT_EQ(ended(id, day(2026, 3, 2)).error().code, RefusalCode::does_not_follow);
    ASSERT_TRUE(ended(id, day(2026, 6, 1)));
    EXPECT_EQ(ended(id, day(2026, 6, 2)).error().code, RefusalCode::already_ended);
    EXPECT_EQ(plan_on(day(2026, 6, 1))->ended_because, EndReason::no_longer_at_risk);
    const auto last = read(
        [&](store::Snapshot& records) { return last_ended(records, *child, {day(2026, 7, 1)}); });
    ASSERT_TRUE(last);
    EXPECT_EQ(last->id, id);
    EXPECT_EQ(last->key_worker(), shah) << "as it stood on its last day";
    EXPECT_FALSE(read([&](store::Snapshot& records) {
        return last_ended(records, *child, {day(2026, 6, 1)});
    })) << "on its last day it still holds";
}

TEST_P(PlanStore, KeepsThatAPlanWasKnownUntilItWasStruckOut)
{
    const auto id = *begun(outline());
    const Moment before = clock.now();
    ASSERT_TRUE(
        change([&](auto& records, const auto& stamp) { return strike_out(records, stamp, id); }));
    EXPECT_FALSE(plan_on(day(2026, 4, 1)));
    EXPECT_TRUE(plan_on(day(2026, 4, 1), before));
    EXPECT_TRUE(begun(outline())) << "its days are free again";
}

TEST_P(PlanStore, ChangesCategoriesFromADayAndKeepsWhatTheyWere)
{
    const auto id = *begun(outline());
    const auto choose = [&](std::vector<std::string> categories, Day since) {
        return change([&](auto& records, const auto& stamp) {
            return choose_categories(records, stamp, id, {std::move(categories), since}, pack);
        });
    };
    ASSERT_TRUE(choose({"sexual_abuse", "neglect"}, day(2026, 6, 1)));
    EXPECT_EQ(plan_on(day(2026, 5, 31))->main_category()->code, "neglect");
    EXPECT_EQ(plan_on(day(2026, 5, 31))->categories.size(), 2U);
    EXPECT_EQ(plan_on(day(2026, 6, 1))->categories,
              (std::vector<Category>{{"sexual_abuse", true, day(2026, 6, 1)},
                                     {"neglect", false, day(2026, 6, 1)}}));
    EXPECT_EQ(choose({}, day(2026, 6, 2)).error().code, RefusalCode::choose_a_category);
    EXPECT_EQ(choose({"x"}, day(2026, 6, 2)).error().code, RefusalCode::no_such_category);
    EXPECT_EQ(choose({"neglect"}, day(2026, 5, 1)).error().code, RefusalCode::does_not_follow);
    ASSERT_TRUE(choose({"physical_abuse"}, day(2026, 6, 1))) << "put right on the same day";
    EXPECT_EQ(plan_on(day(2026, 6, 1))->categories,
              (std::vector<Category>{{"physical_abuse", true, day(2026, 6, 1)}}));
}

TEST_P(PlanStore, KeepsTheEarlierKeyWorker)
{
    const auto id = *begun(outline());
    const auto appoint = [&](const ProfessionalId& who, Day since) {
        return change([&](auto& records, const auto& stamp) {
            return appoint_key_worker(records, stamp, id, who, since);
        });
    };
    ASSERT_TRUE(appoint(*bell, day(2026, 5, 1)));
    EXPECT_EQ(plan_on(day(2026, 4, 30))->key_worker(), shah);
    EXPECT_EQ(plan_on(day(2026, 5, 1))->allocation, (Allocation{bell, "East", day(2026, 5, 1)}));
    EXPECT_EQ(appoint(*shah, day(2026, 4, 1)).error().code, RefusalCode::does_not_follow);
    EXPECT_EQ(appoint(*shah, day(2026, 1, 1)).error().code, RefusalCode::does_not_follow);
    ASSERT_TRUE(ended(id, day(2026, 6, 1)));
    EXPECT_EQ(appoint(*shah, day(2026, 5, 30)).error().code, RefusalCode::already_ended);
}

TEST_P(PlanStore, SetsTheNextReview)
{
    const auto id = *begun(outline());
    const auto review = [&](Day due) {
        return change([&](auto& records, const auto& stamp) {
            return set_next_review(records, stamp, id, due, pack);
        });
    };
    ASSERT_TRUE(review(day(2027, 1, 10)));
    EXPECT_EQ(plan_on(clock.today())->next_review_due, day(2027, 1, 10));
    EXPECT_EQ(plan_on(day(2026, 4, 1))->next_review_due, day(2026, 6, 1));
    const auto early = review(day(2026, 3, 2)).error();
    EXPECT_EQ(early.code, RefusalCode::does_not_follow);
    EXPECT_EQ(early.detail, "That is 2 March 2026, when the plan began.");
    EXPECT_EQ(review(day(2199, 1, 10)).error().code, RefusalCode::too_far_away);
    EXPECT_EQ(plan_on(clock.today())->next_review_due, day(2027, 1, 10));
}

TEST_P(PlanStore, KnowsWhoseTheTemporaryPlanIs)
{
    Outline visit = outline();
    visit.home = HomeAuthority{.name = "Eastshire",
                               .telephone = "01632 960300",
                               .key_worker = "R. Osei",
                               .key_worker_telephone = "01632 960301"};
    visit.categories.clear();
    begun(visit).value();
    const auto plan = plan_on(day(2026, 4, 1));
    EXPECT_EQ(plan->kind, Kind::temporary);
    EXPECT_EQ(plan->home, visit.home);
}

TEST_P(PlanStore, CorrectsDaysThatWereWrittenWrong)
{
    const auto id = *begun(outline());
    ASSERT_TRUE(ended(id, day(2026, 6, 1)));
    const auto correct = [&](const Corrected& corrected) {
        return change([&](auto& records, const auto& stamp) {
            return correct_period(records, stamp, id, corrected);
        });
    };
    ASSERT_TRUE(correct({Period::open(day(2026, 3, 1))}));
    EXPECT_TRUE(plan_on(day(2026, 7, 1)));
    EXPECT_TRUE(plan_on(day(2026, 3, 1)));
    EXPECT_EQ(correct({Period::open(day(2026, 3, 1)), EndReason::died}).error().code,
              RefusalCode::choose_why_it_ended);
}

TEST_P(PlanStore, ListsEveryPlanOfADay)
{
    begun(outline()).value();
    begun(Outline{.child = somebody(), .period = Period::open(day(2026, 5, 1))}).value();
    const auto counted = [&](Day day) {
        return read([&](store::Snapshot& records) { return all_on(records, {day}).size(); });
    };
    EXPECT_EQ(counted(day(2026, 3, 1)), 0U);
    EXPECT_EQ(counted(day(2026, 3, 2)), 1U);
    EXPECT_EQ(counted(day(2026, 5, 1)), 2U);
}

TEST_P(PlanStore, TellsTheStoryOfAPlan)
{
    const auto id = *begun(outline());
    ASSERT_TRUE(change([&](auto& records, const auto& stamp) -> Outcome<void> {
        TRY_VOID(choose_categories(records, stamp, id, {{"neglect"}, day(2026, 4, 1)}, pack));
        return appoint_key_worker(records, stamp, id, *bell, day(2026, 5, 1));
    }));
    ASSERT_TRUE(ended(id, day(2026, 6, 1)));
    const auto events =
        read([&](store::Snapshot& records) { return events_of(records, *child, now(), pack); });
    std::vector<std::string> told;
    for (const PlanEvent& event : events) told.push_back(to_iso(event.on) + " " + event.words);
    EXPECT_EQ(told,
              (std::vector<std::string>{
                  "2026-06-01 A review found that a plan is no longer needed",
                  "2026-05-01 T. Bell, team: East", "2026-04-01 Neglect (main)",
                  "2026-03-02 Next review by 1 June 2026", "2026-03-02 Priya Shah, team: East",
                  "2026-03-02 Neglect (main) and Physical abuse"}))
        << "a category that was left out is a change too";
}

/// What one run of the law below asks again at its end.
struct Asked {
    office::AsOf as_of;
    std::optional<Plan> told;
};

/// One change of a plan, whichever; some are refused, and that changes nothing told before.
static void change_somehow(store::Transaction& records, const office::Stamp& stamp,
                           const std::pair<PlanId, ProfessionalId>& of, const pack::Pack& pack)
{
    const auto& [id, worker] = of;
    const Day when = day(2026, 3, 2) + std::chrono::days{*rc::gen::inRange(0, 200)};
    const auto ignored = [&]() -> Outcome<void> {
        switch (*rc::gen::inRange(0, 5)) {
        case 0: return end(records, stamp, id, when, EndReason::moved_away);
        case 1: return appoint_key_worker(records, stamp, id, worker, when);
        case 2: return set_next_review(records, stamp, id, when, pack);
        case 3: return correct_period(records, stamp, id, {Period::open(when)});
        default: return choose_categories(records, stamp, id, {{"sexual_abuse"}, when}, pack);
        }
    }();
    static_cast<void>(ignored);
}

/// The law of the record: what was known at a moment is never changed by what is written later.
TEST_P(PlanStore, NeverChangesWhatWasKnownAtAMoment)
{
    const auto law = [&] {
        child = somebody();
        const auto id = *begun(outline());
        database.write([&](store::Transaction& records) {
            std::vector<Asked> asked;
            const auto ask = [&] {
                const Day when = day(2026, 3, 1) + std::chrono::days{*rc::gen::inRange(0, 300)};
                const office::AsOf as_of{when, clock.now()};
                asked.push_back({as_of, on(records, *child, as_of)});
            };
            ask();
            for (int i = *rc::gen::inRange(1, 8); i > 0; --i) {
                clock.advance(std::chrono::seconds{1});
                change_somehow(records, {clock.now(), randomness}, {id, *bell}, pack);
                ask();
            }
            for (const auto& [as_of, told] : asked) {
                const auto again = on(records, *child, as_of);
                RC_ASSERT(again.has_value() == told.has_value());
                if (!told) continue;
                RC_ASSERT(again->period == told->period);
                RC_ASSERT(again->categories == told->categories);
                RC_ASSERT(again->allocation == told->allocation);
                RC_ASSERT(again->next_review_due == told->next_review_due);
            }
            ledger::append(records, {clock, randomness}, {"test", "system"}, {.action = "test"});
        });
    };
    EXPECT_TRUE(rc::check("what was known at a moment stays so", law));
}
