#include "core/background.hpp"

#include <atomic>
#include <gtest/gtest.h>
#include <stdexcept>

namespace heed {

TEST(Background, WorksAgainAfterItFailedAndStopsWhenItGoesOutOfScope)
{
    std::atomic<int> times = 0;
    {
        const Background working{[&] {
                                     if (++times == 1) throw std::runtime_error{"away for a while"};
                                 },
                                 std::chrono::milliseconds{1}};
        while (times < 3) std::this_thread::yield();
    }
    const int then = times;
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
    EXPECT_EQ(times, then);
}

} // namespace heed
