#include "store/records.hpp"

#include "core/digest.hpp"
#include "core/json.hpp"

#include <algorithm>
#include <numeric>

namespace heed::store {

std::string canonical_json(const Row& row)
{
    std::vector<std::size_t> order(row.names().size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::string_view{row.names()[i]}; });
    JsonWriter json;
    json.object();
    for (const std::size_t i : order) {
        const Value& value = row.values()[i];
        json.key(row.names()[i]);
        if (const auto* number = std::get_if<std::int64_t>(&value))
            json.value(*number);
        else if (const auto* text = std::get_if<std::string>(&value))
            json.value(*text);
        else if (const auto* blob = std::get_if<Blob>(&value))
            json.value(to_hex(blob->bytes));
        else
            json.null();
    }
    return json.end().text();
}

void Transaction::insert(std::string_view table, std::initializer_list<Column> columns)
{
    std::string sql = "INSERT INTO ", places;
    sql += table;
    std::vector<std::string> names;
    std::vector<Value> values;
    for (const Column& column : columns) {
        sql += names.empty() ? " (" : ", ";
        sql += column.name;
        places += names.empty() ? "$" : ", $";
        names.emplace_back(column.name);
        places += std::to_string(names.size());
        values.push_back(column.value);
    }
    sql += ") VALUES (" + places + ")";
    wrote_ = true;
    connection_.post(sql, values);
    remember(table, Row{std::make_shared<const std::vector<std::string>>(std::move(names)),
                        std::move(values)});
}

void Transaction::remember(std::string_view table, const Row& row)
{
    images_.push_back({std::string{table}, row.text("id"), canonical_json(row)});
}

std::vector<Image> Transaction::take_images()
{
    owes_entry_ = false;
    return std::exchange(images_, {});
}

} // namespace heed::store
