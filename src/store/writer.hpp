#pragma once

#include "store/reader_pool.hpp"

#include <deque>
#include <semaphore>
#include <thread>

namespace heed::store {

/// The one who writes. Changes that wait together are carried out one after another inside one
/// transaction and share its commit: with many at work the cost of making things durable is paid
/// once for all of them. When one of them has to be undone, all begin again, each behind its own
/// savepoint: it alone is then left out.
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
        bool kept = false;
        bool collided = false; ///< with a unique key that somebody else wrote first
        /// Held by both sides: whoever waited may be gone before the other has let go of it.
        std::shared_ptr<std::binary_semaphore> finished =
            std::make_shared<std::binary_semaphore>(0);
    };
    using Batch = std::vector<Waiting*>;

    void serve();
    void carry_out(const Batch& batch);
    enum class Undo { all_together, one_by_one };
    void try_once(const Batch& batch, Undo undo);
    void do_one(Waiting& waiting, Shared& shared);
    void do_one_behind_savepoint(Waiting& waiting, Shared& shared);
    void work_on(Waiting& waiting, Transaction& records);
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
