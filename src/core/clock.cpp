#include "core/clock.hpp"

namespace heed {

Moment SystemClock::now() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

} // namespace heed
