#include "store/checkpointer.hpp"

#include "core/log.hpp"

namespace heed::store {

namespace {
// Often under load, so that each is short; none while little is written.
constexpr int changes_between = 100;
} // namespace

Checkpointer::~Checkpointer()
{
    {
        const std::lock_guard lock{guard_};
        stopping_ = true;
    }
    due_.notify_one();
    thread_.join();
}

void Checkpointer::note_change()
{
    bool due = false;
    {
        const std::lock_guard lock{guard_};
        due = ++changes_ == changes_between;
    }
    if (due) due_.notify_one();
}

bool Checkpointer::wait_for_changes()
{
    std::unique_lock lock{guard_};
    due_.wait(lock, [&] { return stopping_ || changes_ >= changes_between; });
    changes_ = 0;
    return !stopping_;
}

void Checkpointer::serve()
{
    std::unique_ptr<Connection> connection;
    while (wait_for_changes()) {
        try {
            if (!connection) connection = connect_();
            // Passive: waits for nobody, and nobody for it.
            connection->script("PRAGMA wal_checkpoint(PASSIVE)");
        } catch (const Fault& failure) {
            // Nothing is lost: all of it is in SQLite's log. The writer meets what is wrong, too.
            connection.reset();
            log::failure("store.not_checkpointed", failure);
        }
    }
}

} // namespace heed::store
