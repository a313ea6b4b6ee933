#include "secrets/qr_code.hpp"

#include <gtest/gtest.h>

namespace heed::secrets {

TEST(QrCode, IsAnImageWithWordsAndAQuietZone)
{
    const auto svg = qr_code("otpauth://totp/x", "A \"square\" code");
    EXPECT_TRUE(svg.view().starts_with("<svg "));
    EXPECT_TRUE(svg.view().contains("role=\"img\""));
    EXPECT_TRUE(svg.view().contains("aria-label=\"A &quot;square&quot; code\""));
    // The upper left finder pattern begins four modules in, and is seven wide.
    for (const char* module : {"M4 4h1", "M10 4h1", "M4 10h1"})
        EXPECT_TRUE(svg.view().contains(module)) << module;
    EXPECT_FALSE(svg.view().contains("M3 4h1"));
    EXPECT_FALSE(svg.view().contains("M11 4h1"));
    EXPECT_FALSE(svg.view().contains("style"));
}

TEST(QrCode, GrowsWithItsText)
{
    EXPECT_TRUE(qr_code("x", "").view().contains("viewBox=\"0 0 29 29\""));
    EXPECT_TRUE(qr_code(std::string(100, 'x'), "").view().contains("viewBox=\"0 0 49 49\""));
}

} // namespace heed::secrets
