#pragma once

#include "changeover/changeover_store.hpp"
#include "office/sheet_page.hpp"

// What the pages of imports show; nothing here reads or changes anything.
namespace heed::clerk {

using changeover::Import;
using changeover::ImportReport;
using changeover::KeptRow;
using changeover::Waiting;

struct HomePage {
    Waiting waiting;
    std::vector<Import> imports;
    office::Sheet sheet; ///< the form for a file
    std::string csrf;
};
markup::Html home_page(const HomePage& page);

/// What a file would come to.
struct TriedPage {
    ImportReport report;
    std::string upload; ///< its id, to import it
    std::string csrf;
};
markup::Html tried_page(const TriedPage& page);

/// An import that runs, or one that was stopped before its end.
struct RunningPage {
    std::size_t done = 0, all = 0;
    bool stopped = false;
    std::string upload, csrf; ///< to go on with
};
markup::Html running_page(const RunningPage& page);

/// What an import came to, and how its rows stand now: made to be printed.
struct ReportPage {
    Import import;
    std::vector<KeptRow> rows;
};
markup::Html report_page(const ReportPage& page);

/// "Hill, Ann": the name of a row as it was typed, for those who work the queue.
std::string name_typed(const extract::Row& row);
/// The sentences of findings that are still open, a line each.
markup::Html open_sentences(const KeptRow& row);

} // namespace heed::clerk
