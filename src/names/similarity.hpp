#pragma once

#include <string_view>

namespace heed::names {

/// Letters to change, add, leave out or turn round (neighbours only, each letter once) to make one
/// word of the other; `most + 1` when it is more than `most`. The same both ways.
int slips_between(std::string_view left, std::string_view right, int most);

/// Jaro-Winkler: 1 for the same word, 0 for nothing in common; a common beginning counts. The same
/// both ways.
double likeness(std::string_view left, std::string_view right);

} // namespace heed::names
