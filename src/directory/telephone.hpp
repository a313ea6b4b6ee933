#pragma once

#include <string>
#include <string_view>

namespace heed::directory {

/// The digits that are dialled within the country, by which numbers are compared: spaces,
/// brackets and dashes do not matter, +44 and 0044 are 0, an extension is left off.
/// "+44 (0)1634 331-331 ext 204" is "01634331331". Empty when there are fewer than five digits:
/// that is no number to ring back on.
std::string dialled(std::string_view typed);

} // namespace heed::directory
