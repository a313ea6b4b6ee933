#include "core/codes.hpp"

#include <gtest/gtest.h>

namespace heed {
enum class Shade { light, dark };
template <> inline constexpr std::array<std::string_view, 2> codes<Shade>{"light", "dark"};
} // namespace heed

TEST(Codes, GiveEachEnumeratorItsWordAndBack)
{
    EXPECT_EQ(heed::code(heed::Shade::dark), "dark");
    EXPECT_EQ(heed::from_code<heed::Shade>("light"), heed::Shade::light);
    EXPECT_FALSE(heed::from_code<heed::Shade>("Light"));
}
