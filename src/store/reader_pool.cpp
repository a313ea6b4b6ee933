#include "store/reader_pool.hpp"

namespace heed::store {

std::unique_ptr<Connection> ReaderPool::take()
{
    {
        std::unique_lock lock{guard_};
        freed_.wait(lock, [&] { return !idle_.empty() || open_ < limit_; });
        if (!idle_.empty()) {
            auto connection = std::move(idle_.back());
            idle_.pop_back();
            return connection;
        }
        ++open_;
    }
    try {
        return connect_();
    } catch (...) {
        give_back(nullptr);
        throw;
    }
}

void ReaderPool::give_back(std::unique_ptr<Connection> connection)
{
    const std::lock_guard lock{guard_};
    if (connection)
        idle_.push_back(std::move(connection));
    else
        --open_;
    freed_.notify_one();
}

void ReaderPool::run(const std::function<void(Snapshot&)>& work)
{
    std::unique_ptr<Connection> connection = take();
    struct GiveBack {
        ReaderPool& pool;
        std::unique_ptr<Connection>& connection;
        ~GiveBack() { pool.give_back(std::move(connection)); }
    } const give_back{*this, connection};
    try {
        connection->begin_reading();
        Snapshot snapshot{*connection};
        work(snapshot);
        connection->commit();
    } catch (const ConnectionLost&) {
        connection.reset();
        throw;
    } catch (...) {
        connection->rollback();
        throw;
    }
}

} // namespace heed::store
