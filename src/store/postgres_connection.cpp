#include "store/connection.hpp"

#include <array>
#include <charconv>
#include <libpq-fe.h>

namespace heed::store {

namespace {

struct FreeResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, FreeResult>;

/// What PostgreSQL's SQLSTATE means to the house. The engine's own text may quote a value, so it
/// is passed on only for mistakes in the SQL itself (class 42).
[[noreturn]] void raise(const PGresult* result)
{
    using Kind = Conflict::Kind;
    const char* told = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const std::string state = told ? told : "";
    if (state == "23505") throw Conflict{Kind::unique, "there is one already"};
    if (state == "23503") throw Conflict{Kind::foreign_key, "it names what is not there"};
    if (state == "23514" || state == "P0001")
        throw Conflict{Kind::check, "a check in the database forbids it"};
    if (state == "23502") throw Conflict{Kind::not_null, "a value is missing"};
    if (state == "40001" || state == "40P01" || state == "55P03")
        throw TryAgain{"the database asks to try again"};
    if (state.empty() || state.starts_with("08") || state.starts_with("57P"))
        throw ConnectionLost{"the connection to the database broke"};
    if (state == "53100") throw Fault{"the database's disk is full"};
    if (state.starts_with("42")) {
        const char* text = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
        throw Broken{"SQL that PostgreSQL does not understand: " + std::string{text ? text : ""}};
    }
    throw Fault{"PostgreSQL failed with state " + state};
}

constexpr Oid oid_bytea = 17, oid_int8 = 20, oid_int2 = 21, oid_int4 = 23, oid_numeric = 1700;

Value read_value(const PGresult* result, int row, int column)
{
    if (PQgetisnull(result, row, column)) return nullptr;
    const char* text = PQgetvalue(result, row, column);
    const auto length = static_cast<std::size_t>(PQgetlength(result, row, column));
    switch (PQftype(result, column)) {
    case oid_int2:
    case oid_int4:
    case oid_int8:
    case oid_numeric: { // SUM over whole numbers is numeric
        std::int64_t number = 0;
        const auto read = std::from_chars(text, text + length, number);
        ensure(read.ptr == text + length, "fractions are not stored");
        return number;
    }
    case oid_bytea: {
        std::size_t size = 0;
        unsigned char* raw = PQunescapeBytea(reinterpret_cast<const unsigned char*>(text), &size);
        Blob blob{std::string{reinterpret_cast<char*>(raw), size}};
        PQfreemem(raw);
        return blob;
    }
    default: return std::string{text, length};
    }
}

/// Parameters as libpq wants them: text, or bytes for blobs.
class Parameters {
public:
    explicit Parameters(std::span<const Value> values)
    {
        held_.reserve(values.size());
        for (const Value& value : values) add(value);
    }
    int count() const { return static_cast<int>(pointers_.size()); }
    const char* const* values() const { return pointers_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* formats() const { return formats_.data(); }

private:
    void add(const Value& value)
    {
        const char* pointer = nullptr;
        int length = 0, format = 0;
        if (const auto* text = std::get_if<std::string>(&value)) {
            pointer = text->c_str();
        } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
            held_.push_back(std::to_string(*number));
            pointer = held_.back().c_str();
        } else if (const auto* blob = std::get_if<Blob>(&value)) {
            pointer = blob->bytes.data();
            length = static_cast<int>(blob->bytes.size());
            format = 1;
        }
        pointers_.push_back(pointer);
        lengths_.push_back(length);
        formats_.push_back(format);
    }

    std::vector<std::string> held_; // reserved once: its strings must not move
    std::vector<const char*> pointers_;
    std::vector<int> lengths_, formats_;
};

class PostgresConnection final : public Connection {
public:
    explicit PostgresConnection(std::string url) : url_{std::move(url)} { connect(); }
    PostgresConnection(const PostgresConnection&) = delete;
    PostgresConnection& operator=(const PostgresConnection&) = delete;
    ~PostgresConnection() override { PQfinish(server_); }

