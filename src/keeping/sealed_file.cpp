#include "keeping/sealed_file.hpp"

#include "core/digest.hpp"
#include "core/random.hpp"

#include <openssl/evp.h>

#include <fcntl.h>
#include <unistd.h>

#include <cstring>
#include <memory>

namespace heed::keeping {
namespace {

constexpr std::string_view magic = "heed sealed\n";
constexpr std::size_t piece_size = std::size_t{1} << 20U;
constexpr std::size_t pieces_ahead = 32;
constexpr std::size_t tag_size = 16;
constexpr std::size_t salt_size = 32;
constexpr std::size_t heading_most = 4096;

/// A key for one file, so that numbers can be nonces.
std::string key_for(const SealKey& key, std::string_view salt, std::string_view heading)
{
    std::string text{reinterpret_cast<const char*>(key.data()), key.size()};
    text += salt;
    text += heading;
    const Digest digest = sha256(text);
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::array<std::uint8_t, 12> nonce_of(std::uint64_t number, bool last)
{
    std::array<std::uint8_t, 12> nonce{};
    std::memcpy(nonce.data(), &number, sizeof(number));
    nonce[11] = last ? 1 : 0;
    return nonce;
}

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

bool sealed_piece(std::string_view key, std::uint64_t number, bool last,
                  std::span<const std::uint8_t> plain, std::vector<std::uint8_t>& sealed)
{
    const auto nonce = nonce_of(number, last);
    const Context context{EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};
    sealed.resize(plain.size() + tag_size);
    int length = 0;
    return EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr,
                              reinterpret_cast<const std::uint8_t*>(key.data()),
                              nonce.data()) == 1 &&
           EVP_EncryptUpdate(context.get(), sealed.data(), &length, plain.data(),
                             static_cast<int>(plain.size())) == 1 &&
           EVP_EncryptFinal_ex(context.get(), sealed.data() + length, &length) == 1 &&
           EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, tag_size,
                               sealed.data() + plain.size()) == 1;
}

bool unsealed_piece(std::string_view key, std::uint64_t number, bool last,
                    std::span<std::uint8_t> sealed, std::vector<std::uint8_t>& plain)
{
    const auto nonce = nonce_of(number, last);
    const Context context{EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};
    const std::size_t size = sealed.size() - tag_size;
    plain.resize(size);
    int length = 0;
    return EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr,
                              reinterpret_cast<const std::uint8_t*>(key.data()),
                              nonce.data()) == 1 &&
           EVP_DecryptUpdate(context.get(), plain.data(), &length, sealed.data(),
                             static_cast<int>(size)) == 1 &&
           EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, tag_size,
                               sealed.data() + size) == 1 &&
           EVP_DecryptFinal_ex(context.get(), plain.data() + size, &length) == 1;
}

std::span<const std::uint8_t> as_bytes(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::span<std::uint8_t> bytes_of(std::string& text)
{
    return {reinterpret_cast<std::uint8_t*>(text.data()), text.size()};
}

} // namespace

SealedWriter::SealedWriter(std::filesystem::path file, std::string heading, const SealKey& key)
    : file_{std::move(file)}, part_{file_.string() + ".part"}, heading_{std::move(heading)}
{
    std::string salt(salt_size, '\0');
    SystemRandomness{}.fill({reinterpret_cast<std::uint8_t*>(salt.data()), salt.size()});
    key_ = key_for(key, salt, heading_);
    // What a program that was killed left behind.
    ::unlink(part_.c_str());
    open_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    failed_ = open_ < 0 || heading_.size() > heading_most;
    const auto length = static_cast<std::uint32_t>(heading_.size());
    write_out(as_bytes(magic));
    write_out(as_bytes(salt));
    write_out({reinterpret_cast<const std::uint8_t*>(&length), sizeof(length)});
    write_out(as_bytes(heading_));
}

SealedWriter::~SealedWriter()
{
    if (open_ < 0) return;
    ::close(open_);
    ::unlink(part_.c_str());
}

