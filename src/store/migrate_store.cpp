#include "store/migrate.hpp"

#include "core/digest.hpp"
#include "core/text.hpp"

#include <array>

namespace heed::store {

namespace {

struct Spelling {
    std::string_view word, sqlite, postgres;
};

// PostgreSQL's text is compared byte by byte, as SQLite's is, whatever the database's locale.
constexpr std::array spellings{
    Spelling{"{{text}}", "TEXT", "TEXT COLLATE \"C\""},
    Spelling{"{{int}}", "INTEGER", "BIGINT"},
    Spelling{"{{blob}}", "BLOB", "BYTEA"},
    Spelling{"{{strict}}", "STRICT", ""},
};

std::string spelled(std::string_view file, bool for_postgres)
{
    std::string text;
    bool taken = true;
    for (std::size_t at = 0; at < file.size();) {
        const auto end = std::min(file.find('\n', at), file.size());
        const auto line = file.substr(at, end - at);
        at = end + 1;
        if (line == "--@both")
            taken = true;
        else if (line == "--@sqlite")
            taken = !for_postgres;
        else if (line == "--@postgres")
            taken = for_postgres;
        else if (taken)
            text.append(line).push_back('\n');
    }
    for (const Spelling& spelling : spellings) {
        const auto with = for_postgres ? spelling.postgres : spelling.sqlite;
        for (auto at = text.find(spelling.word); at != std::string::npos;
             at = text.find(spelling.word, at + with.size()))
            text.replace(at, spelling.word.size(), with);
    }
    return text;
}

int version_of(const Embedded& file)
{
    int version = 0;
    const auto figures = file.name.substr(0, 4);
    std::from_chars(figures.begin(), figures.end(), version);
    ensure(version > 0, "a migration's name begins with its four-figure number");
    return version;
}

bool has_schema_table(Records& records, bool for_postgres)
{
    return for_postgres
               ? records.row("SELECT 1 AS found WHERE to_regclass('schema_migration') IS NOT NULL")
                     .has_value()
               : records
                     .row("SELECT 1 AS found FROM sqlite_master WHERE type = 'table' AND name = "
                          "'schema_migration'")
                     .has_value();
}

const std::string create_schema_table = R"sql(
    CREATE TABLE schema_migration (
        version BIGINT NOT NULL PRIMARY KEY,
        name    TEXT NOT NULL,
        sha256  TEXT NOT NULL,
        at      TEXT NOT NULL))sql";

void check_unchanged(const Row& applied, const Embedded& file)
{
    ensure(applied.text("sha256") == sha256_hex(file.bytes),
           "a migration was edited after it had been applied");
}

} // namespace

std::span<const Embedded> migrations() { return migration_files::embedded_files(); }

std::vector<std::string> record_tables(std::span<const Embedded> files)
{
    static constexpr std::string_view mark = "--@record ";
    std::vector<std::string> tables;
    for (const Embedded& file : files)
        for (const auto line : split(file.bytes, '\n'))
            if (line.starts_with(mark)) tables.emplace_back(trimmed(line.substr(mark.size())));
    return tables;
}

Schema schema_of(Database& database)
{
    return database.read([&](Snapshot& records) -> Schema {
        if (!has_schema_table(records, database.is_postgres())) return {};
        const auto top = records.row("SELECT max(version) AS version FROM schema_migration");
        const int version = static_cast<int>(top->maybe_integer("version").value_or(0));
        return {version, version > version_of(migrations().back())};
    });
}

Outcome<int> migrate(Database& database, std::span<const Embedded> files, Moment now)
{
    return database.write([&](Transaction& records) -> Outcome<int> {
        const bool for_postgres = database.is_postgres();
        records.lock_for_migration();
        if (!has_schema_table(records, for_postgres)) records.execute(create_schema_table);
        std::map<std::int64_t, Row> applied;
        for (const Row& row : records.rows("SELECT version, sha256 FROM schema_migration"))
            applied.emplace(row.integer("version"), row);
        if (!applied.empty() && applied.rbegin()->first > version_of(files.back()))
            return refuse(RefusalCode::newer_record);
        int count = 0;
        for (const Embedded& file : files) {
            const int version = version_of(file);
            if (const auto found = applied.find(version); found != applied.end()) {
                check_unchanged(found->second, file);
                continue;
            }
            records.script(spelled(file.bytes, for_postgres));
            records.execute("INSERT INTO schema_migration (version, name, sha256, at)"
                            " VALUES ($1, $2, $3, $4)",
                            version, file.name, sha256_hex(file.bytes), now);
            ++count;
        }
        return count;
    });
}

} // namespace heed::store
