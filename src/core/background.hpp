#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace heed {

/// Work that is done now and then beside the requests, on a thread of its own, until this goes out
/// of scope. What it throws is logged, and it is tried again the next time.
class Background {
public:
    Background(std::function<void()> work, std::chrono::milliseconds every);
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;
    ~Background();

private:
    void run(const std::stop_token& stopping);

    std::function<void()> work_;
    std::chrono::milliseconds every_;
    std::mutex guard_;
    std::condition_variable_any woken_;
    std::jthread thread_;
};

} // namespace heed
