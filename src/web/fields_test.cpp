#include "web/fields.hpp"

#include "core/ensure.hpp"
#include "core/text.hpp"

#include <rapidcheck/gtest.h>

namespace heed::web {
namespace {

/// Any text that a form can hold: UTF-8 without NUL, with the marks that matter often in it.
rc::Gen<std::string> form_text()
{
    const auto piece = rc::gen::weightedElement<std::string>({{8, "a"},
                                                              {2, "%"},
                                                              {2, "&"},
                                                              {2, "="},
                                                              {2, "+"},
                                                              {2, " "},
                                                              {1, "\r\n"},
                                                              {1, "\""},
                                                              {1, "é"},
                                                              {1, "\xF0\x9F\x99\x82"},
                                                              {1, "Z"},
                                                              {1, "\x01"}});
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const auto& all) {
        std::string text;
        for (const auto& one : all) text += one;
        return text;
    });
}

Fields form_fields(const std::vector<NameAndValue>& all)
{
    Fields fields;
    for (const auto& [name, value] : all) fields.add(name, value);
    return fields;
}

RC_GTEST_PROP(Urlencoded, ComesBackAsItWasWritten, ())
{
    const auto all =
        *rc::gen::container<std::vector<NameAndValue>>(rc::gen::pair(form_text(), form_text()));
    const Fields fields = form_fields(all);
    const auto read = read_urlencoded(write_urlencoded(fields));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == fields);
}

RC_GTEST_PROP(PercentDecoding, UndoesPercentEncoding, ())
{
    const std::string text = *form_text();
    RC_ASSERT(percent_decoded(percent_encoded(text)) == text);
}

RC_GTEST_PROP(PercentDecoding, NeverGivesNulOrBrokenUtf8, (const std::string& bytes))
{
    const auto decoded = percent_decoded(bytes, true);
    const bool sound = !decoded || (is_utf8(*decoded) && decoded->find('\0') == std::string::npos);
    RC_ASSERT(sound);
}

TEST(PercentDecoding, RefusesWhatIsCutShortOrNotHexOrNulOrNotUtf8)
{
    for (const std::string_view bad : {"%", "%4", "%4g", "%g4", "%%41", "a%00b", "%C3", "%ff"})
        EXPECT_FALSE(percent_decoded(bad)) << bad;
    EXPECT_EQ(percent_decoded("%41%62%2f"), "Ab/");
}

TEST(PercentDecoding, TakesAPlusForASpaceOnlyInForms)
{
    EXPECT_EQ(percent_decoded("a+b", true), "a b");
    EXPECT_EQ(percent_decoded("a+b", false), "a+b");
}

TEST(Urlencoded, KeepsOrderAndRepeatedFields)
{
    const auto fields = read_urlencoded("b=1&a=two+words&b=2&flag&=x&&c=");
    ASSERT_TRUE(fields);
    const Fields expected{{"b", "1"},   {"a", "two words"}, {"b", "2"},
                          {"flag", ""}, {"", "x"},          {"c", ""}};
    EXPECT_EQ(*fields, expected);
    EXPECT_EQ(fields->all("b"), (std::vector<std::string_view>{"1", "2"}));
    EXPECT_EQ(fields->text("b"), "1");
    EXPECT_EQ(fields->text("absent"), "");
    EXPECT_TRUE(fields->has("flag"));
    EXPECT_FALSE(fields->has("absent"));
}

TEST(Urlencoded, RefusesTooManyFields)
{
    std::string text = "a=1";
    for (std::size_t i = 1; i < fields_max; ++i) text += "&a=1";
    EXPECT_TRUE(read_urlencoded(text));
    EXPECT_FALSE(read_urlencoded(text + "&a=1"));
}

TEST(Headers, AreFoundWhateverTheirCase)
{
    Headers headers{{"Content-Type", "text/html"}, {"X-One", "1"}, {"x-one", "2"}};
    EXPECT_EQ(headers.find("content-type"), "text/html");
    EXPECT_EQ(headers.count("X-ONE"), 2U);
    headers.set("X-one", "3");
    EXPECT_EQ(headers.count("X-One"), 1U);
    EXPECT_EQ(headers.find("X-One"), "3");
    EXPECT_FALSE(headers.has("Host"));
}

TEST(Headers, CannotBeMadeToBreakTheirLine)
{
    Headers headers;
    EXPECT_THROW(headers.add("Location", "/a\r\nSet-Cookie: b=c"), Broken);
    EXPECT_THROW(headers.set("Location", std::string{"/a\0b", 4}), Broken);
    EXPECT_THROW(headers.add("Bad name", "x"), Broken);
    EXPECT_THROW(headers.add("", "x"), Broken);
}

TEST(Cookies, AreFoundByTheirWholeName)
{
    const std::string_view header = "sessions=no; session=yes;last=1; =x; session=second";
    EXPECT_EQ(find_cookie(header, "session"), "yes");
    EXPECT_EQ(find_cookie(header, "last"), "1");
    EXPECT_FALSE(find_cookie(header, "Session"));
    EXPECT_FALSE(find_cookie(header, "sess"));
    EXPECT_FALSE(find_cookie("", "session"));
}

TEST(Cookies, WithAValueNoCookieCanHoldAreAsGoodAsNone)
{
    EXPECT_FALSE(find_cookie("a=\"quoted\"", "a"));
    EXPECT_FALSE(find_cookie("a=one two", "a"));
    EXPECT_EQ(find_cookie("a=b c; a=d", "a"), "d");
}

} // namespace
} // namespace heed::web
