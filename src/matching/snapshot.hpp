#pragma once

#include "core/outcome.hpp"
#include "keeping/sealed_file.hpp"

#include <cstdint>
#include <limits>
#include <string>

namespace heed::matching {

/// What a saved index says of itself.
struct SnapshotMark {
    std::string label;       ///< whose it is, for instance the database's id; at most 200 bytes
    std::uint64_t fence = 0; ///< up to which change of the record everybody is in it

    bool operator==(const SnapshotMark&) const = default;
};

/// What whoever opens one can use. Anything else is stale.
struct SnapshotWanted {
    std::string label;
    std::uint64_t oldest_fence = 0;
    std::uint64_t newest_fence = std::numeric_limits<std::uint64_t>::max();
};

/// A saved index is sealed under it. Without one (all nought) damage is noticed all the same, but
/// the file hides nothing.
using SnapshotKey = keeping::SealKey;

} // namespace heed::matching
