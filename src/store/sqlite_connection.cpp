#include "store/connection.hpp"

#include <cstring>
#include <sqlite3.h>
#include <sys/stat.h>

namespace heed::store {

namespace {

/// What SQLite's answer means to the house. The engine's own text may quote a value, so it is
/// never passed on.
[[noreturn]] void raise(int extended)
{
    using Kind = Conflict::Kind;
    switch (extended) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY: throw Conflict{Kind::unique, "there is one already"};
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        throw Conflict{Kind::foreign_key, "it names what is not there"};
    case SQLITE_CONSTRAINT_CHECK: throw Conflict{Kind::check, "a check in the database forbids it"};
    case SQLITE_CONSTRAINT_NOTNULL: throw Conflict{Kind::not_null, "a value is missing"};
    default: break;
    }
    switch (extended & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: throw TryAgain{"the file is busy"};
    case SQLITE_FULL: throw Fault{"the disk is full"};
    case SQLITE_NOTADB: throw Fault{"the file is not a record, or its key is wrong"};
    case SQLITE_CORRUPT: throw Fault{"the file is damaged"};
    case SQLITE_CANTOPEN: throw Fault{"the file cannot be opened"};
    case SQLITE_READONLY: throw Fault{"the file is read-only"};
    case SQLITE_IOERR: throw Fault{"the disk failed"};
    case SQLITE_CONSTRAINT: throw Conflict{Kind::check, "a trigger in the database forbids it"};
    default: throw Fault{"SQLite failed with code " + std::to_string(extended)};
    }
}

/// A prepared statement, with the place of each `$n` (SQLite takes `$1` for a name, not a number).
class Statement {
public:
    Statement(sqlite3* file, const std::string& sql)
    {
        const int result = sqlite3_prepare_v3(file, sql.data(), static_cast<int>(sql.size()),
                                              SQLITE_PREPARE_PERSISTENT, &handle_, nullptr);
        if (result == SQLITE_ERROR)
            throw Broken{std::string{"SQL that SQLite does not understand: "} +
                         sqlite3_errmsg(file)};
        if (result != SQLITE_OK) raise(sqlite3_extended_errcode(file));
        const int count = sqlite3_bind_parameter_count(handle_);
        for (int at = 1; at <= count; ++at) {
            const char* name = sqlite3_bind_parameter_name(handle_, at);
            ensure(name != nullptr && name[0] == '$', "parameters are written $1, $2 …");
            numbers_.push_back(static_cast<std::size_t>(std::stoul(name + 1)));
        }
        auto names = std::make_shared<std::vector<std::string>>();
        for (int column = 0; column < sqlite3_column_count(handle_); ++column)
            names->emplace_back(sqlite3_column_name(handle_, column));
        names_ = std::move(names);
    }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement() { sqlite3_finalize(handle_); }

    void bind(std::span<const Value> values)
    {
        for (std::size_t place = 0; place < numbers_.size(); ++place) {
            ensure(numbers_[place] >= 1 && numbers_[place] <= values.size(),
                   "SQL asks for more parameters than it was given");
            bind_one(static_cast<int>(place) + 1, values[numbers_[place] - 1]);
        }
    }
    int step() { return sqlite3_step(handle_); }
    void reset()
    {
        sqlite3_reset(handle_);
        sqlite3_clear_bindings(handle_);
    }
    Row row() const
    {
        std::vector<Value> values;
        values.reserve(names_->size());
        for (int column = 0; column < static_cast<int>(names_->size()); ++column)
            values.push_back(value(column));
        return Row{names_, std::move(values)};
    }

private:
    void bind_one(int at, const Value& value)
    {
        if (std::holds_alternative<std::nullptr_t>(value)) {
            sqlite3_bind_null(handle_, at);
        } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
            sqlite3_bind_int64(handle_, at, *number);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            sqlite3_bind_text64(handle_, at, text->data(), text->size(), SQLITE_STATIC,
                                SQLITE_UTF8);
        } else if (const auto* blob = std::get_if<Blob>(&value)) {
            sqlite3_bind_blob64(handle_, at, blob->bytes.data(), blob->bytes.size(), SQLITE_STATIC);
        }
    }
    Value value(int column) const
    {
        const auto bytes = [&](const void* from) {
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_, column));
            return size == 0 ? std::string{} : std::string{static_cast<const char*>(from), size};
        };
        switch (sqlite3_column_type(handle_, column)) {
        case SQLITE_NULL: return nullptr;
        case SQLITE_INTEGER:
            return static_cast<std::int64_t>(sqlite3_column_int64(handle_, column));
        case SQLITE_TEXT: return bytes(sqlite3_column_text(handle_, column));
        case SQLITE_BLOB: return Blob{bytes(sqlite3_column_blob(handle_, column))};
        default: throw Broken{"fractions are not stored"};
        }
    }

    sqlite3_stmt* handle_ = nullptr;
    std::vector<std::size_t> numbers_;
    Row::Names names_;
};

