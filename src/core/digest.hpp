#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace heed {

using Digest = std::array<std::uint8_t, 32>;

/// SHA-256. About 0.5 microseconds for 300 bytes.
Digest sha256(std::string_view bytes);

std::string to_hex(const Digest& digest);
std::string to_hex(std::string_view bytes);
std::string sha256_hex(std::string_view bytes);
std::optional<Digest> digest_from_hex(std::string_view hex);

/// Takes the same time whatever differs: for secrets.
bool same_secret(std::string_view left, std::string_view right);

} // namespace heed
