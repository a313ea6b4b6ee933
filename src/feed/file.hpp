#pragma once

#include "core/outcome.hpp"
#include "feed/row.hpp"

#include <cstdint>
#include <istream>
#include <string>
#include <vector>

namespace heed::feed {

/// One row of the file. `fields` are to be used only when there is no complaint.
struct Row {
    std::size_t line = 0; ///< the line it begins on; 1 is the heading's
    std::string text;     ///< word for word, as UTF-8
    Fields fields;
    std::optional<Complaint> complaint;
};

/// Reads a file of the children's index: a heading, then a row a line, comma-, semicolon- or
/// tab-separated; UTF-8, or row by row Windows-1252; lines end in LF, CRLF or CR. A field in
/// quotation marks may run over a few lines; a mark that is never closed costs its own line only.
/// Memory does not grow with the file.
///
/// A Fault when the stream itself fails.
class File {
public:
    File(std::istream& in, Day today) : in_{in}, today_{today} {}

    /// Reads the heading. Refuses `no_rows` (an empty file), `not_text` (UTF-16), `heading_missing`
    /// and `heading_twice`, naming the heading.
    Outcome<void> begin();
    /// Reads the next row that is not blank into `row`; false at the end of the file.
    bool next(Row& row);

    /// Headings that mean nothing here: their columns are passed over.
    const std::vector<std::string>& unknown_headings() const { return unknown_; }
    bool met_windows_1252() const { return met_windows_1252_; }
    /// Bytes of the file behind us, for showing progress.
    std::uint64_t bytes_read() const { return bytes_before_ + at_; }

private:
    bool fill();
    std::size_t line_end(std::size_t from);
    bool take_line(std::string& text, std::size_t& lines);
    void to_utf8(std::string& text);
    bool split_row(std::string_view text);
    void place_cells(Row& row) const;
    Outcome<void> place_headings();

    std::istream& in_;
    Day today_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::uint64_t bytes_before_ = 0;
    std::size_t line_ = 1;
    char separator_ = ',';
    char line_feed_ = '\n';
    bool met_windows_1252_ = false;
    bool cut_ = false;    ///< the row just taken is longer than a row may be
    bool closed_ = false; ///< and every quotation mark of it was closed
    std::vector<std::string> cells_;
    std::size_t cell_count_ = 0;
    std::vector<std::optional<Column>> columns_; ///< of the heading, from left to right
    std::size_t needed_cells_ = 0;               ///< a row with fewer is cut short
    std::vector<std::string> unknown_;
};

} // namespace heed::feed
