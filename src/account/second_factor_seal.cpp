#include "account/second_factor_seal.hpp"

#include "core/ensure.hpp"

namespace heed::account {

namespace {
constexpr std::size_t secret_size = 20; // as it is; closed, it is longer
}

SecondFactorSeal::SecondFactorSeal(const std::string& key_hex)
{
    if (!key_hex.empty()) key_ = ledger::key_for("heed second factor", key_hex);
}

std::string SecondFactorSeal::close(const std::string& secret, Randomness& randomness) const
{
    return key_ ? ledger::seal(*key_, secret, randomness) : secret;
}

std::string SecondFactorSeal::open(const std::string& stored) const
{
    if (stored.size() == secret_size) return stored;
    const auto secret = key_ ? ledger::unseal(*key_, stored) : std::nullopt;
    if (!secret) throw Fault{"a second factor was closed with another key than HEED_KEY_FILE's"};
    return *secret;
}

} // namespace heed::account
