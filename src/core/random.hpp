#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <random>
#include <span>
#include <string>

namespace heed {

/// The only source of chance in the house: ids, salts, tokens, one-time passwords.
class Randomness {
public:
    virtual ~Randomness() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

/// From the operating system by way of OpenSSL. A Fault when there is none to be had.
class SystemRandomness final : public Randomness {
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

/// The same bytes for the same seed: simulations only. Never a secret.
class SeededRandomness final : public Randomness {
public:
    explicit SeededRandomness(std::uint64_t seed) : engine_{seed} {}
    void fill(std::span<std::uint8_t> bytes) override;

private:
    std::mutex guard_;
    std::mt19937_64 engine_;
};

/// `bytes` random bytes in base64url, without padding: tokens and cookies.
std::string random_token(Randomness& randomness, std::size_t bytes);

/// A password to be read aloud and typed once: five groups of four from letters and digits that
/// cannot be mistaken for one another (about 98 bits).
std::string one_time_password(Randomness& randomness);

} // namespace heed
