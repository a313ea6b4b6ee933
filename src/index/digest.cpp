#include "index/digest.hpp"

namespace heed::index {

void ChunkDigest::add(std::int64_t seq, std::string_view feed_id, std::string_view packed)
{
    std::string row = std::to_string(seq);
    row += '\t';
    row += feed_id;
    row += '\t';
    row += packed;
    const Digest digest = sha256(row);
    rows_.append(reinterpret_cast<const char*>(digest.data()), digest.size());
    marks_ += to_hex(std::string_view{rows_}.substr(rows_.size() - digest.size(), mark_size / 2));
}

} // namespace heed::index
