#pragma once

#include "store/connection.hpp"

#include <any>
#include <vector>

namespace heed::store {

/// A column of a row that is inserted, and what it holds.
struct Column {
    const char* name;
    Value value;

    template <class T>
    Column(const char* column, T&& holds) : name{column}, value{to_value(std::forward<T>(holds))}
    {
    }
};

/// The record as one moment left it: what a reader may do. Every answer given through one
/// Records is of the same moment.
class Records {
public:
    virtual ~Records() = default;
    Records(const Records&) = delete;
    Records& operator=(const Records&) = delete;

    template <class... Arguments>
    std::vector<Row> rows(const std::string& sql, Arguments&&... arguments)
    {
        std::vector<Row> found;
        each(sql, {to_value(std::forward<Arguments>(arguments))...},
             [&](const Row& row) { found.push_back(row); });
        return found;
    }
    /// The only row, or nothing. More than one is Broken: the SQL should have said which.
    template <class... Arguments>
    std::optional<Row> row(const std::string& sql, Arguments&&... arguments)
    {
        auto found = rows(sql, std::forward<Arguments>(arguments)...);
        ensure(found.size() <= 1, "one row was wanted and several came");
        if (found.empty()) return std::nullopt;
        return std::move(found.front());
    }
    /// One row after another without holding them all: for what may be millions.
    void each(const std::string& sql, const std::vector<Value>& values,
              const Connection::EachRow& tell)
    {
        if (asks_ahead_)
            connection_.ask_ahead(sql, values);
        else
            connection_.each(sql, values, tell);
    }
    /// Lets an engine that is far away be asked many things in one journey: `asking` puts the
    /// questions that will soon be put again, and gets no rows. It reads and does nothing else.
    template <class Asking> void ahead(Asking&& asking)
    {
        if (!connection_.is_postgres()) return;
        asks_ahead_ = true;
        asking();
        asks_ahead_ = false;
    }

protected:
    explicit Records(Connection& connection) : connection_{connection} {}
    Connection& connection_;

private:
    bool asks_ahead_ = false;
};

/// Reads only, never waits for a writer, and makes no writer wait.
class Snapshot final : public Records {
public:
    explicit Snapshot(Connection& connection) : Records{connection} {}
};

/// A row as a change left it, for the ledger: table, id, and its columns as canonical JSON.
struct Image {
    std::string table, id, json;
};

class Transaction;

/// What is known of one transaction of the engine, in which several changes may follow one
/// another. A room keeps there what it would otherwise read and write for each of them.
struct Shared {
    std::any kept;
    void (*before_commit)(Transaction&) = nullptr; ///< writes what was kept
};

/// Reads and writes; all of it happens or none. Will not commit while a change, or a right that
/// was used, has no ledger entry.
class Transaction final : public Records {
public:
    Transaction(Connection& connection, Shared& shared) : Records{connection}, shared_{shared} {}

    /// Changes rows of the record: an INSERT or UPDATE without RETURNING. Every table so changed
    /// has a text key `id`. The rows come back as they now stand, and their images wait for the
    /// ledger entry that tells of them.
    template <class... Arguments>
    std::vector<Row> change(std::string_view table, const std::string& sql,
                            Arguments&&... arguments)
    {
        auto changed = rows(sql + " RETURNING *", std::forward<Arguments>(arguments)...);
        for (const Row& row : changed) remember(table, row);
        wrote_ = true;
        return changed;
    }
    /// The same for one new row, told as all of its columns: nobody waits for the engine.
    void insert(std::string_view table, std::initializer_list<Column> columns);
    /// Changes what is not the record: sessions, drafts, queues, the ledger itself. Leaves no
    /// image. Gives the number of rows only through RETURNING and rows().
    template <class... Arguments> void execute(const std::string& sql, Arguments&&... arguments)
    {
        const std::initializer_list<Value> values{to_value(std::forward<Arguments>(arguments))...};
        post(sql, {values.begin(), values.size()});
    }
    void post(const std::string& sql, std::span<const Value> values)
    {
        wrote_ = true;
        connection_.post(sql, values);
    }

    /// For the ledger: takes the images that wait and clears the debt.
    std::vector<Image> take_images();
    /// For permission: a right was used here, and an entry must say so.
    void owe_entry() { owes_entry_ = true; }
    /// For migrations alone.
    void lock_for_migration() { connection_.lock_for_migration(); }
    void script(const std::string& sql) { connection_.script(sql); }

    bool may_commit() const { return images_.empty() && !owes_entry_; }
    /// Whether anything was written, so that leaving it out would have to undo something.
    bool wrote() const { return wrote_; }
    /// For the ledger: what the changes of one commit share.
    Shared& shared() { return shared_; }

private:
    void remember(std::string_view table, const Row& row);

    Shared& shared_;

    std::vector<Image> images_;
    bool owes_entry_ = false, wrote_ = false;
};

/// A row as canonical JSON: columns in order of name, text quoted, blobs in hex.
std::string canonical_json(const Row& row);

} // namespace heed::store
