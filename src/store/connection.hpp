#pragma once

#include "store/row.hpp"

#include <functional>
#include <span>

namespace heed::store {

/// The engine said no for a reason of the data, not of the world.
class Conflict : public Fault {
public:
    enum class Kind { unique, foreign_key, check, not_null };
    Conflict(Kind kind, const char* what) : Fault{what}, kind_{kind} {}
    Kind kind() const { return kind_; }

private:
    Kind kind_;
};

/// The engine asks to try the whole transaction again: busy, deadlock, cannot serialise.
class TryAgain : public Fault {
public:
    using Fault::Fault;
};

/// The connection broke before a commit was asked for: nothing was changed, and it may be tried
/// again on a fresh one.
class ConnectionLost : public TryAgain {
public:
    using TryAgain::TryAgain;
};

/// The commit was asked for and the answer never came: it may have happened. Only the caller's
/// idempotency key can tell (ARCHITECTURE.md, "Retries").
class OutcomeUnknown : public Fault {
public:
    using Fault::Fault;
};

/// One conversation with one engine; used by one thread at a time. SQL has `$1 … $n`.
class Connection {
public:
    using EachRow = std::function<void(const Row&)>;

    virtual ~Connection() = default;
    virtual void each(const std::string& sql, std::span<const Value> values,
                      const EachRow& tell) = 0;
    /// A statement whose rows nobody asks for. It may only be sent, together with the next that is
    /// waited for: what goes wrong with it is thrown there, or by settle() or commit().
    virtual void post(const std::string& sql, std::span<const Value> values) = 0;
    /// Returns when all that was posted is done.
    virtual void settle() = 0;
    /// A question that each() will soon ask in the same words: it may be sent now, so that many
    /// are answered in one journey. Where journeys cost nothing, nothing is done.
    virtual void ask_ahead(const std::string& sql, std::span<const Value> values) = 0;
    /// Several statements without parameters: migrations.
    virtual void script(const std::string& sql) = 0;
    virtual void begin_reading() = 0;
    virtual void begin_writing() = 0;
    virtual void commit() = 0;
    /// Never throws: what cannot be rolled back is closed.
    virtual void rollback() noexcept = 0;
    virtual bool is_postgres() const = 0;
    /// Held until the transaction ends: only one process migrates at a time.
    virtual void lock_for_migration() = 0;
};

struct SqliteOptions {
    std::string path;
    std::string key_hex;             ///< 64 hex digits: the file is encrypted; empty: it is not
    std::string synchronous{"FULL"}; ///< anything else loses acknowledged work: control runs only
    bool read_only = false;
};

std::unique_ptr<Connection> connect_sqlite(const SqliteOptions& options);
std::unique_ptr<Connection> connect_postgres(const std::string& url);

} // namespace heed::store
