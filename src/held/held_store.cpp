#include "held/held_store.hpp"

#include "core/ensure.hpp"
#include "held/described.hpp"
#include "interop/json_reader.hpp"

namespace heed::held {

namespace {

constexpr std::size_t bytes_max = std::size_t{1} << 24U;

/// The row as the room changeover keeps it: its fields as corrected so far, by their titles.
extract::Row row_from(std::string_view json)
{
    extract::Row row;
    const auto read = [&]() -> Outcome<void> {
        const auto whole = TRY(interop::read_json(json, bytes_max));
        const auto fields = TRY(whole.object("fields"));
        for (const auto key : fields.keys())
            if (const auto heading = extract::heading_titled(key))
                row[*heading] = TRY(fields.text(key));
        row.too_many_fields = TRY(whole.boolean("too_many_fields"));
        return {};
    };
    ensure(read().has_value(), "the fields of a held row cannot be read");
    return row;
}

} // namespace

std::int64_t count(store::Records& records)
{
    const auto rows =
        records.rows("SELECT count(*) AS held FROM changeover_row WHERE state = 'held'");
    return rows.empty() ? 0 : rows.front().integer("held");
}

std::vector<matching::Person> people(store::Records& records)
{
    std::vector<matching::Person> found;
    records.each(R"sql(
        SELECT r.id, r.fields, i.as_at
          FROM changeover_row r JOIN changeover_import i ON i.id = r.import_id
         WHERE r.state = 'held'
         ORDER BY r.id)sql",
                 {}, [&](const store::Row& row) {
                     found.push_back(
                         described(row.text("id"), row_from(row.text("fields")), row.day("as_at")));
                 });
    return found;
}

} // namespace heed::held
