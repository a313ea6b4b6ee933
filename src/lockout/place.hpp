#pragma once

#include <string>
#include <string_view>

namespace heed::lockout {

/// Where a try comes from, as tries are counted: the address of a client, of IPv6 the network of 64
/// bits that one household or office has for itself. An address with a port is taken without it.
std::string place_of(std::string_view peer);

/// The place of whoever sits at the machine itself.
inline constexpr const char* terminal = "terminal";

} // namespace heed::lockout
