#pragma once

#include "people/row.hpp"

#include <span>

namespace heed::people {

/// The details of a person in few bytes: about 35 for a child with two carers and one home. Of
/// places, carers and identifiers those beyond 100 each are left out.
void pack(const Details& details, std::vector<std::uint8_t>& bytes);

/// What `pack` made, read again. Throws Broken when the bytes are anything else.
Details unpacked(std::span<const std::uint8_t> bytes);

/// The household alone.
std::uint64_t household_in(std::span<const std::uint8_t> bytes);

} // namespace heed::people
