#include "secrets/passwords.hpp"

#include "core/ensure.hpp"

#include <array>
#include <set>
#include <sodium.h>

namespace heed::secrets {

namespace {

std::string hash_of(std::string_view password, const HashCost& cost)
{
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const int failed =
        crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), cost.passes,
                              cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0) throw Fault{"there is no memory for a password's hash"};
    return hash.data();
}

std::string lower(std::string_view text)
{
    std::string lowered{text};
    for (char& c : lowered)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lowered;
}

} // namespace

/// A place among those who compute. Not taken when too many wait already.
class Passwords::Turn {
public:
    explicit Turn(Passwords& passwords) : passwords_{passwords}
    {
        std::unique_lock lock{passwords_.guard_};
        if (passwords_.waiting_ >= waiting_max) return;
        ++passwords_.waiting_;
        passwords_.freed_.wait(lock, [this] { return passwords_.running_ < at_once; });
        --passwords_.waiting_;
        ++passwords_.running_;
        taken_ = true;
    }
    ~Turn()
    {
        if (!taken_) return;
        {
            const std::lock_guard lock{passwords_.guard_};
            --passwords_.running_;
        }
        passwords_.freed_.notify_one();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    bool taken() const { return taken_; }

private:
    Passwords& passwords_;
    bool taken_ = false;
};

Passwords::Passwords(HashCost cost) : cost_{cost}
{
    if (sodium_init() < 0) throw Fault{"libsodium cannot be used here"};
}

Outcome<std::string> Passwords::hash(std::string_view password)
{
    const Turn turn{*this};
    if (!turn.taken()) return refuse(RefusalCode::too_many_sign_ins);
    ++computed_;
    return hash_of(password, cost_);
}

Outcome<bool> Passwords::matches(std::string_view password, const std::string& hash)
{
    const Turn turn{*this};
    if (!turn.taken()) return refuse(RefusalCode::too_many_sign_ins);
    ++computed_;
    if (hash.empty()) {
        hash_of(password, cost_);
        return false;
    }
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

Outcome<void> usable_password(std::string_view password, std::string_view user_name)
{
    if (password.size() > 1000) return refuse(RefusalCode::too_long, "password");
    std::size_t letters = 0; // of UTF-8, not bytes
    for (const char c : password) letters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    const bool monotonous = std::set<char>{password.begin(), password.end()}.size() < 5;
    const bool holds_name = lower(password).find(user_name) != std::string::npos;
    if (letters < 12 || monotonous || holds_name)
        return refuse(RefusalCode::password_too_weak, "password");
    return {};
}

} // namespace heed::secrets
