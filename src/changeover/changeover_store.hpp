#pragma once

#include "changeover/kept_row.hpp"
#include "office/as_of.hpp"
#include "store/records.hpp"

#include <span>

// What came over from old registers. Writers leave the ledger entry to their caller.
namespace heed::changeover {

struct Import {
    ImportId id;
    Day as_at{};
    Moment begun_at;
    std::string begun_by; ///< what the user is called
    std::optional<Moment> finished_at;
    Counts counts; ///< nothing but `rows` until it is finished
};
void save(store::Transaction& records, const Import& import);
void finish(store::Transaction& records, const ImportId& id, const Counts& counts, Moment now);
std::optional<Import> find(store::Records& records, const ImportId& id);
/// The latest first.
std::vector<Import> imports(store::Records& records);

/// Saves a row that was not kept before, with its findings.
void save(store::Transaction& records, const office::Stamp& stamp, const KeptRow& row,
          const std::string& who);
/// Changes what may change of a row: state, fields, child, plan, reason. What was still open of its
/// findings is closed, and these follow.
void replace(store::Transaction& records, const office::Stamp& stamp, const KeptRow& row,
             const std::string& who);
void settle(store::Transaction& records, const office::Stamp& stamp, const FindingId& finding,
            const std::string& who, const std::string& how);

std::optional<KeptRow> find(store::Records& records, const RowId& id);

/// A row of that key that came before.
struct Known {
    RowState state;
    std::optional<ChildId> child;
};
std::optional<Known> known(store::Records& records, const std::string& row_key);

/// The rows of one import, in order of lines.
std::vector<KeptRow> rows_of(store::Records& records, const ImportId& import);
/// The rows that wait, or were set aside, in order of imports and lines.
std::vector<KeptRow> rows_in(store::Records& records, RowState state);
/// The rows in the record of which something is left to settle, in the same order.
std::vector<KeptRow> rows_with_questions(store::Records& records);

struct Waiting {
    std::int64_t held = 0;      ///< rows
    std::int64_t questions = 0; ///< rows with any
    std::int64_t set_aside = 0;
};
Waiting waiting(store::Records& records);

/// Children of the record who were born, or are expected, on that day.
std::vector<ChildId> children_born(store::Records& records, Day day);
/// Children of the record who live at an address of that postcode.
std::vector<ChildId> children_at(store::Records& records, const std::string& postcode);
/// Whether the child lives in the household of that local number.
bool lives_in_household(store::Records& records, const ChildId& child,
                        const std::string& local_number);

/// A file that was looked at and waits to be imported.
struct Upload {
    std::string id;
    std::string who; ///< a user's id: nobody else may import it
    Day as_at{};
    std::string file, map;
};
/// Forgets files that have waited a day, too.
void keep_upload(store::Transaction& records, const Upload& upload, Moment now);
/// Nothing when it has waited a day.
std::optional<Upload> upload(store::Records& records, const std::string& id, Moment now);
void forget_upload(store::Transaction& records, const std::string& id);

} // namespace heed::changeover
