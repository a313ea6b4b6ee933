#include "interop/text_encoding.hpp"

#include <rapidcheck/gtest.h>

namespace heed::interop {
namespace {

TEST(TextEncoding, KnowsUtf8FromWhatIsNot)
{
    EXPECT_TRUE(is_utf8(""));
    EXPECT_TRUE(is_utf8("Jabłoński €"));
    EXPECT_FALSE(is_utf8("R\xF3is\xEDn"));
    EXPECT_FALSE(is_utf8("caf\xC3")) << "cut off in the middle of a letter";
    EXPECT_FALSE(is_utf8("\xC0\xAF")) << "a slash in two bytes is how filters are passed";
    EXPECT_FALSE(is_utf8("\xED\xA0\x80")) << "half of a pair is no letter";
}

TEST(TextEncoding, ReadsWhatWindowsWrote)
{
    EXPECT_EQ(from_windows_1252("\x80 \x92 \x9C \xE9 \xFF"), "€ ’ œ é ÿ");
    EXPECT_EQ(from_windows_1252("plain"), "plain");
}

TEST(TextEncoding, SeesAByteOrderMark)
{
    EXPECT_EQ(byte_order_mark("\xEF\xBB\xBF"
                              "a"),
              ByteOrderMark::utf8);
    EXPECT_EQ(byte_order_mark("\xFF\xFE"), ByteOrderMark::utf16);
    EXPECT_EQ(byte_order_mark("\xFE\xFF"), ByteOrderMark::utf16);
    EXPECT_EQ(byte_order_mark("abc"), ByteOrderMark::none);
}

RC_GTEST_PROP(TextEncoding, MakesUtf8OfAnyBytes, (const std::string& bytes))
{
    RC_ASSERT(is_utf8(from_windows_1252(bytes)));
    RC_ASSERT(!is_ascii(bytes) || from_windows_1252(bytes) == bytes);
}

} // namespace
} // namespace heed::interop
