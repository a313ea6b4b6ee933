#include "core/text.hpp"

#include <rapidcheck/gtest.h>

namespace heed {
namespace {

TEST(Utf8, TakesEveryLengthAndRefusesWhatIsNotOne)
{
    for (const std::string_view good :
         {"", "Mary", "Zo\xC3\xAB", "\xE2\x82\xAC", "\xF0\x9F\x99\x82", "\xED\x9F\xBF",
          "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"})
        EXPECT_TRUE(is_utf8(good)) << good;
    // Two bytes for a slash is how filters are passed; half of a surrogate pair is no letter.
    for (const std::string_view bad :
         {"R\xF3is\xEDn", "\x80", "\xC0\xAF", "\xC1\xBF", "\xC3", "\xE2\x82", "\xE0\x80\x80",
          "\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF",
          "a\xC3(", "\xF0\x9F\x99"})
        EXPECT_FALSE(is_utf8(bad)) << bad;
}

RC_GTEST_PROP(Utf8, TakesEveryCharacterThatExists, ())
{
    const auto c = static_cast<unsigned>(*rc::gen::inRange(0x800, 0x110000));
    RC_PRE(c < 0xD800 || c > 0xDFFF);
    std::string text;
    const auto put = [&](unsigned byte) { text += static_cast<char>(byte); };
    if (c < 0x10000) {
        put(0xE0U | c >> 12U), put(0x80U | (c >> 6U & 63U)), put(0x80U | (c & 63U));
    } else {
        put(0xF0U | c >> 18U), put(0x80U | (c >> 12U & 63U));
        put(0x80U | (c >> 6U & 63U)), put(0x80U | (c & 63U));
    }
    RC_ASSERT(is_utf8(text));
    RC_ASSERT(!is_utf8(text.substr(0, text.size() - 1)));
}

TEST(Text, KnowsAWordFromAList)
{
    static constexpr std::string_view words[]{"st", "nd"};
    EXPECT_TRUE(is_one_of("nd", words));
    EXPECT_FALSE(is_one_of("n", words));
    EXPECT_FALSE(is_one_of("", words));
}

} // namespace
} // namespace heed
