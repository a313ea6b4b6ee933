#pragma once

#include <string_view>

namespace heed::names {

/// Jaro-Winkler: 1 for the same word, 0 for nothing in common; a common beginning counts. The same
/// both ways.
double likeness(std::string_view left, std::string_view right);

} // namespace heed::names
