#pragma once

#include "core/moment.hpp"
#include "core/random.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace heed::secrets {

// The second factor: six figures that a telephone shows and that change every 30 seconds (TOTP,
// RFC 6238, with SHA-1, as every authenticator app knows it).

/// 20 random bytes, shared with the telephone.
std::string new_totp_secret(Randomness& randomness);

/// The code that is right at that moment.
std::string totp_code(std::string_view secret, Moment at);

/// The 30-second step that the code belongs to: now, the one before or the one after, and later
/// than `last_step`, so that no code is taken twice. Nothing when it is none of these. Spaces in
/// the code do not count.
std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, Moment now,
                                      std::int64_t last_step);

/// The secret as a person types it: base32 in groups of four.
std::string totp_secret_in_words(std::string_view secret);

/// What the QR code holds.
std::string totp_url(std::string_view secret, std::string_view issuer, std::string_view user_name);

} // namespace heed::secrets
