#pragma once

#include "core/digest.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace heed::index {

/// Gathers what proves a chunk, row after row.
class ChunkDigest {
public:
    void add(std::int64_t seq, std::string_view feed_id, std::string_view packed);
    std::string digest() const { return sha256_hex(rows_); }
    const std::string& marks() const { return marks_; }

private:
    std::string rows_;  ///< the digests of the rows
    std::string marks_; ///< six hex figures of each
};
inline constexpr std::size_t mark_size = 6;

} // namespace heed::index
