#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace heed::http {

/// Threads that take jobs in the order offered. A job must not throw.
class WorkerPool {
public:
    using Job = std::move_only_function<void()>;

    WorkerPool(std::size_t workers, std::size_t waiting_max) : waiting_max_{waiting_max}
    {
        for (std::size_t i = 0; i < workers; ++i) threads_.emplace_back([this] { work(); });
    }
    ~WorkerPool() { stop(); }
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False, and the job untouched, when too many wait already or the pool was stopped.
    bool offer(Job&& job)
    {
        {
            const std::lock_guard hold{guard_};
            if (stopped_ || waiting_.size() >= idle_ + waiting_max_) return false;
            waiting_.push_back(std::move(job));
        }
        changed_.notify_one();
        return true;
    }

    /// Forgets the jobs that still wait, lets those begun finish, and comes back after them.
    void stop()
    {
        {
            const std::lock_guard hold{guard_};
            stopped_ = true;
            waiting_.clear();
        }
        changed_.notify_all();
        threads_.clear();
    }

private:
    void work()
    {
        std::unique_lock hold{guard_};
        for (;;) {
            ++idle_;
            changed_.wait(hold, [this] { return stopped_ || !waiting_.empty(); });
            --idle_;
            if (stopped_) return;
            Job job = std::move(waiting_.front());
            waiting_.pop_front();
            hold.unlock();
            job();
            job = nullptr; // what the job held is let go before the next is waited for
            hold.lock();
        }
    }

    const std::size_t waiting_max_;
    std::mutex guard_;
    std::condition_variable changed_;
    std::deque<Job> waiting_;
    std::size_t idle_ = 0;
    bool stopped_ = false;
    std::vector<std::jthread> threads_;
};

} // namespace heed::http
