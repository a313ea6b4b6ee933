#include "core/digest.hpp"

#include "core/ensure.hpp"

#include <memory>
#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace heed {

Digest sha256(std::string_view bytes)
{
    // Fetching the algorithm each time would more than double the cost (ledger, every entry).
    static EVP_MD* algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    struct Free {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    thread_local const std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
    Digest digest{};
    unsigned length = 0;
    const bool done = EVP_DigestInit_ex2(context.get(), algorithm, nullptr) == 1 &&
                      EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1 &&
                      EVP_DigestFinal_ex(context.get(), digest.data(), &length) == 1;
    if (!done || length != digest.size()) throw Fault{"SHA-256 is not to be had from OpenSSL"};
    return digest;
}

std::string to_hex(std::string_view bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        hex += digits[(static_cast<unsigned char>(c) >> 4) & 15];
        hex += digits[static_cast<unsigned char>(c) & 15];
    }
    return hex;
}

std::string to_hex(const Digest& digest)
{
    return to_hex(std::string_view{reinterpret_cast<const char*>(digest.data()), digest.size()});
}

std::string sha256_hex(std::string_view bytes) { return to_hex(sha256(bytes)); }

std::optional<Digest> digest_from_hex(std::string_view hex)
{
    Digest digest{};
    if (hex.size() != digest.size() * 2) return std::nullopt;
    const auto nibble = [](char c) -> int {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        return -1;
    };
    for (std::size_t i = 0; i < digest.size(); ++i) {
        const int high = nibble(hex[2 * i]), low = nibble(hex[2 * i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        digest[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return digest;
}

bool same_secret(std::string_view left, std::string_view right)
{
    return left.size() == right.size() &&
           CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

} // namespace heed
