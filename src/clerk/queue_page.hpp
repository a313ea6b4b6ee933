#pragma once

#include "changeover/kept_row.hpp"
#include "changeover/queue_store.hpp"
#include "family/summary.hpp"
#include "office/sheet_page.hpp"

#include <map>

// What the pages of the two queues show; nothing here reads or changes anything.
namespace heed::clerk {

using changeover::KeptRow;

/// What users are called, by their ids.
using Names = std::map<std::string, std::string>;

/// The rows that wait, or, when `set_aside`, those that somebody took out.
struct RowsPage {
    std::vector<KeptRow> rows;
    bool set_aside = false;
    Names names = {};
};
markup::Html rows_page(const RowsPage& page);

struct RowPage {
    KeptRow row;
    office::Sheet sheet;
    std::string csrf, draft_kept; ///< when what was typed was kept; may be empty
    Names names = {};
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
    Names names = {};
};
markup::Html question_page(const QuestionPage& page);

/// Somebody else settled the row or the question first: who and when, and what was typed in vain.
struct SettledPage {
    KeptRow row;
    Names names;
    bool question = false;                                       ///< else it is about the row
    std::vector<std::pair<std::string, std::string>> typed = {}; ///< label and text
};
markup::Html settled_page(const SettledPage& page);

/// What stands in a form for a row that differs from the row as it now is.
std::vector<std::pair<std::string, std::string>> typed_for(const KeptRow& row,
                                                           const web::Fields& form);
/// What stands in a form that settles questions.
std::vector<std::pair<std::string, std::string>> typed_for(const QuestionPage& page,
                                                           const web::Fields& form);

} // namespace heed::clerk
