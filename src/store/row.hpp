#pragma once

#include "core/ensure.hpp"
#include "store/value.hpp"

#include <memory>
#include <vector>

namespace heed::store {

/// One row of an answer, its columns by name. Asking for a column that is not there, or for a
/// kind that it does not hold, is Broken: the SQL and the reader disagree.
class Row {
public:
    using Names = std::shared_ptr<const std::vector<std::string>>;

    Row(Names names, std::vector<Value> values)
        : names_{std::move(names)}, values_{std::move(values)}
    {
    }

    const std::string& text(std::string_view column) const;
    std::int64_t integer(std::string_view column) const;
    const std::string& blob(std::string_view column) const;
    bool flag(std::string_view column) const { return integer(column) != 0; }
    heed::Day day(std::string_view column) const;
    heed::Moment moment(std::string_view column) const;
    bool is_null(std::string_view column) const;

    std::optional<std::string> maybe_text(std::string_view column) const;
    /// Empty when null: for columns whose absence a page shows as nothing.
    std::string text_or_empty(std::string_view column) const;
    std::optional<std::int64_t> maybe_integer(std::string_view column) const;
    std::optional<heed::Day> maybe_day(std::string_view column) const;
    std::optional<heed::Moment> maybe_moment(std::string_view column) const;

    template <class SomeId> SomeId id(std::string_view column) const
    {
        auto id = SomeId::from(text(column));
        ensure(id.has_value(), "a column of ids holds something else");
        return *std::move(id);
    }
    template <class SomeId> std::optional<SomeId> maybe_id(std::string_view column) const
    {
        if (is_null(column)) return std::nullopt;
        return id<SomeId>(column);
    }

    const std::vector<std::string>& names() const { return *names_; }
    const std::vector<Value>& values() const { return values_; }

private:
    const Value& at(std::string_view column) const;

    Names names_;
    std::vector<Value> values_;
};

} // namespace heed::store
