#include "lookup/query.hpp"

#include "core/json.hpp"

#include <gtest/gtest.h>

namespace heed::lookup {
namespace {

const Day today = day(2026, 11, 25);

matching::Question question(const std::string& text)
{
    return query_from_json(text, today).value().question;
}

TEST(Query, ReadsEveryKeyOfTheContract)
{
    const auto query = query_from_json(
        R"({"q":"17","forename":"Mary","middle":"May","surname":"Tansley","sex":"F",
            "born":"2003-03-14","born_from":null,"born_to":null,"age":null,"house":"8",
            "street":"Quarry Row","town":"Chatham","postcode":"ME4 2TB","carer":"Kerry",
            "identifier":"c1"})",
        today);
    ASSERT_TRUE(query.has_value());
    EXPECT_EQ(query->q, "17");
    EXPECT_TRUE(query->unknown.empty());
    const auto& asked = query->question;
    EXPECT_EQ(asked.forename + asked.middle + asked.surname, "MaryMayTansley");
    EXPECT_EQ(asked.sex, matching::Sex::female);
    EXPECT_EQ(asked.born, matching::born_on(day(2003, 3, 14)));
    EXPECT_EQ(asked.house + asked.street + asked.town, "8Quarry RowChatham");
    EXPECT_EQ(asked.postcode + asked.carer + asked.identifier, "ME4 2TBKerryc1");
}

TEST(Query, TakesARangeBeforeAMonthAndAnExactBirthBeforeARange)
{
    const matching::Born march{day(2003, 2, 15), day(2003, 4, 15), false};
    EXPECT_EQ(question(R"({"born_from":"2003-02-15","born_to":"2003-04-15"})").born, march);
    EXPECT_EQ(
        question(R"({"born":"2003-03","born_from":"2003-02-15","born_to":"2003-04-15"})").born,
        march);
    EXPECT_EQ(question(R"({"born":"2003-03-14","born_from":"2003-02-15"})").born,
              matching::born_on(day(2003, 3, 14)));
    EXPECT_EQ(question(R"({"born":"2003","age":4})").born, matching::born_in_year(2003));
    EXPECT_EQ(question(R"({"age":4})").born, matching::born_at_age(4, today));
    EXPECT_EQ(question(R"({"born_from":"2003-02-15"})").born->from, day(2003, 2, 15));
}

TEST(Query, NamesTheKeyThatIsWrong)
{
    for (const auto& [text, field] : std::vector<std::pair<std::string, std::string>>{
             {R"({"born":"31/02/2003"})", "born"},
             {R"({"born_from":"2003-05-01","born_to":"2003-04-01"})", "born_to"},
             {R"({"sex":"Q"})", "sex"},
             {R"({"age":-1})", "age"}}) {
        const auto query = query_from_json(text, today);
        ASSERT_FALSE(query.has_value()) << text;
        EXPECT_EQ(query.error().code, RefusalCode::not_understood);
        EXPECT_EQ(query.error().field, field);
    }
    EXPECT_EQ(query_from_json("nonsense", today).error().code, RefusalCode::malformed_json);
    EXPECT_EQ(query_from_json(R"({"forename":7})", today).error().field, "forename");
}

TEST(Query, PassesUnknownKeysOverAndSaysSo)
{
    EXPECT_EQ(query_from_json(R"({"q":4,"surnam":"X"})", today)->unknown,
              std::vector<std::string>{"surnam"});
    EXPECT_EQ(query_from_json(R"({"q":4})", today)->q, "4");
    EXPECT_EQ(name_in(R"({"q":"9","born":"x"})"), "9");
    EXPECT_EQ(name_in("nonsense"), "");
}

TEST(Query, KeepsItsNameWhenItIsNoJson)
{
    EXPECT_EQ(name_in(R"({"q":"17","surname":"Tansley)"), "17");
    EXPECT_EQ(name_in(R"({"q" : 17, "surname": Tansley})"), "17");
    EXPECT_EQ(name_in(R"({"surname":, "q":"a \"b\" \u00e9"})"), "a \"b\" \u00e9");
    EXPECT_EQ(name_in(R"({"q":17)"), "17");
    for (const char* none : {R"({"q)", R"({"q")", R"({"q":)", R"({"q":"17)", R"({"q":{}})",
                             R"({"q":"17\)", "{\"q\":\"\xFF\"", R"("q" "17")"})
        EXPECT_EQ(name_in(none), "") << none;
}

TEST(Found, IsWrittenAsTheContractHasIt)
{
    EXPECT_EQ(
        to_json(Found{"17", {{"c1", 12.5, true, {"same surname"}, ""}}, 412}),
        R"({"q":"17","hits":[{"id":"c1","score":12.500,"strong":true,"why":["same surname"]}],)"
        R"("micros":412})");
    EXPECT_EQ(to_json(Found{"", {}, 9}, 3), R"({"q":"","line":3,"hits":[],"micros":9})");
}

} // namespace
} // namespace heed::lookup
