#pragma once

#include "core/outcome.hpp"
#include "store/records.hpp"

#include <future>
#include <string>
#include <type_traits>

namespace heed::store {

struct Options {
    std::string key_hex;                    ///< for an encrypted file; ignored by PostgreSQL
    std::string sqlite_synchronous{"FULL"}; ///< control runs of the power-cut test only
    std::size_t readers = 8;                ///< connections for reading, opened as they are needed
    std::size_t batch_max = 64;             ///< changes that one commit may carry
};

/// The record's home: an SQLite file or a PostgreSQL database. Safe from any thread.
///
/// Readers take snapshots side by side. Writers wait in one line: a single thread carries their
/// work out, and several that wait together share one commit (each is still all or nothing by
/// itself). A change is durable when write() returns.
class Database {
public:
    /// `url` is a path, or `postgresql://…`. A Fault when it cannot be opened.
    static std::unique_ptr<Database> open(const std::string& url, const Options& options = {});
    virtual ~Database() = default;

    /// Runs `work(Snapshot&)` and gives what it gives.
    template <class Work> auto read(Work&& work)
    {
        using Given = std::invoke_result_t<Work, Snapshot&>;
        if constexpr (std::is_void_v<Given>) {
            run_reading([&](Snapshot& snapshot) { work(snapshot); });
        } else {
            std::optional<Given> given;
            run_reading([&](Snapshot& snapshot) { given.emplace(work(snapshot)); });
            return *std::move(given);
        }
    }

    /// Runs `work(Transaction&)`, which may be run again from its beginning when the engine asks
    /// for it, so it must not change anything outside the record. Commits when it returns a value,
    /// rolls back when it returns a refusal or throws. OutcomeUnknown when the commit's answer
    /// never came.
    template <class Work> auto write(Work&& work)
    {
        using Given = std::invoke_result_t<Work, Transaction&>;
        if constexpr (std::is_void_v<Given>) {
            run_writing([&](Transaction& records) {
                work(records);
                return true;
            });
        } else {
            std::optional<Given> given;
            run_writing([&](Transaction& records) {
                given.emplace(work(records));
                return keeps(*given);
            });
            return *std::move(given);
        }
    }

    virtual bool is_postgres() const = 0;

protected:
    using Reading = std::function<void(Snapshot&)>;
    using Writing = std::function<bool(Transaction&)>; ///< whether what was done is to be kept
    virtual void run_reading(const Reading& work) = 0;
    virtual void run_writing(const Writing& work) = 0;

private:
    template <class Given> static bool keeps(const Given&) { return true; }
    template <class T> static bool keeps(const Outcome<T>& outcome) { return outcome.has_value(); }
};

/// Whether a URL names a PostgreSQL database rather than a file.
bool names_postgres(std::string_view url);

} // namespace heed::store
