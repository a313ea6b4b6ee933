#include "pack/due.hpp"

#include "pack/library.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>

using namespace heed;
using namespace heed::pack;
using std::chrono::days;

namespace {

Pack medway() { return find("eng-wt2006-medway").value(); }
Pack later() { return find("eng-wt2023").value(); }

std::vector<Rule> rules_of(const Pack& pack)
{
    std::vector<Rule> rules;
    for (const auto name : codes<Rule>)
        if (const Rule rule = *from_code<Rule>(name); pack.timescale(rule)) rules.push_back(rule);
    return rules;
}

} // namespace

TEST(Due, SkipsWeekendsAndBankHolidaysByName)
{
    const Due found = due(medway(), Rule::icpc, day(2008, 4, 16)).value();
    EXPECT_EQ(found.due, day(2008, 5, 8));
    EXPECT_EQ(found.anchor, Anchor::strategy_last);
    ASSERT_EQ(found.skipped.size(), 7U);
    EXPECT_EQ(found.skipped.back(), (DayOff{day(2008, 5, 5), "Early May bank holiday"}));
    EXPECT_EQ(found.book_by, found.due);
}

TEST(Due, ClipsMonthsAndBooksBeforeADayOff)
{
    const Due review = due(medway(), Rule::review_next, day(2007, 8, 31)).value();
    EXPECT_EQ(review.due, day(2008, 2, 29));
    EXPECT_EQ(review.book_by, day(2008, 2, 29));

    const Due easter = due(medway(), Rule::review_first, day(2007, 12, 24)).value();
    EXPECT_EQ(easter.due, day(2008, 3, 24));
    EXPECT_EQ(easter.book_by, day(2008, 3, 20));
    EXPECT_TRUE(easter.skipped.empty());
}

TEST(Due, CountsWeeksInDaysOfTheCalendar)
{
    EXPECT_EQ(due(medway(), Rule::core_group_next, day(2008, 4, 7))->due, day(2008, 5, 19));
}

TEST(Due, FollowsTheEditionInItsAnchor)
{
    EXPECT_EQ(due(medway(), Rule::icpc, day(2024, 1, 8))->anchor, Anchor::strategy_last);
    EXPECT_EQ(due(later(), Rule::icpc, day(2024, 1, 8))->anchor, Anchor::strategy_began_s47);
}

TEST(Due, RefusesARuleThatTheEditionDoesNotHave)
{
    const auto refused = due(medway(), Rule::single_assessment, day(2008, 4, 1));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, RefusalCode::not_in_this_pack);
    EXPECT_FALSE(due(later(), Rule::core_assessment, day(2024, 1, 8)));
}

TEST(Due, RefusesADayWhoseBankHolidaysAreNotKnown)
{
    for (const Rule rule : {Rule::icpc, Rule::review_first, Rule::core_group_next})
        EXPECT_EQ(due(medway(), rule, day(2040, 12, 20)).error().code,
                  RefusalCode::outside_the_calendar);
}

TEST(Due, KnowsARuleByItsCodeAndRefusesOthersNamingThem)
{
    EXPECT_EQ(rule_named("review_first"), Rule::review_first);
    const auto refused = rule_named("review");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, RefusalCode::no_such_rule);
    EXPECT_TRUE(refused.error().detail.contains("review_first, review_next and visit"));
}

TEST(Due, IsSpokenToProgramsWithEveryKey)
{
    EXPECT_EQ(due_json(due(medway(), Rule::core_group_first, day(2008, 3, 18)).value()),
              R"({"rule":"core_group_first","from":"2008-03-18","due":"2008-04-03",)"
              R"("unit":"working_day","n":10,"anchor":"icpc_held","skipped":[)"
              R"({"date":"2008-03-21","reason":"Good Friday"},)"
              R"({"date":"2008-03-22","reason":"weekend"},)"
              R"({"date":"2008-03-23","reason":"weekend"},)"
              R"({"date":"2008-03-24","reason":"Easter Monday"},)"
              R"({"date":"2008-03-29","reason":"weekend"},)"
              R"({"date":"2008-03-30","reason":"weekend"}],"book_by":"2008-04-03",)"
              R"~("authority":{"document":"Working Together to Safeguard Children (2006)",)~"
              R"("heading":"Core group","certainty":"pointed_at"}})");
}

TEST(Due, IsToldToPeopleWithItsWorking)
{
    EXPECT_EQ(
        due_in_words(medway(), due(medway(), Rule::core_group_first, day(2008, 3, 18)).value()),
        "First core group: by Thursday 3 April 2008. That is 10 working days after Tuesday "
        "18 March 2008, the day of the initial child protection conference. Not counted: 4 "
        "days of weekends, Good Friday (21 March 2008) and Easter Monday (24 March 2008). "
        "Working Together to Safeguard Children (2006), Core group (read in: the Norfolk "
        "Safeguarding Children Board procedures, Child protection conferences).");
}

TEST(Due, TellsPeopleWhereToBookWhenTheLastDayIsADayOff)
{
    const auto words =
        due_in_words(medway(), due(medway(), Rule::review_first, day(2007, 12, 24)).value());
    EXPECT_NE(words.find("by Monday 24 March 2008"), words.npos) << words;
    EXPECT_NE(words.find("That day is Easter Monday: book it by Thursday 20 March 2008."),
              words.npos)
        << words;
}

TEST(Due, NeverShowsAnUncheckedFigureAsAuthority)
{
    for (const Pack& pack : list())
        for (const Rule rule : rules_of(pack)) {
            const Due found = due(pack, rule, day(2024, 1, 8)).value();
            const bool unchecked = found.authority.certainty == Certainty::unchecked;
            EXPECT_EQ(due_in_words(pack, found).contains("Not checked against a document"),
                      unchecked)
                << pack.id() << ' ' << code(rule);
        }
}

RC_GTEST_PROP(Due, ObeysItsLawsForEveryRuleOfEveryPack, ())
{
    const Pack pack = *rc::gen::elementOf(list());
    const Rule rule = *rc::gen::elementOf(rules_of(pack));
    const Day from = day(1990, 1, 1) + days{*rc::gen::inRange(0, 18'300)};
    const Due found = due(pack, rule, from).value();

    if (found.unit == Unit::working_day) {
        RC_ASSERT(found.due >= from + days{found.n});
        RC_ASSERT((found.due - from).count() == found.n + static_cast<int>(found.skipped.size()));
    } else {
        RC_ASSERT(found.skipped.empty());
        RC_ASSERT(found.due > from);
    }
    RC_ASSERT(found.book_by <= found.due);
    RC_ASSERT(pack.calendar().is_working_day(found.book_by).value());
    RC_ASSERT(pack.calendar().working_days_between(found.book_by, found.due).value() == 0);
    RC_ASSERT(due(pack, rule, from + days{1})->due >= found.due);
}
