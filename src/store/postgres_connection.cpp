#include "store/postgres_values.hpp"

#include <deque>
#include <libpq-fe.h>

namespace heed::store {

namespace {

[[noreturn]] void lost() { throw ConnectionLost{"the connection to the database broke"}; }

/// All statements go through libpq's pipeline: what nobody waits for travels with the next that
/// somebody waits for. After a failure the server skips the rest of a journey, so nothing is done
/// after what went wrong.
class PostgresConnection final : public Connection {
public:
    explicit PostgresConnection(std::string url) : url_{std::move(url)} { connect(); }
    PostgresConnection(const PostgresConnection&) = delete;
    PostgresConnection& operator=(const PostgresConnection&) = delete;
    ~PostgresConnection() override { PQfinish(server_); }

    void each(const std::string& sql, std::span<const Value> values, const EachRow& tell) override
    {
        if (tell_from_ahead(sql, values, tell)) return;
        const bool may_begin_again = nothing_done_;
        try {
            send(sql, values, Sent{.tell = &tell});
            finish();
        } catch (const ConnectionLost&) {
            if (!may_begin_again || told_) throw;
            begin_again(); // It broke while idle: nothing was under way.
            send(sql, values, Sent{.tell = &tell});
            finish();
        }
    }
    void post(const std::string& sql, std::span<const Value> values) override
    {
        nothing_done_ = false;
        send(sql, values, {});
    }
    void settle() override
    {
        if (!sent_.empty()) finish();
    }
    void ask_ahead(const std::string& sql, std::span<const Value> values) override
    {
        auto& ahead = ahead_.emplace_back(
            std::make_shared<Ahead>(sql, std::vector<Value>{values.begin(), values.end()}));
        send(sql, values, Sent{.ahead = ahead});
    }
    void script(const std::string& sql) override
    {
        settle();
        PQexitPipelineMode(server_);
        const Result result{PQexec(server_, sql.c_str())};
        const bool piped = PQenterPipelineMode(server_) == 1;
        if (!result || !piped) lost();
        const auto status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) raise(result.get());
    }
    void begin_reading() override { begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); }
    // READ COMMITTED: the ledger's head row is the lock that orders writers. Under SERIALIZABLE
    // the snapshot would be older than the lock and most writers would have to try again.
    void begin_writing() override { begin("BEGIN ISOLATION LEVEL READ COMMITTED"); }
    void commit() override
    {
        ahead_.clear();
        if (reads_) { // Nobody waits for the end of a reading.
            send(commit_, {}, {});
            end_journey();
            return;
        }
        settle(); // What was posted and went wrong was certainly not kept.
        try {
            send(commit_, {}, Sent{.must_commit = true});
            finish();
        } catch (const ConnectionLost&) {
            throw OutcomeUnknown{
                "the connection broke in a commit: it is not known whether it was kept"};
        }
    }
    void rollback() noexcept override
    {
        try { // A broken connection is mended at the next beginning.
            ahead_.clear();
            if (!sent_.empty()) end_and_read();
            send(rollback_, {}, {});
            finish();
        } catch (const std::exception&) {
            broken_ = true;
        }
    }
    bool is_postgres() const override { return true; }
    void lock_for_migration() override { script("SELECT pg_advisory_xact_lock(4840012008)"); }

private:
    /// The rows of a question that was asked ahead.
    struct Ahead {
        std::string sql;
        std::vector<Value> values;
        std::vector<Row> rows = {};
        bool answered = false;
    };
    /// What was sent and not yet answered, in order.
    struct Sent {
        const EachRow* tell = nullptr;
        std::shared_ptr<Ahead> ahead = {};
        const std::string* prepares = nullptr; ///< the SQL whose preparation this is
        bool ends_journey = false, must_commit = false;
    };

    void connect()
    {
        PQfinish(server_);
        names_.clear();
        sent_.clear();
        ahead_.clear();
        broken_ = false;
        server_ = PQconnectdb(url_.c_str());
        if (PQstatus(server_) != CONNECTION_OK) throw Fault{"the database cannot be reached"};
        PQsetNoticeProcessor(server_, [](void*, const char*) {}, nullptr);
        // Every statement is prepared and finds its rows by an index, whatever the values: to plan
        // it anew each time costs more than to carry it out.
        const Result set{PQexec(server_,
                                "SET client_encoding = 'UTF8'; SET client_min_messages = warning;"
                                " SET plan_cache_mode = force_generic_plan; SET jit = off;"
                                " SET random_page_cost = 1.1")};
        if (PQresultStatus(set.get()) != PGRES_COMMAND_OK || PQenterPipelineMode(server_) != 1)
            throw Fault{"the database cannot be reached"};
    }
    void begin(const std::string& sql)
    {
        reads_ = sql.ends_with("ONLY");
        begun_ = sql;
        told_ = false;
        ahead_.clear();
        if (broken_ || PQstatus(server_) != CONNECTION_OK) connect();
        nothing_done_ = true;
        send(begun_, {}, {});
    }
    void begin_again()
    {
        connect();
        send(begun_, {}, {});
    }

