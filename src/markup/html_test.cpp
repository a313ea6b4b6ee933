#include "markup/html.hpp"
#include "markup/options.hpp"

#include "core/ensure.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <type_traits>

using namespace heed;
using namespace heed::markup;

// A text known only when the program runs is no markup, and a C string is neither.
static_assert(!std::is_constructible_v<Html, std::string>);
static_assert(!std::is_constructible_v<Html, std::string_view>);
static_assert(!std::is_convertible_v<std::string, Html>);
static_assert(!std::is_default_constructible_v<Words>);

TEST(Html, KeepsMarkupAndEscapesText)
{
    const std::string name = "O'Neill & <Sons> \"Ltd\"";
    Html html;
    html << "<p>" << name << "</p>" << 12;
    EXPECT_EQ(html.view(), "<p>O&#39;Neill &amp; &lt;Sons&gt; &quot;Ltd&quot;</p>12");
}

TEST(Html, IsJoinedWithSomethingBetween)
{
    const std::vector<Html> parts{Html{"<i>a</i>"}, Html::escaped("<"), Html{"b"}};
    EXPECT_EQ(joined(parts, ", ").view(), "<i>a</i>, &lt;, b");
    EXPECT_TRUE(joined(std::vector<Html>{}, ", ").empty());
}

TEST(Words, EscapeTextAndKeepHtml)
{
    EXPECT_EQ(Words{"a < b"}.html().view(), "a &lt; b");
    EXPECT_EQ(Words{Html{"<b>a</b>"}}.html().view(), "<b>a</b>");
    EXPECT_TRUE(Words::none().empty());
}

namespace {

std::string unescaped(std::string_view text)
{
    std::string plain{text};
    const auto all = [&](std::string_view from, std::string_view to) {
        for (std::size_t at = 0; (at = plain.find(from, at)) != std::string::npos; at += to.size())
            plain.replace(at, from.size(), to);
    };
    all("&lt;", "<");
    all("&gt;", ">");
    all("&quot;", "\"");
    all("&#39;", "'");
    all("&amp;", "&");
    return plain;
}

} // namespace

RC_GTEST_PROP(Html, EscapesAnyTextAndLosesNone, (const std::string& text))
{
    const Html html = Html::escaped(text);
    RC_ASSERT(html.view().find_first_of("<>\"'") == std::string_view::npos);
    RC_ASSERT(unescaped(html.view()) == text);
}

TEST(Attributes, AreEscaped)
{
    Attributes attributes{{"data-name", "a\"b"}};
    attributes.flag("hidden");
    EXPECT_EQ(attributes.html().view(), " data-name=\"a&quot;b\" hidden");
}

TEST(Attributes, NeverRunScriptStyleInPlaceOrTakeAnAddress)
{
    for (const char* name : {"onclick", "ONLOAD", "style", "href", "src", "formaction", "a b", "",
                             "a=\"", "x><script"})
        EXPECT_THROW(Attributes{}.set(name, "x"), Broken) << name;
}

TEST(Url, TakesPlacesHereAndTheSafeSchemes)
{
    for (const char* text :
         {"/list?on=2008-04-01", "#answer", "?page=2", "", "list/3", "https://example.org/a:b",
          "HTTP://example.org", "mailto:a@b.example", "tel:01632960142", "/a:b", "?a=b:c"})
        EXPECT_TRUE(Url::parse(text)) << text;
}

TEST(Url, RefusesWhatABrowserWouldRunOrTakeElsewhere)
{
    for (const char* text : {"javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)",
                             " javascript:alert(1)", "data:text/html,x", "vbscript:x", "//evil",
                             "/\\evil", "\x01javascript:x", "file:///etc", "blob:x"}) {
        EXPECT_FALSE(Url::parse(text)) << text;
        EXPECT_THROW(Url{text}, Broken) << text;
    }
}

TEST(Url, GrowsAQueryBeforeTheFragment)
{
    EXPECT_EQ(Url{"/list"}.with("sort", "name").text(), "/list?sort=name");
    EXPECT_EQ(Url{"/list?a=1#top"}.with("q", "a&b c").text(), "/list?a=1&q=a%26b%20c#top");
}

TEST(Url, TelephonesWithDigitsOnly)
{
    EXPECT_EQ(Url::telephone("01632 960 142").text(), "tel:01632960142");
    EXPECT_EQ(Url::telephone("+44 (0)1632 960142 ext").text(), "tel:+4401632960142");
}

RC_GTEST_PROP(Url, EncodesAnyQueryValue, (const std::string& value))
{
    const Url url = Url{"/list"}.with("q", value);
    RC_ASSERT(url.text().find_first_of(" <>\"'#&\\") == std::string::npos);
}
