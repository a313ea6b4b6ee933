#pragma once

#include "store/reader_pool.hpp"

#include <deque>
#include <thread>

namespace heed::store {

/// The one who writes. Changes that wait together are carried out one after another inside one
/// transaction, each behind its own savepoint, and share its commit: with many at work the cost
/// of making things durable is paid once for all of them.
class Writer {
public:
    /// `work` says whether what it did is to be kept; it may be run again from its beginning.
    using Work = std::function<bool(Transaction&)>;

    Writer(Connect connect, std::size_t batch_max);
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    ~Writer();

    /// Returns when the work is durable or was rolled back; throws what the work or commit threw.
    void run(const Work& work);
    bool is_postgres() const { return is_postgres_; }

private:
    struct Waiting {
        const Work* work;
        std::exception_ptr failure;
        bool kept = false, done = false;
        bool collided = false; ///< with a unique key that somebody else wrote first
        std::condition_variable finished;
    };
    using Batch = std::vector<Waiting*>;

    void serve();
    void carry_out(const Batch& batch);
    void try_once(const Batch& batch);
    void do_one(Waiting& waiting, bool behind_savepoint);
    void fail_all(const Batch& batch, const std::exception_ptr& failure);

    Connect connect_;
    std::size_t batch_max_;
    std::unique_ptr<Connection> connection_;
    bool is_postgres_ = false;
    std::mutex guard_;
    std::condition_variable arrived_;
    std::deque<Waiting*> line_;
    bool stopping_ = false;
    std::thread thread_;
};

} // namespace heed::store
