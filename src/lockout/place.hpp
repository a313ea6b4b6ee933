#pragma once

#include <string>
#include <string_view>

namespace heed::lockout {

/// Where a try comes from, as tries are counted: the address of a client, of IPv6 the network of 64
/// bits that one household or office has for itself. An address with a port is taken without it.
/// What cannot be read is one place, whatever it says: nobody has a fresh one for each try.
std::string place_of(std::string_view peer);

inline constexpr const char* unreadable = "unreadable";

/// The place of whoever sits at the machine itself.
inline constexpr const char* terminal = "terminal";

} // namespace heed::lockout
