#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace heed::bench {

using Duration = std::chrono::nanoseconds;

/// A stopwatch's time.
inline Duration now() { return std::chrono::steady_clock::now().time_since_epoch(); }
/// The processor's time that this process has taken.
Duration processor_now();

/// How long each of some answers took, and all of them together.
class Timings {
public:
    void add(Duration took) { all_.push_back(took); }
    void took(Duration whole, Duration processor) { whole_ = whole, processor_ = processor; }
    std::size_t count() const { return all_.size(); }
    double a_second() const;
    /// Of a hundred answers, so many were as quick as that, in milliseconds.
    double percentile(double percent) const;
    /// The processor's time for one, of this whole process: callers and server, but not a
    /// PostgreSQL beside it. In milliseconds.
    double processor_each() const;

private:
    std::vector<Duration> all_;
    Duration whole_{}, processor_{};
};

/// One load: over so many kept connections, each sends its next request when its last is answered,
/// until the count or the time is reached.
struct Load {
    std::uint16_t port;
    std::size_t connections, requests_max;
    std::chrono::milliseconds time_max;
    std::function<std::string(std::size_t)> request; ///< the whole text of the n-th
    std::function<void(std::size_t, const std::string&)> answered = {}; ///< the body to the n-th
};

/// Loads 127.0.0.1 from this thread. A Fault when a connection breaks or an answer is not a 200.
Timings run(const Load& load);

} // namespace heed::bench
