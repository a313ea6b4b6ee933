#include "core/background.hpp"

#include "core/log.hpp"

namespace heed {

Background::Background(std::function<void()> work, std::chrono::milliseconds every)
    : work_{std::move(work)}, every_{every},
      thread_{[this](const std::stop_token& stopping) { run(stopping); }}
{
}

Background::~Background()
{
    thread_.request_stop();
    thread_.join();
}

void Background::run(const std::stop_token& stopping)
{
    while (!stopping.stop_requested()) {
        try {
            work_();
        } catch (const std::exception& failure) {
            // The store may be away for a while; what waits goes on waiting there.
            log::failure("background_failed", failure);
        }
        std::unique_lock lock{guard_};
        woken_.wait_for(lock, stopping, every_, [] { return false; });
    }
}

} // namespace heed
