#include "ledger/seal.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace heed::ledger {
namespace {

RC_GTEST_PROP(Seal, OpensWhatItClosedAndNothingThatWasChanged, (const std::string& text))
{
    SystemRandomness randomness;
    const Digest key = key_for("a test", "secret");
    const std::string sealed = seal(key, text, randomness);
    RC_ASSERT(unseal(key, sealed) == text);
    RC_ASSERT(!unseal(key_for("another test", "secret"), sealed));
    std::string changed = sealed;
    changed[*rc::gen::inRange<std::size_t>(0, changed.size())] ^= '\x01';
    RC_ASSERT(!unseal(key, changed));
}

TEST(Seal, NeverClosesTheSameTextAlike)
{
    SystemRandomness randomness;
    const Digest key = key_for("a test", "secret");
    EXPECT_NE(seal(key, "text", randomness), seal(key, "text", randomness));
}

TEST(Seal, OpensNothingThatIsTooShort)
{
    EXPECT_FALSE(unseal(key_for("a test", "secret"), "short"));
}

} // namespace
} // namespace heed::ledger
