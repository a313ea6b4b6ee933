#include "plan/alarms.hpp"

#include "pack/library.hpp"

#include <gtest/gtest.h>

using namespace heed;
using namespace heed::plan;

namespace {

const Day today = day(2026, 11, 24);
const pack::Pack& medway()
{
    static const pack::Pack pack = *pack::find("eng-wt2006-medway");
    return pack;
}

Plan good_plan()
{
    return {.id = *PlanId::from("01900000-0000-7000-8000-000000000001"),
            .child = *ChildId::from("01900000-0000-7000-8000-000000000002"),
            .pack = "eng-wt2006-medway",
            .period = Period::open(day(2026, 8, 14)),
            .categories = {{"neglect", true, day(2026, 8, 14)}},
            .allocation = Allocation{*ProfessionalId::from("01900000-0000-7000-8000-000000000003"),
                                     "East", day(2026, 8, 14)},
            .next_review_due = day(2027, 2, 11)};
}
constexpr Surroundings good{
    .key_worker_is_qualified = true, .has_address = true, .address_is_verified = true};

std::vector<Alarm> raised(const Plan& plan, const Surroundings& around = good, Day day = today)
{
    return alarms(plan, around, day, medway());
}

using Raised = std::vector<Alarm>;

} // namespace

TEST(Alarms, AreSilentWhenAllIsWell) { EXPECT_EQ(raised(good_plan()), Raised{}); }

TEST(Alarms, SoundWhenNobodyIsKeyWorker)
{
    Plan plan = good_plan();
    plan.allocation->key_worker.reset();
    EXPECT_EQ(raised(plan), Raised{Alarm::no_key_worker}) << "a team alone is not enough";
    plan.allocation.reset();
    EXPECT_EQ(raised(plan), Raised{Alarm::no_key_worker});
    EXPECT_EQ(in_words(Alarm::no_key_worker, plan, today, medway()), "No key worker");
}

TEST(Alarms, SoundWhenTheKeyWorkerIsNotQualified)
{
    EXPECT_EQ(raised(good_plan(), {.has_address = true, .address_is_verified = true}),
              Raised{Alarm::key_worker_not_qualified});
}

TEST(Alarms, SayHowLateAReviewIs)
{
    Plan plan = good_plan();
    plan.next_review_due = day(2026, 11, 23);
    EXPECT_EQ(raised(plan), Raised{Alarm::review_late});
    EXPECT_EQ(in_words(Alarm::review_late, plan, today, medway()), "Review 1 day late");
    plan.next_review_due = day(2026, 11, 12);
    EXPECT_EQ(in_words(Alarm::review_late, plan, today, medway()), "Review 12 days late");
}

TEST(Alarms, AskForAReviewDateAndSayWhenOneIsNear)
{
    Plan plan = good_plan();
    plan.next_review_due.reset();
    EXPECT_EQ(raised(plan), Raised{Alarm::no_review_set});
    plan.next_review_due = today;
    EXPECT_EQ(raised(plan), Raised{Alarm::review_soon}) << "due today is not late";
    plan.next_review_due = day(2026, 12, 8);
    EXPECT_EQ(raised(plan), Raised{Alarm::review_soon});
    plan.next_review_due = day(2026, 12, 9);
    EXPECT_EQ(raised(plan), Raised{});
}

TEST(Alarms, AskForACategoryAndAnAddress)
{
    Plan plan = good_plan();
    plan.categories.clear();
    EXPECT_EQ(raised(plan, {.key_worker_is_qualified = true}),
              (Raised{Alarm::no_category, Alarm::no_address}));
    EXPECT_EQ(raised(good_plan(), {.key_worker_is_qualified = true, .has_address = true}),
              Raised{Alarm::address_never_verified});
}

TEST(Alarms, LeaveAnotherAuthoritysPlanToThem)
{
    Plan plan = good_plan();
    plan.kind = Kind::temporary;
    plan.home = HomeAuthority{.name = "Eastshire"};
    plan.categories.clear();
    plan.allocation.reset();
    plan.next_review_due.reset();
    EXPECT_EQ(raised(plan), Raised{});
}

TEST(Alarms, AreSilentAboutAPlanThatHasEnded)
{
    Plan plan = good_plan();
    plan.period = *Period::between(day(2026, 8, 14), day(2026, 11, 23));
    plan.allocation.reset();
    EXPECT_EQ(raised(plan), Raised{});
    EXPECT_EQ(raised(plan, good, day(2026, 11, 23)), Raised{Alarm::no_key_worker});
}
