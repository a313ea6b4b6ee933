#pragma once

#include "core/id.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace heed::store {

/// Bytes that are not text: hashes, salts, sealed secrets.
struct Blob {
    std::string bytes;
    bool operator==(const Blob&) const = default;
};

/// What a column can hold. Days and moments are ISO text, truth is 0 or 1: the same on every
/// engine.
using Value = std::variant<std::nullptr_t, std::int64_t, std::string, Blob>;

inline Value to_value(std::nullptr_t) { return nullptr; }
inline Value to_value(std::string text) { return text; }
inline Value to_value(std::string_view text) { return std::string{text}; }
inline Value to_value(const char* text) { return std::string{text}; }
inline Value to_value(Blob blob) { return blob; }
inline Value to_value(Day day) { return to_iso(day); }
inline Value to_value(Moment moment) { return to_iso(moment); }
template <class Number>
    requires std::integral<Number>
Value to_value(Number number)
{
    return static_cast<std::int64_t>(number);
}
template <class Kind> Value to_value(const Id<Kind>& id) { return id.text(); }
template <class T> Value to_value(const std::optional<T>& maybe)
{
    return maybe ? to_value(*maybe) : Value{nullptr};
}

} // namespace heed::store