    void send(const std::string& sql, std::span<const Value> values, const Sent& what)
    {
        const std::string& name = prepared(sql);
        const Parameters parameters{values};
        if (PQsendQueryPrepared(server_, name.c_str(), parameters.count(), parameters.values(),
                                parameters.lengths(), parameters.formats(), 0) != 1)
            lost();
        sent_.push_back(what);
    }
    void end_journey()
    {
        if (PQpipelineSync(server_) != 1) lost();
        sent_.push_back({.ends_journey = true});
    }
    void finish()
    {
        end_journey();
        if (const auto failure = read_answers()) std::rethrow_exception(failure);
        nothing_done_ = false;
    }
    void end_and_read()
    {
        if (!sent_.back().ends_journey) end_journey();
        static_cast<void>(read_answers());
    }

    /// Reads to the end of all journeys, whatever goes wrong: the connection stays usable. Gives
    /// the first failure.
    std::exception_ptr read_answers()
    {
        std::exception_ptr failure;
        while (!sent_.empty()) {
            const Sent what = sent_.front();
            sent_.pop_front();
            if (what.ends_journey) {
                const Result end{PQgetResult(server_)};
                if (PQresultStatus(end.get()) != PGRES_PIPELINE_SYNC) lost();
                continue;
            }
            if (what.tell) PQsetSingleRowMode(server_);
            Row::Names names;
            for (Result result{PQgetResult(server_)}; result; result.reset(PQgetResult(server_))) {
                try {
                    read_part(result.get(), what, names, failure != nullptr);
                } catch (...) {
                    if (!failure) failure = std::current_exception();
                }
            }
            if (PQstatus(server_) != CONNECTION_OK) lost();
        }
        return failure;
    }
    void read_part(PGresult* result, const Sent& what, Row::Names& names, bool failed)
    {
        const auto status = PQresultStatus(result);
        if (status == PGRES_COMMAND_OK) {
            // A transaction that had failed is rolled back by COMMIT, without an error.
            if (what.must_commit && std::string_view{PQcmdStatus(result)} != "COMMIT")
                throw Fault{"the database rolled back what was to be kept"};
        } else if (status == PGRES_TUPLES_OK || status == PGRES_SINGLE_TUPLE) {
            if (failed) return;
            if (what.tell) {
                told_ = true;
                tell_rows(result, names, *what.tell);
            } else if (what.ahead) {
                tell_rows(result, names, [&](const Row& row) { what.ahead->rows.push_back(row); });
            }
        } else {
            if (what.prepares) names_.erase(*what.prepares);
            if (status != PGRES_PIPELINE_ABORTED) raise(result);
            ensure(failed, "PostgreSQL skipped a statement and nothing had gone wrong");
        }
        if (what.ahead) what.ahead->answered = true;
    }

    bool tell_from_ahead(const std::string& sql, std::span<const Value> values, const EachRow& tell)
    {
        const auto found = std::ranges::find_if(ahead_, [&](const auto& ahead) {
            return ahead->sql == sql && std::ranges::equal(ahead->values, values);
        });
        if (found == ahead_.end()) return false;
        if (!(*found)->answered) {
            if (nothing_done_ && !alive_after_asking_ahead()) return false;
            settle();
        }
        const auto ahead = std::move(*found);
        ahead_.erase(found);
        for (const Row& row : ahead->rows) tell(row);
        return true;
    }
    /// Whether what was asked ahead at the very beginning was answered; if the connection had
    /// broken while idle, it is begun again and the question asked as any other.
    bool alive_after_asking_ahead()
    {
        try {
            settle();
            return true;
        } catch (const ConnectionLost&) {
            begin_again();
            return false;
        }
    }

    const std::string& prepared(const std::string& sql)
    {
        const auto found = names_.find(sql);
        if (found != names_.end()) return found->second;
        const auto made = names_.emplace(sql, "s" + std::to_string(++names_made_)).first;
        if (PQsendPrepare(server_, made->second.c_str(), sql.c_str(), 0, nullptr) != 1) lost();
        sent_.push_back({.prepares = &made->first});
        return made->second;
    }

    const std::string commit_ = "COMMIT", rollback_ = "ROLLBACK";
    std::string url_, begun_;
    PGconn* server_ = nullptr;
    std::unordered_map<std::string, std::string> names_;
    std::size_t names_made_ = 0;
    std::deque<Sent> sent_;
    std::vector<std::shared_ptr<Ahead>> ahead_;
    bool reads_ = false;        ///< the transaction only reads
    bool nothing_done_ = false; ///< nothing of the transaction was answered or posted yet
    bool told_ = false;         ///< rows of it were given away
    bool broken_ = false;
};

} // namespace

std::unique_ptr<Connection> connect_postgres(const std::string& url)
{
    return std::make_unique<PostgresConnection>(url);
}

} // namespace heed::store
