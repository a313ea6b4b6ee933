#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace heed::matching {

enum class Pace : std::uint8_t {
    people_come, ///< a row that is moved is a row that is not searched for
    at_rest,     ///< nobody has come for a moment
};

/// Which parts of an index are made one, by their sizes in rows, the largest first: from this one
/// on; their number when none are. Every part costs every search, and to make one of two moves all
/// rows of both: so while people come a part is left alone until those after it have a sixth of its
/// size, and at rest until they have a sixty-fourth. At rest all that are small beside the first
/// are made one, too.
std::size_t first_to_merge(std::span<const std::uint32_t> sizes, Pace pace);

} // namespace heed::matching
