#include "enquiry/answer.hpp"

#include "pack/library.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace heed;
using namespace heed::enquiry;
using matching::Meant;
using pack::Answer;

namespace {

const pack::Pack& medway()
{
    static const pack::Pack pack = pack::find("eng-wt2006-medway").value();
    return pack;
}

const Day today = day(2008, 4, 30);

Answer answer(const Standing& standing)
{
    return answer_for(Meant::one, standing, today, medway());
}

Standing any_standing()
{
    Standing standing{*rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>(), std::nullopt,
                      *rc::gen::arbitrary<bool>()};
    if (*rc::gen::arbitrary<bool>())
        standing.last_plan_ended = today - std::chrono::days{*rc::gen::inRange(0, 900)};
    return standing;
}

} // namespace

TEST(Answer, IsYesForAChildOnAPlanWhateverElseIsTrue)
{
    EXPECT_EQ(answer({.on_plan = true}), Answer::on_plan);
    EXPECT_EQ(answer({.on_plan = true, .temporarily_here = true, .household_on_plan = true}),
              Answer::on_plan);
}

TEST(Answer, TellsOfAnotherAuthoritysPlan)
{
    EXPECT_EQ(answer({.temporarily_here = true, .household_on_plan = true}),
              Answer::temporarily_here);
}

TEST(Answer, TellsOfAPlanThatEndedWithinTwelveMonthsTheLastDayIncluded)
{
    EXPECT_EQ(answer({.last_plan_ended = day(2008, 4, 30)}), Answer::plan_ended_recently);
    EXPECT_EQ(answer({.last_plan_ended = day(2007, 4, 30)}), Answer::plan_ended_recently);
    EXPECT_EQ(answer({.last_plan_ended = day(2007, 4, 29)}), Answer::known_not_on_plan);
}

TEST(Answer, TellsOfAnotherChildOfTheHousehold)
{
    EXPECT_EQ(answer({.household_on_plan = true}), Answer::household_on_plan);
    EXPECT_EQ(answer({.last_plan_ended = day(2003, 1, 1), .household_on_plan = true}),
              Answer::household_on_plan);
}

TEST(Answer, SaysThatAChildIsKnown) { EXPECT_EQ(answer({}), Answer::known_not_on_plan); }

TEST(Answer, TellsNothingOfAnyPlanWhileSeveralMayBeMeant)
{
    EXPECT_EQ(answer_for(Meant::several, Standing{.on_plan = true}, today, medway()),
              Answer::which_child);
}

TEST(Answer, SaysWhenNobodyLikeThisIsKnown)
{
    EXPECT_EQ(answer_for(Meant::nobody, std::nullopt, today, medway()), Answer::not_found);
}

RC_GTEST_PROP(Answer, IsNeverNoForAChildOnAPlan, ())
{
    Standing standing = any_standing();
    standing.on_plan = true;
    RC_ASSERT(answer(standing) == Answer::on_plan);
}

RC_GTEST_PROP(Answer, NeverTellsLessWhenMoreIsTrue, ())
{
    // The answers stand in pack::Answer in the order of what must be heard first.
    const Standing standing = any_standing();
    Standing more = standing;
    more.household_on_plan = true;
    RC_ASSERT(answer(more) <= answer(standing));
    more.temporarily_here = true;
    RC_ASSERT(answer(more) <= answer(standing));
}

TEST(MustBeTold, TheKeyWorkerHearsOfEveryEnquiryAboutTheirChild)
{
    EXPECT_EQ(must_be_told(Answer::on_plan, {.key_workers = Reached::everybody}),
              (MustBeTold{.key_worker = true}));
    EXPECT_EQ(
        must_be_told(Answer::on_plan, {.asked_before = true, .key_workers = Reached::everybody}),
        (MustBeTold{.key_worker = true, .designated_manager = true}));
}

TEST(MustBeTold, TheDesignatedManagerHearsWhenNoKeyWorkerCan)
{
    for (const auto answer : {Answer::on_plan, Answer::plan_ended_recently})
        EXPECT_EQ(must_be_told(answer, {}), (MustBeTold{.designated_manager = true}));
}

TEST(MustBeTold, TheDesignatedManagerHearsTooWhenOneOfSeveralKeyWorkersCannot)
{
    EXPECT_EQ(must_be_told(Answer::on_plan, {.key_workers = Reached::some}),
              (MustBeTold{.key_worker = true, .designated_manager = true}));
}

TEST(MustBeTold, ASecondEnquiryAboutAChildWhomNobodyKnowsReachesTheDesignatedManager)
{
    EXPECT_EQ(must_be_told(Answer::not_found, {}), MustBeTold{});
    EXPECT_EQ(must_be_told(Answer::not_found, {.asked_before = true}),
              (MustBeTold{.designated_manager = true}));
}

TEST(MustBeTold, AChildWhoMayStandInAHeldRowReachesTheDesignatedManager)
{
    for (const auto answer :
         {Answer::not_found, Answer::known_not_on_plan, Answer::plan_ended_recently})
        EXPECT_TRUE(must_be_told(answer, {.key_workers = Reached::everybody, .row_like = true})
                        .designated_manager);
}

TEST(MustBeTold, TheKeyWorkersOfTheHouseholdHearOfAnEnquiryAtTheirAddress)
{
    EXPECT_EQ(must_be_told(Answer::household_on_plan, {.key_workers = Reached::everybody}),
              (MustBeTold{.household_key_workers = true, .designated_manager = true}));
    EXPECT_EQ(must_be_told(Answer::household_on_plan, {}),
              (MustBeTold{.designated_manager = true}));
}

TEST(MustBeTold, NobodyIsToldWhileItIsNotKnownWhoIsMeant)
{
    EXPECT_EQ(
        must_be_told(Answer::which_child,
                     {.asked_before = true, .key_workers = Reached::everybody, .row_like = true}),
        MustBeTold{});
}
