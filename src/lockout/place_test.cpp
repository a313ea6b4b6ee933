#include "lockout/place.hpp"

#include <gtest/gtest.h>

namespace heed::lockout {

TEST(PlaceOf, IsAnAddressAndOfSixteenPartsTheNetwork)
{
    EXPECT_EQ(place_of("192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(place_of("192.0.2.7:52100"), "192.0.2.7");
    EXPECT_EQ(place_of("::ffff:192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(place_of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
    EXPECT_EQ(place_of("2001:db8:1:2:ffff::1"), "2001:db8:1:2::/64");
    EXPECT_EQ(place_of("[2001:db8:1:2::9]:443"), "2001:db8:1:2::/64");
    EXPECT_EQ(place_of("[2001:db8:1:2::9]"), "2001:db8:1:2::/64");
    EXPECT_EQ(place_of("[::ffff:192.0.2.1]"), "192.0.2.1");
    EXPECT_EQ(place_of("[::ffff:192.0.2.1]:443"), "192.0.2.1");
    for (const char* text : {"", "unknown", "192.0.02.1", "[]", "[", "::ffff:192.0.02.1", ":443"})
        EXPECT_EQ(place_of(text), unreadable) << text;
    EXPECT_EQ(place_of(std::string(900, 'x')), unreadable);
}

} // namespace heed::lockout
