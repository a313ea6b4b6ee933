#include "extract/file.hpp"

#include "interop/csv_reader.hpp"

namespace heed::extract {

namespace {

constexpr std::size_t title_lines_max = 20;

/// The columns by the first record that can be their headings; by the first of all when none can,
/// so that what is missing can be named.
Outcome<Columns> find_headings(interop::CsvReader& reader, const HeadingMap& map)
{
    std::vector<std::string> first;
    interop::CsvRecord record;
    for (std::size_t i = 0; i < title_lines_max; ++i) {
        if (!TRY(reader.next(record))) break;
        if (looks_like_headings(record.fields, map)) return Columns::understand(record.fields, map);
        if (first.empty() && !record.is_blank()) first = record.fields;
    }
    if (first.empty()) return refuse(RefusalCode::no_rows);
    return Columns::understand(first, map);
}

} // namespace

Outcome<File> read_file(std::istream& in, const HeadingMap& map)
{
    interop::CsvReader reader{in};
    const Columns columns = TRY(find_headings(reader, map));
    File file{.unknown_headings = columns.unknown(), .separator = reader.separator()};
    for (interop::CsvRecord record; TRY(reader.next(record));) {
        if (record.is_blank()) continue;
        if (file.rows.size() == rows_max) return refuse(RefusalCode::too_many_rows);
        file.rows.push_back(columns.row(record.fields, record.line, record.text));
    }
    if (file.rows.empty()) return refuse(RefusalCode::no_rows);
    file.windows_1252 = reader.met_windows_1252();
    return file;
}

} // namespace heed::extract
