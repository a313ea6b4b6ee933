#pragma once

#include "changeover/report.hpp"
#include "core/codes.hpp"
#include "extract/headings.hpp"
#include "plan/plan.hpp"

namespace heed::changeover {

using RowId = Id<struct RowKind>;
using FindingId = Id<struct FindingKind>;

/// Where a row that came stands now.
enum class RowState {
    in_record,     ///< a plan was begun of it
    held,          ///< waits to be corrected
    set_aside,     ///< somebody said why it is not wanted
    already_there, ///< it said what the record held already
};

/// Something said of a row, and how it was settled.
struct KeptFinding {
    FindingId id;
    Finding finding;
    bool settled = false;
    std::string settled_as = {}, settled_by = {}; ///< by: a user's id
    std::optional<Moment> settled_at = {};
};

/// A row as it is kept: for good, word for word.
struct KeptRow {
    RowId id;
    ImportId import;
    Day as_at{};      ///< of the import
    extract::Row row; ///< `text` as it came; the fields as corrected since
    RowState state = RowState::held;
    std::optional<ChildId> child;
    std::optional<plan::PlanId> plan;
    std::string reason; ///< why it was set aside
    std::vector<KeptFinding> findings;
    std::string changed_by = {}; ///< a user's id: who last brought, corrected or set it aside
    Moment changed_at = {};
};

/// What the row says, in one digest: the same whatever the order of columns, separator, encoding
/// and spaces around the fields.
std::string row_key(const extract::Row& row);

/// What stands under each heading that has something, by its title; unknown headings too.
std::string fields_json(const extract::Row& row);
/// Puts the fields back. Broken when the text is not what `fields_json` wrote.
void fields_from_json(extract::Row& row, std::string_view json);

} // namespace heed::changeover

namespace heed {
template <>
inline constexpr std::array<std::string_view, 4> codes<changeover::RowState>{
    "in_record", "held", "set_aside", "already_there"};
} // namespace heed
