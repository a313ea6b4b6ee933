#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace heed::interop {

/// The text with an apostrophe wherever a spreadsheet could begin to read a formula: before
/// = + - @ and their full-width forms, a tab, a line end or an invisible character, at the
/// beginning, and after a `;`, tab or line end inside (a spreadsheet that expects semicolons
/// begins a new cell there, quotes or not).
std::string guarded(std::string_view text);

/// Takes off exactly what `guarded` put in.
std::string unguarded(std::string_view text);

/// Writes comma-separated records that no spreadsheet will execute. The only CSV writer of the
/// house. UTF-8, lines ended by CRLF, quoted as RFC 4180 has it.
class CsvWriter {
public:
    /// Excel takes UTF-8 for something else unless a byte order mark says so.
    enum class Mark { none, byte_order_mark };

    explicit CsvWriter(Mark mark = Mark::byte_order_mark);

    CsvWriter& row(std::span<const std::string> fields);
    CsvWriter& row(std::initializer_list<std::string_view> fields);

    /// What has been written since the last time, for sending on.
    std::string take();

private:
    void field(std::string_view text, bool first);

    std::string out_;
};

} // namespace heed::interop
