#include "interop/text_encoding.hpp"

#include "core/text.hpp"

#include <rapidcheck/gtest.h>

namespace heed::interop {
namespace {

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
