#pragma once

#include "changeover/kept_row.hpp"
#include "changeover/queue_store.hpp"
#include "family/summary.hpp"
#include "office/sheet_page.hpp"

// What the pages of the two queues show; nothing here reads or changes anything.
namespace heed::clerk {

using changeover::KeptRow;

/// The rows that wait, or, when `set_aside`, those that somebody took out.
struct RowsPage {
    std::vector<KeptRow> rows;
    bool set_aside = false;
};
markup::Html rows_page(const RowsPage& page);

struct RowPage {
    KeptRow row;
    office::Sheet sheet;
    std::string csrf, draft_kept; ///< when what was typed was kept; may be empty
};
markup::Html held_page(const RowPage& page);
markup::Html set_aside_page(const RowPage& page);

/// The fields of the form for a held row, and the row that such a form says.
web::Fields fields_of(const extract::Row& row);
extract::Row row_in(const web::Fields& fields);

markup::Html questions_page(const std::vector<KeptRow>& rows);

/// The questions that a row left, each with what settles it.
struct QuestionPage {
    KeptRow row;
    std::optional<family::Summary> child;
    std::vector<directory::Professional> social_workers; ///< qualified
    std::vector<pack::Category> categories;
    office::Sheet sheet;
    std::string csrf;
};
markup::Html question_page(const QuestionPage& page);

} // namespace heed::clerk
