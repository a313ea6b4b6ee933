#include "lockout/place.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>

namespace heed::lockout {

namespace {

using Sixteen = std::array<unsigned char, 16>;

std::string in_text(const Sixteen& address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    ::inet_ntop(AF_INET6, address.data(), text.data(), text.size());
    return text.data();
}

/// The place of an address without a port; empty when it is no address.
std::string place_of_bare(const std::string& address)
{
    Sixteen parts{};
    if (::inet_pton(AF_INET, address.c_str(), parts.data()) == 1) return address;
    if (::inet_pton(AF_INET6, address.c_str(), parts.data()) != 1) return {};
    // One of four parts that came by a socket of sixteen.
    static constexpr std::string_view before = "::ffff:";
    if (const auto text = in_text(parts); text.starts_with(before) && text.contains('.'))
        return text.substr(before.size());
    std::fill(parts.begin() + 8, parts.end(), static_cast<unsigned char>(0));
    return in_text(parts) + "/64";
}

} // namespace

std::string place_of(std::string_view peer)
{
    std::string address{peer.substr(0, 64)};
    // Without a port: of sixteen parts it stands after a bracket.
    const bool in_brackets = address.starts_with('[');
    if (in_brackets)
        address = address.substr(1, address.rfind(']') - 1);
    else if (std::ranges::count(address, ':') == 1)
        address = address.substr(0, address.find(':'));
    const auto place = place_of_bare(address);
    return place.empty() ? unreadable : place;
}

} // namespace heed::lockout
