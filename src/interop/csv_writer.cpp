#include "interop/csv_writer.hpp"

#include "interop/text_encoding.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace heed::interop {

namespace {

constexpr bool begins_a_formula(UChar32 c)
{
    return c == '=' || c == '+' || c == '-' || c == '@' || c == 0xFF1D || c == 0xFF0B ||
           c == 0xFF0D || c == 0xFF20 || c == 0x2212;
}

/// Not seen on the screen, but not a plain space either: controls, marks of direction, zero-width
/// and other spaces.
bool is_invisible(UChar32 c)
{
    if (c == ' ') return false;
    switch (u_charType(c)) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR: return true;
    default: return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
    }
}

/// Whether a cell that begins with this text could be taken for a formula. Apostrophes before it
/// do not count, or a guard could not be told from a letter when it is taken off again.
bool is_dangerous(std::string_view cell)
{
    cell.remove_prefix(std::min(cell.find_first_not_of('\''), cell.size()));
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(cell.data());
    const auto length = static_cast<std::int64_t>(cell.size());
    for (std::int64_t at = 0; at < length;) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, length, c); // NOLINT(bugprone-inc-dec-in-conditions)
        if (begins_a_formula(c)) return true;
        if (c < 0 || is_invisible(c)) return true;
        if (c != ' ' && c != '"') return false;
    }
    return false;
}

constexpr bool begins_a_cell_after(char c)
{
    return c == ';' || c == '\t' || c == '\n' || c == '\r';
}

bool needs_quotes(std::string_view text)
{
    return text.find_first_of("\",;\t\r\n") != std::string_view::npos || text.starts_with(' ') ||
           text.ends_with(' ');
}

} // namespace

std::string guarded(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + 1);
    bool cell_begins = true;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (cell_begins && is_dangerous(text.substr(at))) out += '\'';
        out += text[at];
        cell_begins = begins_a_cell_after(text[at]);
    }
    return out;
}

std::string unguarded(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    bool cell_begins = true;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool guard = cell_begins && text[at] == '\'' && is_dangerous(text.substr(at + 1));
        if (!guard) out += text[at];
        // What follows a guard is the cell's first character, and no second guard.
        cell_begins = !guard && begins_a_cell_after(text[at]);
    }
    return out;
}

CsvWriter::CsvWriter(Mark mark)
{
    if (mark == Mark::byte_order_mark) out_ = utf8_byte_order_mark;
}

CsvWriter& CsvWriter::row(std::span<const std::string> fields)
{
    for (std::size_t i = 0; i < fields.size(); ++i) field(fields[i], i == 0);
    out_ += "\r\n";
    return *this;
}

CsvWriter& CsvWriter::row(std::initializer_list<std::string_view> fields)
{
    bool first = true;
    for (const auto text : fields) {
        field(text, first);
        first = false;
    }
    out_ += "\r\n";
    return *this;
}

std::string CsvWriter::take() { return std::exchange(out_, {}); }

void CsvWriter::field(std::string_view text, bool first)
{
    if (!first) out_ += ',';
    const std::string safe = guarded(text);
    if (!needs_quotes(safe)) {
        out_ += safe;
        return;
    }
    out_ += '"';
    for (const char c : safe) {
        if (c == '"') out_ += '"';
        out_ += c;
    }
    out_ += '"';
}

} // namespace heed::interop
