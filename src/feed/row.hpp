#pragma once

#include "core/codes.hpp"
#include "core/day.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace heed::feed {

/// The columns of the children's index, in the order in which a row is kept.
enum class Column {
    id, ///< the feeder's own identifier of the child
    forename,
    middle,
    surname,
    sex,      ///< M, F or U
    dob,      ///< ISO
    dob_kind, ///< D day known, Y only the year known (kept as 1 January), E expected
    house,
    street,
    town,
    area,
    postcode,
    prev_postcode,
    aliases, ///< `forename|surname`, joined with `;`
    carer,
    household, ///< the same for all who live together
};
inline constexpr std::size_t column_count = 16;

/// One child as the feeder describes them: UTF-8, trimmed, each field in its one form once
/// `put_right` has found nothing amiss.
class Fields {
public:
    std::string& operator[](Column column) { return fields_[static_cast<std::size_t>(column)]; }
    const std::string& operator[](Column column) const
    {
        return fields_[static_cast<std::size_t>(column)];
    }
    bool operator==(const Fields&) const = default;

private:
    std::array<std::string, column_count> fields_;
};

/// What is wrong with a row, so that it cannot be taken.
enum class Wrong {
    needed,           ///< the id; or a name of any kind
    too_long,         ///< a field
    not_a_date,       ///< the birth date
    far_day,          ///< before 1900, or years from now
    no_such_code,     ///< sex, or the kind of birth date
    too_many_columns, ///< more than the heading has
    cut_short,        ///< it ends before the birth date
    quote_not_closed,
    row_too_long,
};

/// Which field is wrong, and how. Without a column it is the row as a whole.
struct Complaint {
    Wrong wrong;
    std::optional<Column> column = {};
    bool operator==(const Complaint&) const = default;
};
std::string_view sentence(Wrong wrong);

/// Brings each field to its one form: trimmed, no control characters, ISO days, codes in capitals.
/// What may be read in only one way is put right in silence; anything else is complained of, and
/// the fields are then not to be used.
std::optional<Complaint> put_right(Fields& fields, Day today);

/// All fields but the id in one text, and back: how a row is kept. Nothing when the text is none
/// that `packed` wrote.
std::string packed(const Fields& fields);
std::optional<Fields> unpacked(std::string_view id, std::string_view text);

} // namespace heed::feed

namespace heed {
template <>
inline constexpr std::array<std::string_view, feed::column_count> codes<feed::Column>{
    "id",    "forename", "middle", "surname", "sex",      "dob",           "dob_kind",
    "house", "street",   "town",   "area",    "postcode", "prev_postcode", "aliases",
    "carer", "household"};
template <>
inline constexpr std::array<std::string_view, 9> codes<feed::Wrong>{
    "needed",           "too_long",  "not_a_date",       "far_day",     "no_such_code",
    "too_many_columns", "cut_short", "quote_not_closed", "row_too_long"};
} // namespace heed
