#pragma once

#include "matching/finder.hpp"

#include <span>

namespace heed::links {

/// Whether what agrees and differs reads as twins: the same surname, birth and home, and forenames
/// that are not two ways of writing one. Whatever such a pair's bits come to, it is two children;
/// it may be joined only by a person who says so, and is never proposed by its sum.
bool reads_as_twins(std::span<const matching::Evidence> evidence);

} // namespace heed::links
