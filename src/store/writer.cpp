#include "store/writer.hpp"

#include <chrono>

namespace heed::store {

namespace {
constexpr int tries_max = 6;
const std::string savepoint = "SAVEPOINT one_change";
const std::string release = "RELEASE SAVEPOINT one_change";
const std::string roll_back_to = "ROLLBACK TO SAVEPOINT one_change";
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
    std::unique_lock lock{guard_};
    line_.push_back(&waiting);
    arrived_.notify_one();
    waiting.finished.wait(lock, [&] { return waiting.done; });
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
        const std::lock_guard lock{guard_};
        for (Waiting* waiting : batch) {
            waiting->done = true;
            waiting->finished.notify_one();
        }
    }
}

void Writer::carry_out(const Batch& batch)
{
    for (int attempt = 1;; ++attempt) {
        try {
            for (Waiting* waiting : batch) waiting->failure = nullptr;
            try_once(batch);
            // Another node may have put the same key there a moment before: the second time the
            // work sees it, and answers as the work should.
            for (Waiting* waiting : batch)
                if (waiting->collided) try_once({waiting});
            return;
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

void Writer::try_once(const Batch& batch)
{
    if (!connection_) connection_ = connect_();
    connection_->begin_writing();
    const bool shared = batch.size() > 1;
    for (Waiting* waiting : batch) do_one(*waiting, shared);
    const bool anything_kept =
        std::ranges::any_of(batch, [](const Waiting* waiting) { return waiting->kept; });
    if (anything_kept)
        connection_->commit();
    else
        connection_->rollback();
}

void Writer::do_one(Waiting& waiting, bool behind_savepoint)
{
    const auto ignore = [](const Row&) {};
    if (behind_savepoint) connection_->each(savepoint, {}, ignore);
    Transaction records{*connection_};
    waiting.kept = waiting.collided = false;
    try {
        waiting.failure = nullptr;
        waiting.kept = (*waiting.work)(records);
        ensure(!waiting.kept || records.may_commit(),
               "a change would be committed without its ledger entry");
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
    if (!behind_savepoint) return;
    if (!waiting.kept) connection_->each(roll_back_to, {}, ignore);
    connection_->each(release, {}, ignore);
}

void Writer::fail_all(const Batch& batch, const std::exception_ptr& failure)
{
    // A change that had already failed by itself keeps its own reason.
    for (Waiting* waiting : batch)
        if (!waiting->failure) waiting->failure = failure;
}

} // namespace heed::store
