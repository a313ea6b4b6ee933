#pragma once

#include "ledger/seal.hpp"

namespace heed::account {

/// Closes what a telephone and the record share (the second factor's secret) before it is stored,
/// so that a copy of the tables is not enough to make codes. Without a key it is stored as it is.
class SecondFactorSeal {
public:
    /// `key_hex`: the key of HEED_KEY_FILE, or empty.
    explicit SecondFactorSeal(const std::string& key_hex);

    bool seals() const { return key_.has_value(); }
    std::string close(const std::string& secret, Randomness& randomness) const;
    /// Also what was stored before there was a key. A Fault when it was closed with a key that is
    /// not here.
    std::string open(const std::string& stored) const;

private:
    std::optional<Digest> key_;
};

} // namespace heed::account
