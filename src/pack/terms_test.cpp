#include "pack/library.hpp"

#include <gtest/gtest.h>

using namespace heed;
using namespace heed::pack;

namespace {

std::vector<std::string> now(std::string_view typed)
{
    std::vector<std::string> words;
    for (const auto& term : list().front().terms().find(typed)) words.push_back(term.now);
    return words;
}

const std::string on_the_list = "list of children who are the subject of a Child Protection Plan";
const std::string enquiry =
    "Child Protection Enquiry: a check whether a child is subject to a Child Protection Plan";
const std::string ceasing =
    "ceasing to be the subject of a Child Protection Plan: the plan is discontinued";

} // namespace

TEST(Terms, FindsTheOldWordWhateverItsCasePluralOrHyphens)
{
    for (const char* typed : {"register", "REGISTERS", "where is the Register?", "the register's",
                              "child-protection register", "Child Protection Registers", "CPR"})
        EXPECT_EQ(now(typed), std::vector{on_the_list}) << typed;
    for (const char* typed : {"de-register", "deregister", "De Registration", "DE-REGISTRATIONS",
                              "de\u2011registered", "deregistered children"})
        EXPECT_EQ(now(typed), std::vector{ceasing}) << typed;
}

TEST(Terms, AnswersForTheLongestOldWordOnly)
{
    EXPECT_EQ(now("register enquiry"), std::vector{enquiry});
    EXPECT_EQ(now("how do I make a register-enquiry"), std::vector{enquiry});
    EXPECT_EQ(now("child on the child protection register"),
              std::vector<std::string>{"child subject to a Child Protection Plan"});
    EXPECT_EQ(
        now("Custodian of the Child Protection Register"),
        std::vector<std::string>{"Designated Manager responsible for the maintenance of the list"});
}

TEST(Terms, AnswersForEachOldWordOnceInTheOrderTyped)
{
    EXPECT_EQ(now("is the custodian told of a register enquiry, says the custodian"),
              (std::vector<std::string>{
                  "Designated Manager responsible for the maintenance of the list", enquiry}));
}

TEST(Terms, FindsNothingInsideOtherWords)
{
    for (const char* typed : {"", "   ", "registrar", "preregistered", "plan", "Mary Harwood",
                              "cprs2", "re", "de", "\xff\xfe"})
        EXPECT_TRUE(now(typed).empty()) << typed;
}

TEST(Terms, KnowsEveryWordThatTheTwoDocumentsOfTheChangeReplace)
{
    for (const char* typed :
         {"Child on the Child Protection Register",
          "Recommendation that the child's name be placed on the Child Protection Register",
          "Recommendation to remove a child's name from the child protection register",
          "Register enquiry", "Custodian", "authorised users of the register", "registration",
          "registered child", "category of registration", "re-registration", "case conference",
          "authorised user", "view on registration"})
        EXPECT_FALSE(now(typed).empty()) << typed;
}

TEST(Terms, SayWhoSaysSoAndWhereToGo)
{
    for (const auto& term : list().front().terms().list()) {
        EXPECT_FALSE(term.authority.document.empty()) << term.now;
        EXPECT_TRUE(term.where.empty() || term.where.starts_with('/')) << term.where;
        for (const auto& old : term.old)
            EXPECT_FALSE(list().front().terms().find(old).empty()) << old;
    }
}
