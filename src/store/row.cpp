#include "store/row.hpp"

namespace heed::store {

namespace {

template <class Kind> const Kind& as(const Value& value)
{
    const Kind* held = std::get_if<Kind>(&value);
    ensure(held != nullptr, "a column holds another kind of value than its reader wants");
    return *held;
}

} // namespace

const Value& Row::at(std::string_view column) const
{
    for (std::size_t i = 0; i < names_->size(); ++i)
        if ((*names_)[i] == column) return values_[i];
    throw Broken{"a row has no column of the name its reader asks for"};
}

const std::string& Row::text(std::string_view column) const { return as<std::string>(at(column)); }

std::int64_t Row::integer(std::string_view column) const { return as<std::int64_t>(at(column)); }

const std::string& Row::blob(std::string_view column) const { return as<Blob>(at(column)).bytes; }

bool Row::is_null(std::string_view column) const
{
    return std::holds_alternative<std::nullptr_t>(at(column));
}

Day Row::day(std::string_view column) const
{
    const auto day = day_from_iso(text(column));
    ensure(day.has_value(), "a column of days holds something else");
    return *day;
}

Moment Row::moment(std::string_view column) const
{
    const auto moment = moment_from_iso(text(column));
    ensure(moment.has_value(), "a column of moments holds something else");
    return *moment;
}

std::optional<std::string> Row::maybe_text(std::string_view column) const
{
    if (is_null(column)) return std::nullopt;
    return text(column);
}

std::string Row::text_or_empty(std::string_view column) const
{
    return is_null(column) ? std::string{} : text(column);
}

std::optional<std::int64_t> Row::maybe_integer(std::string_view column) const
{
    if (is_null(column)) return std::nullopt;
    return integer(column);
}

std::optional<Day> Row::maybe_day(std::string_view column) const
{
    if (is_null(column)) return std::nullopt;
    return day(column);
}

std::optional<Moment> Row::maybe_moment(std::string_view column) const
{
    if (is_null(column)) return std::nullopt;
    return moment(column);
}

} // namespace heed::store
