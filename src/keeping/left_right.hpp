#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <thread>

namespace heed::keeping {

/// A value twice, so that whoever reads never waits for whoever writes. A change is made to the one
/// that nobody reads, then shown, and made to the other when its last reader has left. Changes must
/// do the same to both. (Ramalhete and Correia's left-right.)
template <class Value> class LeftRight {
public:
    template <class Read> auto read(Read read) const
    {
        const Reading reading{readers_[turn_.load()].count};
        return read(values_[shown_.load()]);
    }

    /// Makes the change twice, first with `true`. One at a time.
    template <class Change> void write(Change change)
    {
        const std::scoped_lock one{writing_};
        const std::size_t hidden = 1 - shown_.load();
        change(values_[hidden], true);
        shown_.store(hidden);
        // Whoever came before this may still read what was shown: two turns, so that those who
        // came during the first do not keep it waiting for ever.
        const std::size_t turn = turn_.load();
        wait_for(readers_[1 - turn].count);
        turn_.store(1 - turn);
        wait_for(readers_[turn].count);
        change(values_[1 - hidden], false);
    }

private:
    struct alignas(64) Readers {
        std::atomic<std::int64_t> count = 0;
    };
    struct Reading {
        explicit Reading(std::atomic<std::int64_t>& readers) : count{readers} { ++count; }
        ~Reading() { --count; }
        Reading(const Reading&) = delete;
        Reading& operator=(const Reading&) = delete;
        std::atomic<std::int64_t>& count;
    };

    static void wait_for(const std::atomic<std::int64_t>& readers)
    {
        for (int tries = 0; readers.load() != 0; ++tries) {
            if (tries < 50)
                std::this_thread::yield();
            else
                std::this_thread::sleep_for(std::chrono::microseconds{50});
        }
    }

    mutable std::array<Readers, 2> readers_;
    std::atomic<std::size_t> shown_ = 0;
    std::atomic<std::size_t> turn_ = 0;
    std::mutex writing_;
    std::array<Value, 2> values_;
};

} // namespace heed::keeping
