#pragma once

#include "core/moment.hpp"

#include <atomic>

namespace heed {

/// The only source of time in the house. Rules never take one: they are given the day.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Moment now() const = 0;
    Day today() const { return day_in_england(now()); }
};

class SystemClock final : public Clock {
public:
    Moment now() const override;
};

/// Stands still until told otherwise: for tests, and for simulating many people's days.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Moment at) : at_{at} {}
    Moment now() const override { return at_.load(); }
    void set(Moment at) { at_ = at; }
    void advance(std::chrono::milliseconds by) { at_ = at_.load() + by; }

private:
    std::atomic<Moment> at_;
};

/// How long something takes; it says nothing of what time it is, and nothing may depend on it but
/// what is shown.
class Stopwatch {
public:
    std::chrono::microseconds passed() const
    {
        return std::chrono::duration_cast<std::chrono::microseconds>(
            std::chrono::steady_clock::now() - begun_);
    }
    double seconds() const { return static_cast<double>(passed().count()) / 1e6; }

private:
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

} // namespace heed
