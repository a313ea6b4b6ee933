#pragma once

#include <string>
#include <string_view>

namespace heed::interop {

/// What the first bytes of a file say about the rest.
enum class ByteOrderMark { none, utf8, utf16 };

inline constexpr std::string_view utf8_byte_order_mark = "\xEF\xBB\xBF";

/// Two bytes are enough for UTF-16, three for UTF-8.
ByteOrderMark byte_order_mark(std::string_view first_bytes);

bool is_ascii(std::string_view text);

/// Text that old Windows programs wrote, as UTF-8. Every byte has a meaning: the five that the
/// code page leaves unassigned become the control characters of the same number, as WHATWG's
/// encoding standard has it.
std::string from_windows_1252(std::string_view bytes);

} // namespace heed::interop
