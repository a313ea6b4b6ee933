#pragma once

#include "core/outcome.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>
#include <vector>

namespace heed::interop {

/// How much a file may ask of us. Whatever goes past is refused with the line it is on.
struct CsvLimits {
    std::size_t field_bytes_max = std::size_t{64} * 1024;
    std::size_t record_bytes_max = std::size_t{1024} * 1024;
    std::size_t columns_max = 1'000;
};

struct CsvOptions {
    CsvLimits limits;
    /// Take off the apostrophes that our own CsvWriter put in. Never for other people's files: an
    /// apostrophe there is a letter of theirs.
    bool take_off_guards = false;
};

/// One record: a row of the file, which may run over several lines.
struct CsvRecord {
    std::size_t line = 0; ///< the line its first character is on; 1 is the first of the file
    std::vector<std::string> fields;
    std::string text; ///< word for word as UTF-8, without the line end that closes it

    /// No field holds anything but spaces: an empty line, or a spreadsheet's row of commas.
    bool is_blank() const;
};

/// Reads comma-, semicolon- or tab-separated text as RFC 4180 has it, and as spreadsheets and old
/// systems really write it: one record at a time, in memory that does not grow with the file.
///
/// The separator is the commonest of the three in the first lines, unless the very first is
/// `sep=;` and says it. Lines end in CRLF, LF or CR. Each record that is not UTF-8 is taken for
/// Windows-1252, so a file of both loses no letter. A byte order mark and a final Ctrl-Z are not
/// text.
///
/// Refuses, naming the line: `not_text` (UTF-16, NUL bytes), `field_too_long`, `row_too_long`,
/// `too_many_columns`, `quote_not_closed`. After a refusal nothing more can be read.
/// A Fault when the stream itself fails.
class CsvReader {
public:
    explicit CsvReader(std::istream& in, CsvOptions options = {});

    /// Reads the next record into `record`; false at the end of the file.
    Outcome<bool> next(CsvRecord& record);

    /// Known once the first record has been read.
    char separator() const { return separator_; }
    /// Some record so far was Windows-1252.
    bool met_windows_1252() const { return met_windows_1252_; }
    /// Bytes of the file behind us, for showing progress.
    std::uint64_t bytes_read() const { return bytes_read_; }

private:
    enum class Where { field_start, in_field, in_quotes, after_quote };

    Outcome<void> begin();
    Outcome<bool> read_record(CsvRecord& record);
    /// Takes what stands at the reading point; true when it ended the record.
    Outcome<bool> step(char c, CsvRecord& record);
    void step_in_quotes(char c, CsvRecord& record);
    Outcome<void> begin_field(CsvRecord& record);
    Outcome<void> within_limits(const CsvRecord& record) const;
    void keep_run(CsvRecord& record);
    void keep_line_end(CsvRecord& record);
    void pass_line_end();
    void finish(CsvRecord& record);

    char separator_in_view();
    bool at_end();
    int peek(std::size_t ahead = 0);
    void advance(std::size_t bytes);
    bool fill();

    std::istream& in_;
    CsvOptions options_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::uint64_t bytes_read_ = 0;
    std::size_t line_ = 1;
    std::size_t quote_line_ = 0; ///< where the quote that is open was opened
    Where where_ = Where::field_start;
    char separator_ = ',';
    std::array<bool, 256> stops_run_{};
    bool begun_ = false;
    bool met_windows_1252_ = false;
};

} // namespace heed::interop
