#include "core/random.hpp"

#include "core/ensure.hpp"

#include <openssl/rand.h>
#include <vector>

namespace heed {

void SystemRandomness::fill(std::span<std::uint8_t> bytes)
{
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        throw Fault{"the operating system has no randomness to give"};
}

void SeededRandomness::fill(std::span<std::uint8_t> bytes)
{
    const std::lock_guard lock{guard_};
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(engine_());
}

std::string random_token(Randomness& randomness, std::size_t bytes)
{
    static constexpr char alphabet[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::vector<std::uint8_t> raw(bytes);
    randomness.fill(raw);
    std::string token;
    std::uint32_t held = 0;
    int bits = 0;
    for (const auto byte : raw) {
        held = (held << 8) | byte;
        for (bits += 8; bits >= 6; bits -= 6) token += alphabet[(held >> (bits - 6)) & 63];
    }
    if (bits > 0) token += alphabet[(held << (6 - bits)) & 63];
    return token;
}

std::string one_time_password(Randomness& randomness)
{
    static constexpr char alphabet[] = "abcdefghjkmnpqrstuvwxyz23456789_"; // 31 used, see below
    std::string password;
    while (password.size() < 24) {
        std::uint8_t byte = 0;
        randomness.fill({&byte, 1});
        if ((byte & 31) == 31) continue; // keeps every letter equally likely
        if (password.size() % 5 == 4) password += '-';
        password += alphabet[byte & 31];
    }
    return password;
}

} // namespace heed
