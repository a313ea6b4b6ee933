#pragma once

#include "extract/headings.hpp"

#include <istream>

namespace heed::extract {

/// The rows of one extract, as typed.
struct File {
    std::vector<Row> rows; ///< blank ones are left out
    std::vector<std::string> unknown_headings;
    char separator = ',';
    bool windows_1252 = false; ///< some of it was not UTF-8 and was read so
};

/// Far more than all registers of England held together in 2008 (about 30,000 names).
inline constexpr std::size_t rows_max = 200'000;

/// Reads a CSV to its end before anything is made of it. The headings may stand below a few lines
/// of title. Refuses what CsvReader and Columns refuse, `too_many_rows`, and a file without rows as
/// `no_rows`. A Fault when the stream fails.
Outcome<File> read_file(std::istream& in, const HeadingMap& map = {});

} // namespace heed::extract
