#include "store/writer.hpp"

#include <chrono>

namespace heed::store {

namespace {
constexpr int tries_max = 6;
const std::string savepoint = "SAVEPOINT one_change";
const std::string release = "RELEASE SAVEPOINT one_change";
const std::string roll_back_to = "ROLLBACK TO SAVEPOINT one_change";

/// One of the batch has to be left out, and there is no savepoint to go back to.
struct MustUndoOne {};
} // namespace

Writer::Writer(Connect connect, std::size_t batch_max)
    : connect_{std::move(connect)}, batch_max_{batch_max}, connection_{connect_()},
      is_postgres_{connection_->is_postgres()}, thread_{[this] { serve(); }}
{
}

Writer::~Writer()
{
    {
        const std::lock_guard lock{guard_};
        stopping_ = true;
    }
    arrived_.notify_one();
    thread_.join();
}

void Writer::run(const Work& work)
{
    Waiting waiting{.work = &work};
    bool first = false;
    {
        const std::lock_guard lock{guard_};
        first = line_.empty();
        line_.push_back(&waiting);
    }
    if (first) arrived_.notify_one();
    waiting.finished->acquire();
    if (waiting.failure) std::rethrow_exception(waiting.failure);
}

void Writer::serve()
{
    for (;;) {
        Batch batch;
        {
            std::unique_lock lock{guard_};
            arrived_.wait(lock, [&] { return stopping_ || !line_.empty(); });
            if (line_.empty()) return;
            while (!line_.empty() && batch.size() < batch_max_) {
                batch.push_back(line_.front());
                line_.pop_front();
            }
        }
        carry_out(batch);
        for (Waiting* waiting : batch) {
            const auto finished = waiting->finished; // Once it is told, it may be gone.
            finished->release();
        }
    }
}

void Writer::carry_out(const Batch& batch)
{
    Undo undo = Undo::all_together;
    for (int attempt = 1;; ++attempt) {
        try {
            for (Waiting* waiting : batch) waiting->failure = nullptr;
            try_once(batch, undo);
            // Another node may have put the same key there a moment before: the second time the
            // work sees it, and answers as the work should.
            for (Waiting* waiting : batch)
                if (waiting->collided) try_once({waiting}, Undo::one_by_one);
            return;
        } catch (const MustUndoOne&) {
            connection_->rollback();
            undo = Undo::one_by_one;
            --attempt;
        } catch (const TryAgain&) {
            if (connection_) connection_->rollback();
            if (attempt == tries_max) return fail_all(batch, std::current_exception());
            // Grows by doubling: 2, 4, 8 … milliseconds.
            std::this_thread::sleep_for(std::chrono::milliseconds{1 << attempt});
        } catch (...) {
            // The commit failed or the connection cannot be trusted: start on a fresh one.
            fail_all(batch, std::current_exception());
            connection_.reset();
            return;
        }
    }
}

void Writer::try_once(const Batch& batch, Undo undo)
{
    if (!connection_) connection_ = connect_();
    connection_->begin_writing();
    Shared shared;
    for (Waiting* waiting : batch) {
        waiting->kept = waiting->collided = false;
        waiting->failure = nullptr;
        if (undo == Undo::all_together)
            do_one(*waiting, shared);
        else
            do_one_behind_savepoint(*waiting, shared);
    }
    if (std::ranges::none_of(batch, [](const Waiting* waiting) { return waiting->kept; }))
        return connection_->rollback();
    try {
        if (shared.before_commit) {
            Transaction records{*connection_, shared};
            shared.before_commit(records);
        }
        connection_->settle();
    } catch (const Conflict&) {
        if (undo == Undo::all_together) throw MustUndoOne{}; // One of them, and not known which.
        throw;
    }
    connection_->commit();
}

void Writer::do_one(Waiting& waiting, Shared& shared)
{
    Transaction records{*connection_, shared};
    try {
        work_on(waiting, records);
    } catch (const Conflict&) {
        throw MustUndoOne{}; // Perhaps of one that was before it.
    } catch (const TryAgain&) {
        throw;
    } catch (...) {
        waiting.kept = false;
        waiting.failure = std::current_exception();
    }
    if (!waiting.kept && records.wrote()) throw MustUndoOne{};
}

void Writer::do_one_behind_savepoint(Waiting& waiting, Shared& shared)
{
    const Shared before = shared;
    connection_->post(savepoint, {});
    Transaction records{*connection_, shared};
    try {
        work_on(waiting, records);
        connection_->settle();
    } catch (const TryAgain&) {
        throw; // The whole batch begins again.
    } catch (const Conflict& conflict) {
        waiting.kept = false;
        waiting.collided = conflict.kind() == Conflict::Kind::unique;
        waiting.failure = std::current_exception();
    } catch (...) {
        waiting.kept = false;
        waiting.failure = std::current_exception();
    }
    if (!waiting.kept) {
        shared = before;
        connection_->post(roll_back_to, {});
    }
    connection_->post(release, {});
}

void Writer::work_on(Waiting& waiting, Transaction& records)
{
    waiting.kept = (*waiting.work)(records);
    ensure(!waiting.kept || records.may_commit(),
           "a change would be committed without its ledger entry");
}

void Writer::fail_all(const Batch& batch, const std::exception_ptr& failure)
{
    // A change that had already failed by itself keeps its own reason.
    for (Waiting* waiting : batch)
        if (!waiting->failure) waiting->failure = failure;
}

} // namespace heed::store
