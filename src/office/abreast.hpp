#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace heed {

/// Calls `work(i)` for each i below `count`, on this thread and so many others that the machine's
/// cores are all used. Returns when all is done; what one of them throws is thrown again here.
template <class Work> void abreast(std::size_t count, const Work& work)
{
    std::atomic<std::size_t> next{0};
    std::mutex guard;
    std::exception_ptr failure;
    const auto go = [&] {
        try {
            for (std::size_t i = next++; i < count; i = next++) work(i);
        } catch (...) {
            next = count;
            const std::scoped_lock lock{guard};
            if (!failure) failure = std::current_exception();
        }
    };
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    {
        std::vector<std::jthread> others;
        for (std::size_t other = 1; other < std::min(cores, count); ++other)
            others.emplace_back(go);
        go();
    }
    if (failure) std::rethrow_exception(failure);
}

} // namespace heed
