#pragma once

#include "store/records.hpp"

#include <condition_variable>
#include <mutex>

namespace heed::store {

using Connect = std::function<std::unique_ptr<Connection>()>;

/// Connections for reading, opened as they are needed up to a limit; a reader beyond it waits.
class ReaderPool {
public:
    ReaderPool(Connect connect, std::size_t limit) : connect_{std::move(connect)}, limit_{limit} {}

    void run(const std::function<void(Snapshot&)>& work);

private:
    std::unique_ptr<Connection> take();
    void give_back(std::unique_ptr<Connection> connection);

    Connect connect_;
    std::size_t limit_;
    std::mutex guard_;
    std::condition_variable freed_;
    std::vector<std::unique_ptr<Connection>> idle_;
    std::size_t open_ = 0;
};

} // namespace heed::store
