#include "interop/json_reader.hpp"

#include "core/json.hpp"

#include <rapidcheck/gtest.h>

namespace heed::interop {
namespace {

JsonObject read(std::string_view text) { return read_json(text).value(); }

/// `path: detail` of the refusal; empty when there was none.
template <class T> std::string refusal_of(const Outcome<T>& outcome)
{
    if (outcome) return "";
    EXPECT_EQ(outcome.error().code, RefusalCode::malformed_json);
    return outcome.error().field + ": " + outcome.error().detail;
}

TEST(JsonReader, ReadsEveryKindOfValue)
{
    const JsonObject json =
        read(R"({"t":"Zoë \"Z\" \u00e9","i":-42,"b":true,"n":1.10,"o":{"x":{"y":"deep"}},
        "list":["a","b"],"rows":[{"line":2},{"line":3}],"nothing":null})");
    EXPECT_EQ(json.text("t"), "Zoë \"Z\" é");
    EXPECT_EQ(json.integer("i"), -42);
    EXPECT_EQ(json.boolean("b"), true);
    EXPECT_EQ(json.number("n"), "1.10");
    EXPECT_EQ(json.object("o")->object("x")->text("y"), "deep");
    EXPECT_EQ(json.texts("list"), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(json.objects("rows")->at(1).integer("line"), 3);
    EXPECT_TRUE(json.has("nothing"));
    EXPECT_EQ(json.keys().size(), 8U);
}

TEST(JsonReader, TakesAbsentAndNullAlikeForNothing)
{
    const JsonObject json = read(R"({"null":null})");
    for (const std::string_view key : {"null", "absent"}) {
        EXPECT_FALSE(json.text_if(key)->has_value());
        EXPECT_FALSE(json.integer_if(key)->has_value());
        EXPECT_FALSE(json.boolean_if(key)->has_value());
        EXPECT_FALSE(json.number_if(key)->has_value());
        EXPECT_FALSE(json.object_if(key)->has_value());
        EXPECT_TRUE(json.objects(key)->empty());
        EXPECT_TRUE(json.texts(key)->empty());
    }
}

TEST(JsonReader, NamesThePathOfWhatIsWrong)
{
    const JsonObject json =
        read(R"({"about":{"name":7,"age":"7","born":1.5},"rows":[{"line":1},{"line":{}}],)"
             R"("mixed":["a",1]})");
    const JsonObject about = json.object("about").value();
    EXPECT_EQ(refusal_of(about.text("name")), "about.name: It must be a text.");
    EXPECT_EQ(refusal_of(about.integer("age")), "about.age: It must be a number.");
    EXPECT_EQ(refusal_of(about.integer("born")), "about.born: It must be a whole number.");
    EXPECT_EQ(refusal_of(about.text("sex")), "about.sex: It is needed.");
    EXPECT_EQ(refusal_of(json.objects("rows")->at(1).boolean("line")),
              "rows[1].line: It must be true or false.");
    EXPECT_EQ(refusal_of(json.texts("mixed")), "mixed[1]: It must be a text.");
    EXPECT_EQ(refusal_of(json.objects("mixed")), "mixed[0]: It must be an object.");
    EXPECT_EQ(refusal_of(json.object("rows")), "rows: It must be an object.");
}

TEST(JsonReader, CanBeAskedForKeysItDoesNotKnow)
{
    const JsonObject json = read(R"({"about":{"name":"x","nmae":"y"}})");
    const JsonObject about = json.object("about").value();
    EXPECT_TRUE(about.only({"name", "nmae"}));
    EXPECT_EQ(refusal_of(about.only({"name"})), "about.nmae: There is no such key here.");
}

TEST(JsonReader, RefusesAKeyThatStandsTwice)
{
    EXPECT_EQ(refusal_of(read_json(R"({"a":1,"b":2,"a":1})")), "a: It stands there twice.");
    EXPECT_EQ(refusal_of(read_json(R"({"rows":[{},{"x":{"k":1,"k":2}}]})")),
              "rows[1].x.k: It stands there twice.");
    EXPECT_EQ(refusal_of(read_json(R"({"a":1,"\u0061":1})")), "a: It stands there twice.");
    EXPECT_TRUE(read_json(R"({"a":{"a":1},"b":{"a":1}})"));
}

TEST(JsonReader, RefusesNulWhichNoStoreCanKeep)
{
    EXPECT_EQ(refusal_of(read_json(R"({"a":["x","b\u0000c"]})")), "a[1]: It has a NUL in it.");
    EXPECT_EQ(refusal_of(read_json(R"({"b":{"a\u0000":1}})")), "b: A key has a NUL in it.");
}

TEST(JsonReader, RefusesWhatIsNoJsonSayingWhere)
{
    for (const std::string_view bad :
         {"", " ", "{", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{'a':1}", "{\"a\":01}", "{\"a\":+1}",
          "{\"a\":NaN}", "{\"a\":1}x", "{}{}", "// c\n{}", "{\"a\":\"\xFF\"}",
          "{\"a\":\"\\ud800\"}", "{\"a\":\"\n\"}", "\xEF\xBB\xBF{}"})
        EXPECT_NE(refusal_of(read_json(bad)), "") << bad;
    EXPECT_EQ(refusal_of(read_json("{\"a\" 1}")), ": It is no JSON from byte 6 on.");
    for (const std::string_view other : {"[]", "1", "\"x\"", "null"})
        EXPECT_EQ(refusal_of(read_json(other)), ": It must be an object.");
}

TEST(JsonReader, RefusesWhatIsNestedTooDeepOrTooLong)
{
    const auto nested = [](std::size_t depth) {
        return "{\"a\":" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
    };
    EXPECT_TRUE(read_json(nested(json_depth_max)));
    EXPECT_EQ(refusal_of(read_json(nested(json_depth_max + 1))), ": It is nested too deep.");
    EXPECT_EQ(refusal_of(read_json("{\"a\":" + std::string(100'000, '['))),
              ": It is nested too deep.");
    EXPECT_EQ(read_json("{}    ", 5).error().code, RefusalCode::too_long);
}

TEST(JsonReader, KeepsTheDigitsOfEveryNumber)
{
    for (const std::string number :
         {"0", "-0", "1e99999", "1.10", "0.30000000000000004", "1E5", "1e+05",
          "9223372036854775807", "18446744073709551615", "123456789012345678901234567890",
          "-1.000000000000000000000001"})
        EXPECT_EQ(read("{\"n\":" + number + "}").number("n"), number);
    EXPECT_EQ(read(R"({"n":-9223372036854775808})").integer("n"), INT64_MIN);
    EXPECT_FALSE(read(R"({"n":9223372036854775808})").integer("n"));
}

TEST(JsonReader, OutlivesTheObjectItCameFrom)
{
    const JsonObject inner = read(R"({"a":{"b":"still here"}})").object("a").value();
    EXPECT_EQ(inner.text("b"), "still here");
    EXPECT_EQ(inner.path(), "a");
}

RC_GTEST_PROP(JsonReader, ReadsWhatTheWriterWrites, ())
{
    const auto text =
        rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                         "a", "\"", "\\", "\n", "\x01", "é", "\xF0\x9F\x99\x82", "/", "u0041")),
                     [](const auto& pieces) {
                         std::string whole;
                         for (const auto& piece : pieces) whole += piece;
                         return whole;
                     });
    const std::string key = *text, value = *text;
    const auto number = *rc::gen::arbitrary<std::int64_t>();
    JsonWriter json;
    json.object().key(key + "t").value(value).key(key + "i").value(number).end();
    const auto read = read_json(json.text());
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->text(key + "t").value() == value);
    RC_ASSERT(read->integer(key + "i").value() == number);
}

} // namespace
} // namespace heed::interop