void SealedWriter::write_out(std::span<const std::uint8_t> bytes)
{
    while (!failed_ && !bytes.empty()) {
        const ssize_t written = ::write(open_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0)
            failed_ = true;
        else
            bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

void SealedWriter::write(std::span<const std::uint8_t> bytes)
{
    while (!bytes.empty() && !failed_) {
        // A full piece waits until it is known not to be the last.
        if (piece_.size() == piece_size) seal(false);
        const std::size_t some = std::min(bytes.size(), piece_size - piece_.size());
        piece_.insert(piece_.end(), bytes.begin(), bytes.begin() + static_cast<long>(some));
        bytes = bytes.subspan(some);
    }
}

void SealedWriter::seal(bool last)
{
    failed_ = failed_ || !sealed_piece(key_, number_++, last, piece_, sealed_);
    write_out(sealed_);
    piece_.clear();
}

bool SealedWriter::finish()
{
    seal(true);
    if (failed_ || ::fsync(open_) != 0 || ::close(std::exchange(open_, -1)) != 0 ||
        ::rename(part_.c_str(), file_.c_str()) != 0) {
        ::unlink(part_.c_str());
        return false;
    }
    const std::filesystem::path folder = file_.has_parent_path() ? file_.parent_path() : ".";
    const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0) return false;
    const bool safe = ::fsync(directory) == 0;
    ::close(directory);
    return safe;
}

SealedReader::SealedReader(const std::filesystem::path& file)
    : open_{::open(file.c_str(), O_RDONLY | O_CLOEXEC)}
{
    std::error_code error;
    left_ = std::filesystem::file_size(file, error);
    std::string begins(magic.size(), '\0');
    salt_.resize(salt_size);
    std::uint32_t length = 0;
    failed_ = open_ < 0 || error || !read_in(bytes_of(begins)) || !read_in(bytes_of(salt_)) ||
              !read_in({reinterpret_cast<std::uint8_t*>(&length), sizeof(length)}) ||
              begins != magic || length > heading_most;
    if (failed_) return;
    heading_.resize(length);
    failed_ = !read_in(bytes_of(heading_));
    if (failed_) heading_.clear();
}

SealedReader::~SealedReader()
{
    if (open_ >= 0) ::close(open_);
}

bool SealedReader::read_in(std::span<std::uint8_t> bytes)
{
    while (!bytes.empty()) {
        const ssize_t some = ::read(open_, bytes.data(), bytes.size());
        if (some < 0 && errno == EINTR) continue;
        if (some <= 0) return false;
        left_ -= std::min(left_, static_cast<std::uint64_t>(some));
        bytes = bytes.subspan(static_cast<std::size_t>(some));
    }
    return true;
}

void SealedReader::unseal_with(const SealKey& key) { key_ = key_for(key, salt_, heading_); }

bool SealedReader::next_piece()
{
    const std::size_t size =
        static_cast<std::size_t>(std::min<std::uint64_t>(left_, piece_size + tag_size));
    if (failed_ || size < tag_size) return false;
    sealed_.resize(size);
    // The disk reads ahead while this piece is opened and made use of.
    if (number_ % pieces_ahead == 0)
        ::posix_fadvise(open_, ::lseek(open_, 0, SEEK_CUR),
                        static_cast<off_t>(2 * pieces_ahead * piece_size), POSIX_FADV_WILLNEED);
    at_ = 0;
    return read_in(sealed_) && unsealed_piece(key_, number_++, left_ == 0, sealed_, piece_);
}

bool SealedReader::read(std::span<std::uint8_t> bytes)
{
    while (!bytes.empty() && !failed_) {
        if (at_ == piece_.size() && !next_piece()) {
            failed_ = true;
            break;
        }
        const std::size_t some = std::min(bytes.size(), piece_.size() - at_);
        std::memcpy(bytes.data(), piece_.data() + at_, some);
        at_ += some;
        bytes = bytes.subspan(some);
    }
    return !failed_;
}

std::uint64_t SealedReader::remaining() const
{
    return failed_ ? 0 : left_ - std::min<std::uint64_t>(left_, tag_size) + piece_.size() - at_;
}

} // namespace heed::keeping
