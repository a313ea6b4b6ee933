#include "secrets/one_time_code.hpp"

#include <gtest/gtest.h>

namespace heed::secrets {

namespace {

using std::chrono::seconds;

// RFC 6238, appendix B (SHA-1); the last six figures of its eight.
const std::string rfc_secret = "12345678901234567890";

Moment after(int count) { return Moment{seconds{count}}; }

} // namespace

TEST(OneTimeCode, IsThatOfTheStandard)
{
    EXPECT_EQ(totp_code(rfc_secret, after(59)), "287082");
    EXPECT_EQ(totp_code(rfc_secret, after(1111111109)), "081804");
    EXPECT_EQ(totp_code(rfc_secret, after(1111111111)), "050471");
    EXPECT_EQ(totp_code(rfc_secret, after(1234567890)), "005924");
    EXPECT_EQ(totp_code(rfc_secret, after(2000000000)), "279037");
}

TEST(OneTimeCode, IsTakenOneStepEarlyOrLateAndNoFurther)
{
    const Moment now = after(1234567890);
    const std::int64_t step = 1234567890 / 30;
    for (const int off : {-1, 0, 1})
        EXPECT_EQ(totp_step(rfc_secret, totp_code(rfc_secret, now + seconds{30 * off}), now, 0),
                  step + off);
    for (const int off : {-2, 2})
        EXPECT_FALSE(totp_step(rfc_secret, totp_code(rfc_secret, now + seconds{30 * off}), now, 0));
}

TEST(OneTimeCode, IsNeverTakenTwice)
{
    const Moment now = after(1234567890);
    const std::string code = totp_code(rfc_secret, now);
    const auto step = totp_step(rfc_secret, code, now, 0);
    ASSERT_TRUE(step);
    EXPECT_FALSE(totp_step(rfc_secret, code, now, *step));
    EXPECT_FALSE(totp_step(rfc_secret, totp_code(rfc_secret, now - seconds{30}), now, *step));
    EXPECT_TRUE(totp_step(rfc_secret, totp_code(rfc_secret, now + seconds{30}), now, *step));
}

TEST(OneTimeCode, MayBeTypedWithASpaceButNotShortened)
{
    const Moment now = after(1234567890);
    EXPECT_TRUE(totp_step(rfc_secret, "005 924", now, 0));
    EXPECT_FALSE(totp_step(rfc_secret, "5924", now, 0));
    EXPECT_FALSE(totp_step(rfc_secret, "", now, 0));
    EXPECT_FALSE(totp_step(rfc_secret, "0059240", now, 0));
}

TEST(OneTimeCode, HasASecretThatCanBeTypedOrScanned)
{
    EXPECT_EQ(totp_secret_in_words(rfc_secret), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    EXPECT_EQ(totp_url(rfc_secret, "Heed Medway", "d.okafor"),
              "otpauth://totp/Heed%20Medway:d.okafor?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
              "&issuer=Heed%20Medway&algorithm=SHA1&digits=6&period=30");
    SystemRandomness randomness;
    EXPECT_EQ(new_totp_secret(randomness).size(), 20U);
    EXPECT_NE(new_totp_secret(randomness), new_totp_secret(randomness));
}

} // namespace heed::secrets
