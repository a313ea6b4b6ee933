#include "pack/pack.hpp"

#include "core/ensure.hpp"
#include "pack/library.hpp"

#include <gtest/gtest.h>

using namespace heed;
using namespace heed::pack;

namespace {

Pack medway() { return find("eng-wt2006-medway").value(); }
Pack later() { return find("eng-wt2023").value(); }

const Blanks given{.tried = "the name Mary Harwood, born 2003",
                   .telephone = "01634 960999",
                   .apart = "the first name (Ava or Eva)"};

std::string code_typed(std::string_view typed)
{
    const Category* found = medway().category_typed(typed);
    return found ? found->code : "";
}

} // namespace

TEST(Codes, GoThereAndBack)
{
    EXPECT_EQ(code(Rule::referral_decision), "referral_decision");
    EXPECT_EQ(code(Rule::visit), "visit");
    EXPECT_EQ(code(Anchor::visit_child_seen), "visit_child_seen");
    EXPECT_EQ(code(Unit::month), "month");
    EXPECT_EQ(code(Certainty::unchecked), "unchecked");
    EXPECT_EQ(code(Word::board), "board");
    EXPECT_EQ(code(Answer::could_not_check), "could_not_check");
    EXPECT_EQ(code(CountBy::professional_group), "professional_group");
    EXPECT_EQ(from_code<Rule>("core_group_next"), Rule::core_group_next);
    EXPECT_EQ(from_code<Rule>("Core_Group_Next"), std::nullopt);
    EXPECT_EQ(from_code<Answer>(""), std::nullopt);
}

TEST(Pack, HoldsTheFiguresOfItsEdition)
{
    const Timescale* icpc = medway().timescale(Rule::icpc);
    ASSERT_NE(icpc, nullptr);
    EXPECT_EQ(icpc->n, 15);
    EXPECT_EQ(icpc->unit, Unit::working_day);
    EXPECT_EQ(icpc->anchor, Anchor::strategy_last);
    EXPECT_EQ(later().timescale(Rule::icpc)->anchor, Anchor::strategy_began_s47);

    EXPECT_EQ(medway().timescale(Rule::initial_assessment)->n, 7);
    EXPECT_EQ(medway().timescale(Rule::core_assessment)->n, 35);
    EXPECT_EQ(medway().timescale(Rule::single_assessment), nullptr);
    EXPECT_EQ(later().timescale(Rule::initial_assessment), nullptr);
    EXPECT_EQ(later().timescale(Rule::single_assessment)->n, 45);

    EXPECT_EQ(medway().valid_from(), day(2008, 4, 1));
    EXPECT_EQ(medway().valid_to(), std::nullopt);
    EXPECT_EQ(medway().recently_ended_months().value, 12);
    EXPECT_EQ(medway().quoracy().other_agencies_min, 2);
    EXPECT_TRUE(medway().chair_independent().value);
    EXPECT_TRUE(medway().key_worker_must_be_qualified().value);
}

TEST(Pack, CallsTheSamePersonByTheWordOfItsEdition)
{
    EXPECT_EQ(medway().word(Word::key_worker), "key worker");
    EXPECT_EQ(later().word(Word::key_worker), "lead social worker");
    EXPECT_EQ(medway().word(Word::designated_manager), "Designated Manager");
    EXPECT_EQ(medway().answer(Answer::on_plan).do_next.at(2),
              "Give the caller the name and number of the key worker.");
    EXPECT_EQ(later().answer(Answer::on_plan).do_next.at(2),
              "Give the caller the name and number of the lead social worker.");
}

TEST(Pack, UnderstandsTheCategoriesAsTheyWereTyped)
{
    for (const char* typed : {"Neg", "NEGLECT", "neglect ", "neglect", "Neglect.", "NEG"})
        EXPECT_EQ(code_typed(typed), "neglect") << typed;
    for (const char* typed : {"Physical injury", "PHYSICAL", "Physical Abuse", "physical_abuse"})
        EXPECT_EQ(code_typed(typed), "physical_abuse") << typed;
    for (const char* typed : {"Emot. abuse", "Emotional", "EMOTIONAL  ABUSE", "Emotional-abuse"})
        EXPECT_EQ(code_typed(typed), "emotional_abuse") << typed;
    for (const char* typed : {"SEXUAL ABUSE", "Sexual", "sexual_abuse"})
        EXPECT_EQ(code_typed(typed), "sexual_abuse") << typed;
}

TEST(Pack, GuessesNoCategory)
{
    // No category of these packs is "grave concern"; two names are for the caller to part.
    for (const char* typed : {"", " ", "Grave concern", "Neglect/Physical", "abuse", "N", "--"})
        EXPECT_EQ(code_typed(typed), "") << typed;
    EXPECT_EQ(medway().category("Neglect"), nullptr);
    EXPECT_EQ(medway().category("neglect")->census, "NEG");
}

