#include "store/backup.hpp"

#include "store/migrate.hpp"

#include <filesystem>

namespace heed::store {

namespace {

constexpr std::int64_t rows_between_reports = 10'000;

/// The names that stand after each `mark` in a migration.
std::vector<std::string> names_after(std::string_view sql, std::string_view mark)
{
    std::vector<std::string> names;
    for (auto at = sql.find(mark); at != std::string_view::npos; at = sql.find(mark, at + 1)) {
        const auto name = sql.substr(at + mark.size());
        names.emplace_back(name.substr(0, name.find_first_of(" (;\n")));
    }
    return names;
}

/// The tables in the order that the migrations made them, so that what is pointed at comes first.
std::vector<std::string> tables_in_order()
{
    std::vector<std::string> tables;
    for (const Embedded& file : migrations()) {
        for (const std::string& gone : names_after(file.bytes, "DROP TABLE "))
            std::erase(tables, gone);
        for (std::string& made : names_after(file.bytes, "CREATE TABLE "))
            tables.push_back(std::move(made));
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

void copy_table(Records& from, Transaction& into, const std::string& table,
                const CopyProgress& progress)
{
    // What a migration put there itself comes again from the copy.
    into.execute("DELETE FROM " + table);
    std::string sql;
    std::int64_t count = 0;
    from.each("SELECT * FROM " + table, {}, [&](const Row& row) {
        if (sql.empty()) sql = insert_into(table, row.names());
        into.each(sql, row.values(), [](const Row&) {});
        if (++count % rows_between_reports == 0 && progress) progress(table, count);
    });
    if (progress) progress(table, count);
}

/// All of it in one transaction: a copy is whole or it is not there, and rows may point at rows
/// that come later.
void copy_all(Database& from, Database& into, bool with_migrations, const CopyProgress& progress)
{
    into.write([&](Transaction& writing) {
        from.read([&](Snapshot& records) {
            for (const std::string& table : tables_in_order())
                copy_table(records, writing, table, progress);
            if (with_migrations) copy_table(records, writing, "schema_migration", {});
        });
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
        copy_all(from, *into, true, progress);
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
    copy_all(*from, into, false, progress);
    return {};
}

} // namespace heed::store
