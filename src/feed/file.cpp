#include "feed/file.hpp"

#include "core/ensure.hpp"
#include "core/text.hpp"
#include "feed/headings.hpp"
#include "interop/text_encoding.hpp"

#include <algorithm>

namespace heed::feed {

namespace {

constexpr std::size_t buffer_bytes = std::size_t{1} << 20U;
constexpr std::size_t row_bytes_max = std::size_t{64} * 1024;
constexpr std::size_t quoted_lines_max = 20;

bool is_blank(std::string_view text)
{
    return text.find_first_not_of(" \t,;\r") == std::string_view::npos;
}

char commonest_separator(std::string_view heading)
{
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char separator : {',', '\t', ';'}) {
        const auto count = std::ranges::count(heading, separator);
        if (count > most) std::tie(best, most) = std::pair{separator, count};
    }
    return best;
}

} // namespace

bool File::fill()
{
    buffer_.erase(0, at_);
    bytes_before_ += at_;
    at_ = 0;
    const std::size_t held = buffer_.size();
    buffer_.resize(held + buffer_bytes);
    in_.read(buffer_.data() + held, static_cast<std::streamsize>(buffer_bytes));
    if (in_.bad()) throw heed::Fault{"the file cannot be read to its end"};
    buffer_.resize(held + static_cast<std::size_t>(in_.gcount()));
    return buffer_.size() > held;
}

/// Where the line that goes on at `from` ends; the end of the buffer when the file ends, or when
/// the line is longer than any row.
std::size_t File::line_end(std::size_t from)
{
    for (;;) {
        const auto end = buffer_.find(line_feed_, from);
        if (end != std::string::npos) return end;
        if (buffer_.size() - at_ > row_bytes_max + buffer_bytes) return buffer_.size();
        const std::size_t before = at_;
        const std::size_t size = buffer_.size();
        if (!fill()) return buffer_.size();
        from = size - before; // What was at `at_` is at the beginning now.
    }
}

/// Takes the next row's lines off the buffer and splits them; false at the end of the file.
bool File::take_line(std::string& text, std::size_t& lines)
{
    if (at_ == buffer_.size() && !fill()) return false;
    std::size_t end = 0, first_end = 0;
    for (lines = 1;; ++lines) {
        end = line_end(at_ + end) - at_;
        if (lines == 1) first_end = end;
        text.assign(buffer_, at_, std::min(end, row_bytes_max));
        cut_ = end > row_bytes_max;
        closed_ = !cut_ && split_row(text);
        const bool more = at_ + end < buffer_.size();
        if (closed_ || cut_ || !more || lines == quoted_lines_max) break;
        ++end;
    }
    if (!closed_ && lines > 1) { // A mark that is never closed costs its own line alone.
        lines = 1;
        end = first_end;
        text.assign(buffer_, at_, std::min(end, row_bytes_max));
    }
    at_ = std::min(at_ + end + 1, buffer_.size());
    if (text.ends_with('\r')) text.pop_back();
    return true;
}

void File::to_utf8(std::string& text)
{
    if (is_utf8(text)) return;
    met_windows_1252_ = true;
    text = interop::from_windows_1252(text);
}

/// Splits at the separators into cells_; false when a quotation mark is still open at the end.
bool File::split_row(std::string_view text)
{
    if (text.ends_with('\r')) text.remove_suffix(1);
    cell_count_ = 0;
    const auto new_cell = [&]() -> std::string& {
        if (cells_.size() == cell_count_) cells_.emplace_back();
        cells_[cell_count_].clear();
        return cells_[cell_count_++];
    };
    std::size_t at = 0;
    for (;;) {
        std::string& cell = new_cell();
        if (at < text.size() && text[at] == '"') {
            for (++at;;) {
                const auto quote = text.find('"', at);
                if (quote == std::string_view::npos) return false;
                cell.append(text, at, quote - at);
                at = quote + 1;
                if (at >= text.size() || text[at] != '"') break;
                cell += '"';
                ++at;
            }
        }
        const auto end = std::min(text.find(separator_, at), text.size());
        cell.append(text, at, end - at);
        if (end == text.size()) return true;
        at = end + 1;
        if (cell_count_ > columns_.size() + 64 && !columns_.empty()) return true;
    }
}

Outcome<void> File::place_headings()
{
    columns_.resize(cell_count_);
    std::array<bool, column_count> seen{};
    for (std::size_t i = 0; i < cell_count_; ++i) {
        const auto column = column_of_heading(cells_[i]);
        if (!column) {
            if (!trimmed(cells_[i]).empty()) unknown_.emplace_back(trimmed(cells_[i]));
            continue;
        }
        auto& there = seen.at(static_cast<std::size_t>(*column));
        if (there) return refuse(RefusalCode::heading_twice, std::string{code(*column)});
        there = true;
        columns_[i] = column;
        if (*column == Column::id || *column == Column::forename || *column == Column::surname ||
            *column == Column::dob)
            needed_cells_ = std::max(needed_cells_, i + 1);
    }
    for (const Column column : {Column::id, Column::forename, Column::surname, Column::dob})
        if (!seen.at(static_cast<std::size_t>(column)))
            return refuse(RefusalCode::heading_missing, std::string{code(column)});
    return {};
}

Outcome<void> File::begin()
{
    fill();
    const auto mark = interop::byte_order_mark(std::string_view{buffer_}.substr(0, 4));
    if (mark == interop::ByteOrderMark::utf16) return refuse(RefusalCode::not_text);
    if (mark == interop::ByteOrderMark::utf8) at_ = interop::utf8_byte_order_mark.size();
    const std::string_view start = std::string_view{buffer_}.substr(at_, row_bytes_max);
    if (!start.contains('\n') && start.contains('\r')) line_feed_ = '\r';
    separator_ = commonest_separator(start.substr(0, start.find(line_feed_)));
    std::string text;
    std::size_t lines = 0;
    if (!take_line(text, lines)) return refuse(RefusalCode::no_rows);
    line_ += lines;
    for (std::size_t i = 0; i < cell_count_; ++i) to_utf8(cells_[i]);
    return place_headings();
}

bool File::next(Row& row)
{
    std::size_t lines = 0;
    do {
        if (!take_line(row.text, lines)) return false;
        row.line = line_;
        line_ += lines;
    } while (is_blank(row.text) || row.text == "\x1A");
    row.fields = {};
    row.complaint.reset();
    if (cut_)
        row.complaint = Complaint{Wrong::row_too_long};
    else if (!closed_)
        row.complaint = Complaint{Wrong::quote_not_closed};
    else
        place_cells(row);
    if (!is_utf8(row.text)) {
        to_utf8(row.text);
        if (!row.complaint)
            for (std::size_t i = 0; i < column_count; ++i)
                row.fields[static_cast<Column>(i)] =
                    interop::from_windows_1252(row.fields[static_cast<Column>(i)]);
    }
    if (!row.complaint) row.complaint = put_right(row.fields, today_);
    return true;
}

void File::place_cells(Row& row) const
{
    if (cell_count_ < needed_cells_) row.complaint = Complaint{Wrong::cut_short};
    for (std::size_t i = 0; i < cell_count_; ++i) {
        if (i < columns_.size()) {
            if (columns_[i]) row.fields[*columns_[i]] = cells_[i];
        } else if (!trimmed(cells_[i]).empty()) {
            row.complaint = Complaint{Wrong::too_many_columns};
        }
    }
}

} // namespace heed::feed