TEST(Answers, BeginWithTheDangerToTheChild)
{
    for (const Pack& pack : list())
        for (const auto name : codes<Answer>)
            EXPECT_EQ(pack.answer(*from_code<Answer>(name), given).do_next.at(0),
                      "Child in danger now? Call 999 first.")
                << name;
}

TEST(Answers, SayYesInExactlyTheseWords)
{
    for (const Pack& pack : list())
        EXPECT_EQ(pack.answer(Answer::on_plan).sentence,
                  "Yes, subject to a child protection plan.");
}

TEST(Answers, NeverLetAbsenceSoundLikeSafety)
{
    for (const Pack& pack : list())
        for (const Answer answer : {Answer::plan_ended_recently, Answer::household_on_plan,
                                    Answer::known_not_on_plan, Answer::not_found})
            EXPECT_TRUE(pack.answer(answer, given).sentence.contains("This does not mean that"))
                << code(answer);
}

TEST(Answers, FillInWhatWasTriedAndWhomToRing)
{
    EXPECT_EQ(medway().answer(Answer::not_found, given).sentence,
              "Nobody like this is known here. We looked for the name Mary Harwood, born 2003. "
              "This does not mean that the child is safe.");
    EXPECT_EQ(medway().answer(Answer::could_not_check, given).sentence,
              "We could not check. This is not a no. Ring 01634 960999.");
    EXPECT_TRUE(medway().answer(Answer::plan_ended_recently).sentence.contains("last 12 months"));
}

TEST(Answers, AreNeverGivenWithAHole)
{
    EXPECT_THROW((void)medway().answer(Answer::not_found), Broken);
    EXPECT_THROW((void)medway().answer(Answer::could_not_check, {.tried = "x", .telephone = ""}),
                 Broken);
    for (const Pack& pack : list())
        for (const auto name : codes<Answer>) {
            const auto words = pack.answer(*from_code<Answer>(name), given);
            EXPECT_FALSE(words.sentence.contains('{')) << name;
            for (const auto& step : words.do_next) EXPECT_FALSE(step.contains('{')) << step;
        }
}

TEST(Asides, FillInWhoCannotBeToldAndWhatIsNotInTheRecord)
{
    EXPECT_EQ(medway().aside(Aside::notice_sent),
              "The key worker is sent a notice of this enquiry.");
    EXPECT_TRUE(medway()
                    .aside(Aside::notice_not_sent, {.telephone = "01632 1", .name = "Ann Dale"})
                    .starts_with("Ann Dale (key worker) cannot be sent a notice of this enquiry: "
                                 "ring 01632 1."));
    EXPECT_EQ(medway().aside(Aside::rows_held, {.rows = "9 rows"}),
              "Not in the record yet: 9 rows of the old register.");
    EXPECT_THROW((void)medway().aside(Aside::rows_held), Broken);
    const Blanks all{.telephone = "1", .name = "Ann Dale", .rows = "1 row"};
    for (const Pack& pack : list())
        for (const auto name : codes<Aside>)
            EXPECT_FALSE(pack.aside(*from_code<Aside>(name), all).contains('{')) << name;
}

TEST(Answers, KeepWhatWasTypedEvenWhenItLooksLikeABlank)
{
    const auto words =
        medway().answer(Answer::not_found, {.tried = "{telephone} {key_worker}", .telephone = ""});
    EXPECT_TRUE(words.sentence.contains("We looked for {telephone} {key_worker}."));
}

TEST(Answers, TellNothingOfAPlanWhileItIsNotKnownWhichChildIsMeant)
{
    const auto words = medway().answer(Answer::which_child, given);
    EXPECT_FALSE(words.sentence.contains("plan"));
    EXPECT_EQ(words.do_next.at(1), "Ask for what tells them apart: the first name (Ava or Eva).");
    for (const auto& step : words.do_next) EXPECT_FALSE(step.contains("plan")) << step;
}

TEST(Answers, AreShortEnoughForThreeInTheMorning)
{
    for (const Pack& pack : list())
        for (const auto name : codes<Answer>) {
            const auto words = pack.answer(*from_code<Answer>(name), given);
            EXPECT_LE(words.do_next.size(), 6U) << name;
            for (const auto& step : words.do_next) EXPECT_LE(step.size(), 100U) << step;
        }
}

TEST(PackJson, HoldsTheFiguresAndWhoSaysSo)
{
    const std::string json = pack_json(medway());
    for (const char* part :
         {R"({"id":"eng-wt2006-medway","title":"Working Together 2006, Medway",)"
          R"("valid_from":"2008-04-01","valid_to":null,)",
          R"("single_assessment":null,"icpc":{"n":15,"unit":"working_day",)"
          R"("anchor":"strategy_last","authority":{"document":)",
          R"("recently_ended_months":{"value":12,"authority":)", R"("key_worker":"key worker")"})
        EXPECT_TRUE(json.contains(part)) << part << '\n' << json;
}
