#include "store/backup.hpp"

#include "store/migrate.hpp"

#include <filesystem>

namespace heed::store {

namespace {

constexpr int rows_per_transaction = 5'000;

/// The tables in the order that the migrations made them, so that what is pointed at comes first.
std::vector<std::string> tables_in_order()
{
    static constexpr std::string_view mark = "CREATE TABLE ";
    std::vector<std::string> tables;
    for (const Embedded& file : migrations()) {
        for (auto at = file.bytes.find(mark); at != std::string_view::npos;
             at = file.bytes.find(mark, at + 1)) {
            const auto name = file.bytes.substr(at + mark.size());
            tables.emplace_back(name.substr(0, name.find_first_of(" (\n")));
        }
    }
    return tables;
}

std::string insert_into(const std::string& table, const std::vector<std::string>& columns)
{
    std::string names, places;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        names += (i ? ", " : "") + columns[i];
        places += (i ? ", $" : "$") + std::to_string(i + 1);
    }
    return "INSERT INTO " + table + " (" + names + ") VALUES (" + places + ")";
}

void put_rows(Database& into, const std::string& table, const std::vector<Row>& rows)
{
    if (rows.empty()) return;
    const std::string sql = insert_into(table, rows.front().names());
    into.write([&](Transaction& records) {
        for (const Row& row : rows) records.each(sql, row.values(), [](const Row&) {});
    });
}

void copy_table(Records& from, Database& into, const std::string& table,
                const CopyProgress& progress)
{
    // What a migration put there itself comes again from the copy.
    into.write([&](Transaction& records) { records.execute("DELETE FROM " + table); });
    std::vector<Row> held;
    std::int64_t count = 0;
    const auto flush = [&] {
        put_rows(into, table, held);
        count += static_cast<std::int64_t>(held.size());
        held.clear();
        if (progress) progress(table, count);
    };
    from.each("SELECT * FROM " + table, {}, [&](const Row& row) {
        held.push_back(row);
        if (held.size() == rows_per_transaction) flush();
    });
    flush();
}

void copy_all(Database& from, Database& into, const CopyProgress& progress)
{
    from.read([&](Snapshot& records) {
        for (const std::string& table : tables_in_order())
            copy_table(records, into, table, progress);
    });
}

} // namespace

Outcome<void> backup(Database& from, const std::string& file, const std::string& key_hex,
                     const CopyProgress& progress)
{
    if (std::filesystem::exists(file)) return refuse(RefusalCode::already_there, "file");
    if (schema_of(from).version == 0) return refuse(RefusalCode::not_a_record);
    // Under its own name only when it is whole: a backup that broke off is never mistaken for one.
    const std::string unfinished = file + ".unfinished";
    for (const char* part : {"", "-wal", "-shm"}) std::filesystem::remove(unfinished + part);
    {
        const auto into = Database::open(unfinished, {.key_hex = key_hex});
        const auto migrated = migrate(*into, migrations(), Moment{});
        if (!migrated) return std::unexpected{migrated.error()};
        copy_all(from, *into, progress);
        into->write([](Transaction& records) { records.execute("DELETE FROM schema_migration"); });
        from.read([&](Snapshot& records) {
            put_rows(*into, "schema_migration", records.rows("SELECT * FROM schema_migration"));
        });
    }
    std::filesystem::rename(unfinished, file);
    return {};
}

Outcome<void> restore(const std::string& file, const std::string& key_hex, Database& into,
                      Moment now, const CopyProgress& progress)
{
    if (!std::filesystem::exists(file)) return refuse(RefusalCode::not_a_record, "file");
    if (schema_of(into).version != 0) return refuse(RefusalCode::already_a_record);
    const auto from = Database::open(file, {.key_hex = key_hex});
    const Schema schema = schema_of(*from);
    if (schema.version == 0) return refuse(RefusalCode::not_a_record, "file");
    if (schema.newer_than_program) return refuse(RefusalCode::newer_record, "file");
    TRY_VOID(migrate(*from, migrations(), now));
    TRY_VOID(migrate(into, migrations(), now));
    copy_all(*from, into, progress);
    return {};
}

} // namespace heed::store
