#include "ledger/seal.hpp"

#include "core/ensure.hpp"

#include <memory>
#include <openssl/evp.h>

namespace heed::ledger {

namespace {

constexpr std::size_t nonce_size = 12, tag_size = 16;

struct Free {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, Free>;

const unsigned char* bytes_of(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

} // namespace

std::string seal(const Digest& key, std::string_view text, Randomness& randomness)
{
    std::array<std::uint8_t, nonce_size> nonce{};
    randomness.fill(nonce);
    std::string closed(text.size(), '\0'), tag(tag_size, '\0');
    const Context context{EVP_CIPHER_CTX_new()};
    int length = 0, rest = 0;
    const bool done =
        EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(), nonce.data()) &&
        EVP_EncryptUpdate(context.get(), bytes_of(closed), &length, bytes_of(text),
                          static_cast<int>(text.size())) &&
        EVP_EncryptFinal_ex(context.get(), bytes_of(closed) + length, &rest) &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, tag_size, tag.data());
    if (!done) throw Fault{"AES-256-GCM is not to be had from OpenSSL"};
    return std::string{nonce.begin(), nonce.end()} + closed + tag;
}

std::optional<std::string> unseal(const Digest& key, std::string_view sealed)
{
    if (sealed.size() < nonce_size + tag_size) return std::nullopt;
    const auto nonce = sealed.substr(0, nonce_size);
    const auto closed = sealed.substr(nonce_size, sealed.size() - nonce_size - tag_size);
    std::string text(closed.size(), '\0'), tag{sealed.substr(sealed.size() - tag_size)};
    const Context context{EVP_CIPHER_CTX_new()};
    int length = 0, rest = 0;
    const bool whole =
        EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(),
                           bytes_of(nonce)) &&
        EVP_DecryptUpdate(context.get(), bytes_of(text), &length, bytes_of(closed),
                          static_cast<int>(closed.size())) &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, tag_size, tag.data()) &&
        EVP_DecryptFinal_ex(context.get(), bytes_of(text) + length, &rest) == 1;
    if (!whole) return std::nullopt;
    return text;
}

Digest key_for(std::string_view purpose, std::string_view secret)
{
    std::string both{purpose};
    both += '\0';
    both += secret;
    return sha256(both);
}

} // namespace heed::ledger
