#include "http/worker_pool.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <memory>

namespace heed::http {
namespace {

TEST(WorkerPool, DoesEveryJobItTook)
{
    std::atomic<int> done = 0;
    std::latch all{1000};
    WorkerPool pool{4, 1000};
    for (int i = 0; i < 1000; ++i) EXPECT_TRUE(pool.offer([&] { ++done, all.count_down(); }));
    all.wait();
    EXPECT_EQ(done, 1000);
}

TEST(WorkerPool, LetsAsManyWaitAsItWasToldAndNoMore)
{
    std::latch begun{2}, let_go{1}, done{3};
    WorkerPool pool{2, 1};
    const auto job = [&] {
        begun.count_down();
        let_go.wait();
        done.count_down();
    };
    while (!pool.offer(job)) std::this_thread::yield(); // until a worker is there to take it
    while (!pool.offer(job)) std::this_thread::yield();
    begun.wait();
    EXPECT_TRUE(pool.offer([&] { done.count_down(); }));
    bool ran = false;
    EXPECT_FALSE(pool.offer([&] { ran = true; }));
    let_go.count_down();
    done.wait();
    pool.stop();
    EXPECT_FALSE(ran);
}

TEST(WorkerPool, ForgetsWhatWaitsWhenItStops)
{
    const auto held = std::make_shared<int>(7);
    std::latch begun{1}, let_go{1};
    std::atomic<bool> ran = false;
    WorkerPool pool{1, 10};
    while (!pool.offer([&] { begun.count_down(), let_go.wait(); })) std::this_thread::yield();
    begun.wait();
    EXPECT_TRUE(pool.offer([&ran, held] { ran = true; }));
    std::jthread stopper{[&] { pool.stop(); }};
    while (held.use_count() > 1) std::this_thread::yield();
    let_go.count_down();
    stopper.join();
    EXPECT_FALSE(ran);
    EXPECT_FALSE(pool.offer([] {}));
}

} // namespace
} // namespace heed::http
