#pragma once

#include <cmath>

namespace heed::searching {

/// Bits in eighths, rounded up: a bound must not be less than what it bounds.
inline int eighths(float bits) { return static_cast<int>(std::ceil(bits * 8.0F - 0.001F)); }

} // namespace heed::searching
