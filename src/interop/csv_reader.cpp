#include "interop/csv_reader.hpp"

#include "core/ensure.hpp"
#include "core/text.hpp"
#include "interop/csv_writer.hpp"
#include "interop/text_encoding.hpp"

#include <algorithm>
#include <string_view>

namespace heed::interop {

namespace {

constexpr std::size_t chunk_bytes = std::size_t{64} * 1024;
constexpr std::size_t lines_looked_at = 10;
constexpr int end_of_file = -1;
constexpr char control_z = '\x1A'; // how MS-DOS programs ended a text file

std::unexpected<Refusal> refuse_at(RefusalCode code, std::size_t line)
{
    return refuse(code, {}, "See line " + std::to_string(line) + ".");
}

} // namespace

bool CsvRecord::is_blank() const
{
    return std::ranges::all_of(fields, [](const auto& field) { return trimmed(field).empty(); });
}

CsvReader::CsvReader(std::istream& in, CsvOptions options) : in_{in}, options_{options} {}

Outcome<bool> CsvReader::next(CsvRecord& record)
{
    if (!begun_) TRY_VOID(begin());
    begun_ = true;
    return read_record(record);
}

Outcome<void> CsvReader::begin()
{
    peek(chunk_bytes - 1);
    switch (byte_order_mark(buffer_)) {
    case ByteOrderMark::utf16: return refuse_at(RefusalCode::not_text, 1);
    case ByteOrderMark::utf8: advance(utf8_byte_order_mark.size()); break;
    case ByteOrderMark::none: break;
    }
    // Excel's own way of telling Excel.
    const std::string_view ahead = std::string_view{buffer_}.substr(at_);
    if (lower_ascii(ahead.substr(0, 4)) == "sep=" && ahead.size() >= 6 &&
        (ahead[5] == '\r' || ahead[5] == '\n')) {
        separator_ = ahead[4];
        advance(5);
        pass_line_end();
    } else {
        separator_ = separator_in_view();
    }
    for (const char c : {'"', '\r', '\n', '\0', control_z, separator_})
        stops_run_.at(static_cast<unsigned char>(c)) = true;
    return {};
}

char CsvReader::separator_in_view()
{
    std::size_t commas = 0, semicolons = 0, tabs = 0, lines = 0;
    bool quoted = false;
    for (const char c : std::string_view{buffer_}.substr(at_)) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        commas += c == ',';
        semicolons += c == ';';
        tabs += c == '\t';
        lines += c == '\n' || c == '\r';
        if (lines == lines_looked_at) break;
    }
    if (tabs > commas && tabs > semicolons) return '\t';
    return semicolons > commas ? ';' : ',';
}

Outcome<bool> CsvReader::read_record(CsvRecord& record)
{
    record.fields.clear();
    record.text.clear();
    record.line = line_;
    if (at_end()) return false;

    record.fields.emplace_back();
    where_ = Where::field_start;
    for (bool ended = false; !ended;) {
        if (at_end()) {
            if (where_ == Where::in_quotes)
                return refuse_at(RefusalCode::quote_not_closed, quote_line_);
            break;
        }
        const char c = static_cast<char>(peek());
        if (c == '\0') return refuse_at(RefusalCode::not_text, line_);
        ended = TRY(step(c, record));
    }
    finish(record);
    return true;
}

Outcome<bool> CsvReader::step(char c, CsvRecord& record)
{
    if (where_ == Where::in_quotes) {
        step_in_quotes(c, record);
    } else if (c == '\r' || c == '\n') {
        pass_line_end();
        return true;
    } else if (c == separator_) {
        record.text += c;
        advance(1);
        TRY_VOID(begin_field(record));
    } else if (c == '"' && where_ == Where::field_start) {
        record.fields.back().clear(); // spaces before the quote
        record.text += c;
        quote_line_ = line_;
        where_ = Where::in_quotes;
        advance(1);
    } else {
        if (where_ != Where::field_start || c != ' ') where_ = Where::in_field;
        keep_run(record);
    }
    TRY_VOID(within_limits(record));
    return false;
}

void CsvReader::step_in_quotes(char c, CsvRecord& record)
{
    if (c == '\r' || c == '\n') return keep_line_end(record);
    if (c != '"') return keep_run(record);
    if (peek(1) == '"') {
        record.text += "\"\"";
        record.fields.back() += '"';
        return advance(2);
    }
    record.text += c;
    where_ = Where::after_quote;
    advance(1);
}

Outcome<void> CsvReader::begin_field(CsvRecord& record)
{
    if (record.fields.size() == options_.limits.columns_max)
        return refuse_at(RefusalCode::too_many_columns, record.line);
    record.fields.emplace_back();
    where_ = Where::field_start;
    return {};
}

Outcome<void> CsvReader::within_limits(const CsvRecord& record) const
{
    // An open quote is the likelier mistake than a long field, and the line to look at.
    const std::size_t line = where_ == Where::in_quotes ? quote_line_ : record.line;
    if (record.fields.back().size() > options_.limits.field_bytes_max)
        return refuse_at(RefusalCode::field_too_long, line);
    if (record.text.size() > options_.limits.record_bytes_max)
        return refuse_at(RefusalCode::row_too_long, line);
    return {};
}

/// The character at the reading point, whatever it is, and the ordinary ones that follow it.
void CsvReader::keep_run(CsvRecord& record)
{
    std::size_t end = at_ + 1;
    if (where_ != Where::field_start)
        while (end < buffer_.size() && !stops_run_[static_cast<unsigned char>(buffer_[end])]) ++end;
    const std::string_view run = std::string_view{buffer_}.substr(at_, end - at_);
    record.text += run;
    record.fields.back() += run;
    advance(run.size());
}

void CsvReader::keep_line_end(CsvRecord& record)
{
    const std::string_view end = peek() == '\r' && peek(1) == '\n' ? "\r\n"
                                 : peek() == '\r'                  ? "\r"
                                                                   : "\n";
    record.text += end;
    record.fields.back() += end;
    pass_line_end();
}

void CsvReader::pass_line_end()
{
    const bool pair = peek() == '\r' && peek(1) == '\n';
    advance(pair ? 2 : 1);
    ++line_;
}

void CsvReader::finish(CsvRecord& record)
{
    if (!is_ascii(record.text) && !is_utf8(record.text)) {
        met_windows_1252_ = true;
        record.text = from_windows_1252(record.text);
        for (auto& field : record.fields) field = from_windows_1252(field);
    }
    if (options_.take_off_guards)
        for (auto& field : record.fields) field = unguarded(field);
}

bool CsvReader::at_end()
{
    return peek() == end_of_file || (peek() == control_z && peek(1) == end_of_file);
}

int CsvReader::peek(std::size_t ahead)
{
    while (at_ + ahead >= buffer_.size())
        if (!fill()) return end_of_file;
    return static_cast<unsigned char>(buffer_[at_ + ahead]);
}

void CsvReader::advance(std::size_t bytes)
{
    at_ += bytes;
    bytes_read_ += bytes;
}

bool CsvReader::fill()
{
    if (!in_) return false;
    buffer_.erase(0, at_);
    at_ = 0;
    const std::size_t kept = buffer_.size();
    buffer_.resize(kept + chunk_bytes);
    in_.read(buffer_.data() + kept, static_cast<std::streamsize>(chunk_bytes));
    if (in_.bad()) throw Fault{"a file could not be read to its end"};
    buffer_.resize(kept + static_cast<std::size_t>(in_.gcount()));
    return in_.gcount() > 0;
}

} // namespace heed::interop
