#include "interop/text_encoding.hpp"

#include <algorithm>
#include <array>

namespace heed::interop {

namespace {

// 0x80 to 0x9F; every other byte is the character of its own number.
constexpr std::array<char16_t, 32> windows_1252_upper{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

void append_utf8(std::string& out, char16_t unit)
{
    if (unit < 0x80) {
        out += static_cast<char>(unit);
    } else if (unit < 0x800) {
        out += static_cast<char>(0xC0 | (unit >> 6));
        out += static_cast<char>(0x80 | (unit & 0x3F));
    } else {
        out += static_cast<char>(0xE0 | (unit >> 12));
        out += static_cast<char>(0x80 | ((unit >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (unit & 0x3F));
    }
}

} // namespace

ByteOrderMark byte_order_mark(std::string_view first_bytes)
{
    if (first_bytes.starts_with(utf8_byte_order_mark)) return ByteOrderMark::utf8;
    if (first_bytes.starts_with("\xFF\xFE") || first_bytes.starts_with("\xFE\xFF"))
        return ByteOrderMark::utf16;
    return ByteOrderMark::none;
}

bool is_ascii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string from_windows_1252(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 4);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const bool upper = byte >= 0x80 && byte < 0xA0;
        append_utf8(out, upper ? windows_1252_upper.at(byte - 0x80U) : char16_t{byte});
    }
    return out;
}

} // namespace heed::interop