    void each(const std::string& sql, std::span<const Value> values, const EachRow& tell) override
    {
        const std::string& name = prepared(sql);
        const Parameters parameters{values};
        const int sent =
            PQsendQueryPrepared(server_, name.c_str(), parameters.count(), parameters.values(),
                                parameters.lengths(), parameters.formats(), 0);
        if (sent != 1) throw ConnectionLost{"the connection to the database broke"};
        PQsetSingleRowMode(server_);
        read_answer(tell);
    }
    void script(const std::string& sql) override
    {
        const Result result{PQexec(server_, sql.c_str())};
        if (!result) throw ConnectionLost{"the connection to the database broke"};
        const auto status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) raise(result.get());
    }
    void begin_reading() override { begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); }
    // READ COMMITTED: the ledger's head row is the lock that orders writers. Under SERIALIZABLE
    // the snapshot would be older than the lock and most writers would have to try again.
    void begin_writing() override { begin("BEGIN ISOLATION LEVEL READ COMMITTED"); }
    void commit() override
    {
        try {
            script("COMMIT");
        } catch (const ConnectionLost&) {
            throw OutcomeUnknown{
                "the connection broke in a commit: it is not known whether it was kept"};
        }
    }
    void rollback() noexcept override
    {
        const Result result{PQexec(server_, "ROLLBACK")};
        static_cast<void>(result); // A broken connection is mended at the next beginning.
    }
    bool is_postgres() const override { return true; }
    void lock_for_migration() override { script("SELECT pg_advisory_xact_lock(4840012008)"); }

private:
    void connect()
    {
        PQfinish(server_);
        names_.clear();
        server_ = PQconnectdb(url_.c_str());
        if (PQstatus(server_) != CONNECTION_OK) throw Fault{"the database cannot be reached"};
        PQsetNoticeProcessor(server_, [](void*, const char*) {}, nullptr);
        script("SET client_encoding = 'UTF8'; SET client_min_messages = warning");
    }
    void begin(const char* sql)
    {
        if (PQstatus(server_) != CONNECTION_OK) connect();
        try {
            script(sql);
        } catch (const ConnectionLost&) { // It broke while idle: nothing was under way.
            connect();
            script(sql);
        }
    }
    void read_answer(const EachRow& tell)
    {
        Row::Names names;
        // The answer is read to its end even when telling fails: the connection stays usable.
        std::exception_ptr failure;
        for (Result result{PQgetResult(server_)}; result; result.reset(PQgetResult(server_))) {
            try {
                read_part(result.get(), names, failure ? EachRow{} : tell);
            } catch (...) {
                if (!failure) failure = std::current_exception();
            }
        }
        if (failure) std::rethrow_exception(failure);
    }
    static void read_part(const PGresult* result, Row::Names& names, const EachRow& tell)
    {
        const auto status = PQresultStatus(result);
        if (status == PGRES_COMMAND_OK) return;
        if (status != PGRES_SINGLE_TUPLE && status != PGRES_TUPLES_OK) raise(result);
        if (!tell) return;
        if (!names) {
            auto found = std::make_shared<std::vector<std::string>>();
            for (int column = 0; column < PQnfields(result); ++column)
                found->emplace_back(PQfname(result, column));
            names = std::move(found);
        }
        for (int row = 0; row < PQntuples(result); ++row) {
            std::vector<Value> values;
            values.reserve(names->size());
            for (int column = 0; column < PQnfields(result); ++column)
                values.push_back(read_value(result, row, column));
            tell(Row{names, std::move(values)});
        }
    }
    const std::string& prepared(const std::string& sql)
    {
        const auto found = names_.find(sql);
        if (found != names_.end()) return found->second;
        const std::string name = "s" + std::to_string(names_.size());
        const Result result{PQprepare(server_, name.c_str(), sql.c_str(), 0, nullptr)};
        if (!result) throw ConnectionLost{"the connection to the database broke"};
        if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) raise(result.get());
        return names_.emplace(sql, name).first->second;
    }

    std::string url_;
    PGconn* server_ = nullptr;
    std::unordered_map<std::string, std::string> names_;
};

} // namespace

std::unique_ptr<Connection> connect_postgres(const std::string& url)
{
    return std::make_unique<PostgresConnection>(url);
}

} // namespace heed::store
