#pragma once

#include "core/digest.hpp"
#include "core/random.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace heed::ledger {

/// Closes a text with a key (AES-256-GCM, a fresh nonce each time): who has not the key can neither
/// read nor change it. 28 bytes longer than the text.
std::string seal(const Digest& key, std::string_view text, Randomness& randomness);

/// Opens it again; nothing when the key is another, or a byte was changed.
std::optional<std::string> unseal(const Digest& key, std::string_view sealed);

/// A key for one purpose out of a secret, so that no two purposes share one.
Digest key_for(std::string_view purpose, std::string_view secret);

} // namespace heed::ledger
