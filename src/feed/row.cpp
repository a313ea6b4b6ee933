#include "feed/row.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace heed::feed {

namespace {

constexpr std::size_t field_bytes_max = 300, id_bytes_max = 100, aliases_bytes_max = 2000;
constexpr char between = '\t';

constexpr std::array every_column{
    Column::id,       Column::forename, Column::middle,        Column::surname, Column::sex,
    Column::dob,      Column::dob_kind, Column::house,         Column::street,  Column::town,
    Column::area,     Column::postcode, Column::prev_postcode, Column::aliases, Column::carer,
    Column::household};

void tidy(std::string& field)
{
    for (char& c : field)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    const auto kept = trimmed(field);
    if (kept.size() != field.size()) field = std::string{kept};
}

std::size_t most(Column column)
{
    if (column == Column::id) return id_bytes_max;
    return column == Column::aliases ? aliases_bytes_max : field_bytes_max;
}

int figure(char c) { return c - '0'; }
bool is_figure(char c) { return c >= '0' && c <= '9'; }

/// 14/03/2003, 14-03-2003, 14.3.2003: day, month and a year of four figures.
std::optional<Day> day_written_out(std::string_view text)
{
    int part[3] = {0, 0, 0};
    std::size_t at = 0, figures = 0;
    for (const char c : text) {
        if (is_figure(c)) {
            part[at] = part[at] * 10 + figure(c);
            if (++figures > 4) return std::nullopt;
        } else if ((c == '/' || c == '-' || c == '.') && figures > 0 && figures <= 2 && at < 2) {
            ++at;
            figures = 0;
        } else {
            return std::nullopt;
        }
    }
    if (at != 2 || figures != 4) return std::nullopt;
    return day_if_real(part[2], static_cast<unsigned>(part[1]), static_cast<unsigned>(part[0]));
}

std::optional<Day> day_in(std::string_view text)
{
    // A time of midnight is what databases add to days.
    if (text.size() > 10 && (text[10] == ' ' || text[10] == 'T') && text[4] == '-')
        text = text.substr(0, 10);
    if (const auto day = day_from_iso(text)) return day;
    if (text.size() == 8 && std::ranges::all_of(text, is_figure))
        return day_from_iso(std::string{text.substr(0, 4)} + '-' + std::string{text.substr(4, 2)} +
                            '-' + std::string{text.substr(6)});
    return day_written_out(text);
}

/// A year or month alone says what kind of date it is.
bool is_year(std::string_view text)
{
    return text.size() == 4 && std::ranges::all_of(text, is_figure);
}

std::optional<Complaint> put_sex_right(std::string& sex)
{
    const std::string said = lower_ascii(sex);
    static constexpr std::array<std::string_view, 4> female{"f", "female", "2", "girl"},
        male{"m", "male", "1", "boy"};
    static constexpr std::array<std::string_view, 7> unknown{"",  "u",         "unknown", "0",
                                                             "9", "not known", "x"};
    if (is_one_of(said, female))
        sex = "F";
    else if (is_one_of(said, male))
        sex = "M";
    else if (is_one_of(said, unknown))
        sex = "U";
    else
        return Complaint{Wrong::no_such_code, Column::sex};
    return std::nullopt;
}

std::optional<Complaint> put_kind_right(std::string& kind)
{
    const std::string said = lower_ascii(kind);
    if (said.empty() || said == "d")
        kind = "D";
    else if (said == "y")
        kind = "Y";
    else if (said == "e")
        kind = "E";
    else
        return Complaint{Wrong::no_such_code, Column::dob_kind};
    return std::nullopt;
}

std::optional<Complaint> put_birth_right(Fields& fields, Day today)
{
    if (auto wrong = put_kind_right(fields[Column::dob_kind])) return wrong;
    std::string& dob = fields[Column::dob];
    if (dob.empty()) {
        fields[Column::dob_kind].clear();
        return std::nullopt;
    }
    if (is_year(dob)) {
        dob += "-01-01";
        fields[Column::dob_kind] = "Y";
    }
    const auto day = day_in(dob);
    if (!day) return Complaint{Wrong::not_a_date, Column::dob};
    // A clock that is wrong must cost nobody their place in the index: two years are allowed.
    if (*day < heed::day(1900, 1, 2) || *day > today + std::chrono::days{731})
        return Complaint{Wrong::far_day, Column::dob};
    dob = to_iso(*day);
    return std::nullopt;
}

} // namespace

std::string_view sentence(Wrong wrong)
{
    switch (wrong) {
    case Wrong::needed: return "This must be filled in: without it the child cannot be told apart.";
    case Wrong::too_long: return "This is longer than any such thing is.";
    case Wrong::not_a_date: return "This is no date.";
    case Wrong::far_day: return "No child was or will be born on this day.";
    case Wrong::no_such_code: return "This is none of the letters that may stand here.";
    case Wrong::too_many_columns: return "The row has more columns than the heading.";
    case Wrong::cut_short: return "The row ends too early.";
    case Wrong::quote_not_closed: return "A quotation mark is opened and never closed.";
    case Wrong::row_too_long: return "The row is too long; only its beginning is kept.";
    }
    return "";
}

std::optional<Complaint> put_right(Fields& fields, Day today)
{
    for (const Column column : every_column) {
        tidy(fields[column]);
        if (fields[column].size() > most(column)) return Complaint{Wrong::too_long, column};
    }
    if (fields[Column::id].empty()) return Complaint{Wrong::needed, Column::id};
    if (auto wrong = put_sex_right(fields[Column::sex])) return wrong;
    if (auto wrong = put_birth_right(fields, today)) return wrong;
    // A child who is not named yet is found by their carer.
    if (fields[Column::forename].empty() && fields[Column::middle].empty() &&
        fields[Column::surname].empty() && fields[Column::aliases].empty() &&
        fields[Column::carer].empty())
        return Complaint{Wrong::needed, Column::surname};
    return std::nullopt;
}

std::string packed(const Fields& fields)
{
    std::size_t size = column_count;
    for (const Column column : every_column) size += fields[column].size();
    std::string text;
    text.reserve(size);
    for (const Column column : every_column) {
        if (column == Column::id) continue;
        if (column != Column::forename) text += between;
        text += fields[column];
    }
    return text;
}

std::optional<Fields> unpacked(std::string_view id, std::string_view text)
{
    Fields fields;
    fields[Column::id] = std::string{id};
    std::size_t at = 0;
    for (const Column column : every_column) {
        if (column == Column::id) continue;
        const bool last = column == Column::household;
        const auto end = last ? text.size() : text.find(between, at);
        if (end == std::string_view::npos) return std::nullopt;
        fields[column] = std::string{text.substr(at, end - at)};
        at = end + 1;
    }
    if (fields[Column::household].contains(between)) return std::nullopt;
    return fields;
}

} // namespace heed::feed
