#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace heed {

/// The words by which a closed list is stored and spoken to programs, in the order of its
/// enumerators. Each such enumeration specialises it beside itself.
template <class E> inline constexpr std::array<std::string_view, 0> codes{};

template <class E> constexpr std::string_view code(E value)
{
    static_assert(!codes<E>.empty(), "a list without codes");
    return codes<E>.at(static_cast<std::size_t>(value));
}

/// Nothing when no enumerator has that code.
template <class E> constexpr std::optional<E> from_code(std::string_view text)
{
    for (std::size_t i = 0; i < codes<E>.size(); ++i)
        if (codes<E>[i] == text) return static_cast<E>(i);
    return std::nullopt;
}

} // namespace heed
