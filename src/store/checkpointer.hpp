#pragma once

#include "store/connection.hpp"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace heed::store {

/// Moves what was committed from SQLite's log into the file, on a thread and a connection of its
/// own: the writer would have to stop for it, and everybody who waits in its line. The writer still
/// does it when the log grows too long, and then has little left to move.
class Checkpointer {
public:
    explicit Checkpointer(std::function<std::unique_ptr<Connection>()> connect)
        : connect_{std::move(connect)}, thread_{[this] { serve(); }}
    {
    }
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;
    ~Checkpointer();

    /// One more change was committed.
    void note_change();

private:
    void serve();
    /// False when it was told to stop.
    bool wait_for_changes();

    std::function<std::unique_ptr<Connection>()> connect_;
    std::mutex guard_;
    std::condition_variable due_;
    int changes_ = 0;
    bool stopping_ = false;
    std::thread thread_; // last: it uses the others
};

} // namespace heed::store