class SqliteConnection final : public Connection {
public:
    explicit SqliteConnection(const SqliteOptions& options)
    {
        const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
        sqlite3* file = nullptr;
        const int opened = sqlite3_open_v2(options.path.c_str(), &file, flags, nullptr);
        file_.reset(file); // Also when it failed: what it holds then must be given back.
        if (opened != SQLITE_OK) raise(opened);
        sqlite3_extended_result_codes(file_.get(), 1);
        // Tried six times by the writer: whoever rings waits about nine seconds to be told that
        // it could not be checked.
        sqlite3_busy_timeout(file_.get(), 1'500);
        sqlite3_db_config(file_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(file_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        if (!options.key_hex.empty())
            script("PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'" + options.key_hex + "'\"");
        script("PRAGMA journal_mode = WAL; PRAGMA synchronous = " + options.synchronous +
               "; PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON;"
               " PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 16000;");
        if (options.read_only) script("PRAGMA query_only = ON");
        // Only its owner may read the file (the WAL and its index take the same rights).
        ::chmod(options.path.c_str(), S_IRUSR | S_IWUSR);
    }

    void each(const std::string& sql, std::span<const Value> values, const EachRow& tell) override
    {
        Statement& statement = prepared(sql);
        struct Reset {
            Statement& statement;
            ~Reset() { statement.reset(); }
        } const reset{statement};
        statement.bind(values);
        int result = statement.step();
        for (; result == SQLITE_ROW; result = statement.step()) tell(statement.row());
        if (result != SQLITE_DONE) raise(sqlite3_extended_errcode(file_.get()));
    }
    void post(const std::string& sql, std::span<const Value> values) override
    {
        each(sql, values, [](const Row&) {});
    }
    void settle() override {}
    void ask_ahead(const std::string&, std::span<const Value>) override {}
    void script(const std::string& sql) override
    {
        const int result = sqlite3_exec(file_.get(), sql.c_str(), nullptr, nullptr, nullptr);
        if (result == SQLITE_ERROR)
            throw Broken{std::string{"SQL that SQLite does not understand: "} +
                         sqlite3_errmsg(file_.get())};
        if (result != SQLITE_OK) raise(sqlite3_extended_errcode(file_.get()));
    }
    void begin_reading() override
    {
        each("BEGIN", {}, [](const Row&) {});
    }
    // IMMEDIATE: a transaction that reads first and writes later could otherwise fail as busy.
    void begin_writing() override
    {
        each("BEGIN IMMEDIATE", {}, [](const Row&) {});
    }
    void commit() override
    {
        try {
            each("COMMIT", {}, [](const Row&) {});
        } catch (const TryAgain&) {
            throw; // Busy before anything was written: it did not happen.
        } catch (const Fault&) {
            // A commit that reports an I/O error may have reached the disk all the same.
            throw OutcomeUnknown{"the commit failed half-way: it is not known whether it was kept"};
        }
    }
    void rollback() noexcept override
    {
        try {
            if (sqlite3_get_autocommit(file_.get()) == 0) each("ROLLBACK", {}, [](const Row&) {});
        } catch (const std::exception&) {
            statements_.clear(); // SQLite has rolled back by itself; nothing is left to undo.
        }
    }
    bool is_postgres() const override { return false; }
    void lock_for_migration() override {} // BEGIN IMMEDIATE is the lock.

private:
    Statement& prepared(const std::string& sql)
    {
        const auto found = statements_.find(sql);
        if (found != statements_.end()) return *found->second;
        return *statements_.emplace(sql, std::make_unique<Statement>(file_.get(), sql))
                    .first->second;
    }

    struct Close {
        void operator()(sqlite3* file) const { sqlite3_close_v2(file); }
    };
    std::unique_ptr<sqlite3, Close> file_; // before its statements, which go first
    std::unordered_map<std::string, std::unique_ptr<Statement>> statements_;
};

} // namespace

std::unique_ptr<Connection> connect_sqlite(const SqliteOptions& options)
{
    return std::make_unique<SqliteConnection>(options);
}

} // namespace heed::store
