#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace heed::keeping {

/// What a file is sealed under.
using SealKey = std::array<std::uint8_t, 32>;

/// Bytes into a file that only its owner may read, encrypted and authenticated (AES-256-GCM in
/// pieces of a mebibyte, each bound to the heading, its number and whether it is the last). The
/// file takes its name when all is on the disk; until then, and if it never comes to that, what
/// had the name before keeps it.
class SealedWriter {
public:
    SealedWriter(std::filesystem::path file, std::string heading, const SealKey& key);
    ~SealedWriter();
    SealedWriter(const SealedWriter&) = delete;
    SealedWriter& operator=(const SealedWriter&) = delete;

    void write(std::span<const std::uint8_t> bytes);
    /// Whether all of it is safe under its name.
    bool finish();

private:
    void seal(bool last);
    void write_out(std::span<const std::uint8_t> bytes);

    std::filesystem::path file_;
    std::filesystem::path part_;
    std::string heading_;
    std::string key_;
    std::vector<std::uint8_t> piece_;
    std::vector<std::uint8_t> sealed_;
    std::uint64_t number_ = 0;
    int open_ = -1;
    bool failed_ = false;
};

/// What a SealedWriter wrote. Gives no byte that was not proved.
class SealedReader {
public:
    /// Reads the heading, which is not proved before the first piece is.
    explicit SealedReader(const std::filesystem::path& file);
    ~SealedReader();
    SealedReader(const SealedReader&) = delete;
    SealedReader& operator=(const SealedReader&) = delete;

    /// Empty when there is none.
    const std::string& heading() const { return heading_; }
    void unseal_with(const SealKey& key);
    /// Fills all of it, or says no.
    bool read(std::span<std::uint8_t> bytes);
    /// At most so many are left.
    std::uint64_t remaining() const;

private:
    bool read_in(std::span<std::uint8_t> bytes);
    bool next_piece();

    int open_ = -1;
    std::string heading_;
    std::string salt_;
    std::string key_;
    std::vector<std::uint8_t> sealed_;
    std::vector<std::uint8_t> piece_;
    std::size_t at_ = 0;
    std::uint64_t number_ = 0;
    std::uint64_t left_ = 0; ///< bytes of the file behind what was read
    bool failed_ = false;
};

} // namespace heed::keeping
