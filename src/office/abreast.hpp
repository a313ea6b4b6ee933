#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

namespace heed::office {

/// Calls `work(i)` for each i below `count`, on this thread and on so many others that the
/// machine's cores are all used. Returns when all is done; what one of them throws is thrown again
/// here.
template <class Work> void abreast(std::size_t count, const Work& work)
{
    std::atomic<std::size_t> next{0};
    const auto go = [&] {
        for (std::size_t i = next++; i < count; i = next++) work(i);
    };
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::future<void>> others;
    for (std::size_t other = 1; other < std::min(cores, count); ++other)
        others.push_back(std::async(std::launch::async, go));
    go();
    for (auto& other : others) other.get();
}

} // namespace heed::office
