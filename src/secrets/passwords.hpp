#pragma once

#include "core/outcome.hpp"

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

namespace heed::secrets {

/// What one Argon2id hash costs. The default takes about 60 ms.
struct HashCost {
    std::size_t memory_bytes = std::size_t{19} * 1024 * 1024;
    unsigned passes = 2;
};

/// Hashes passwords with Argon2id. At most two at once and a bounded queue, so that a flood of
/// sign-ins can neither take the memory nor the machine. Safe from any thread.
class Passwords {
public:
    explicit Passwords(HashCost cost = {});

    /// Refuses `too_many_sign_ins` when the queue is full.
    Outcome<std::string> hash(std::string_view password);

    /// Whether the password belongs to the hash. With an empty hash (there is no such user) the
    /// same work is done, and the answer is no.
    Outcome<bool> matches(std::string_view password, const std::string& hash);

    /// How many hashes were computed since the start.
    std::uint64_t computed() const { return computed_; }

    static constexpr std::size_t at_once = 2;
    static constexpr std::size_t waiting_max = 32;

private:
    class Turn;

    HashCost cost_;
    std::mutex guard_;
    std::condition_variable freed_;
    std::size_t running_ = 0, waiting_ = 0;
    std::atomic<std::uint64_t> computed_{0};
};

/// At least 12 characters of which five differ, at most 1000 bytes, without the user name in it. No
/// rules about digits and signs, which make passwords worse. Refuses `password_too_weak`,
/// `too_long`.
Outcome<void> usable_password(std::string_view password, std::string_view user_name);

} // namespace heed::secrets
