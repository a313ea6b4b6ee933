#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace heed::filing {

/// Numbers that are found in several places, each once.
class Once {
public:
    /// All numbers are below `end`.
    void begin(std::size_t end)
    {
        for (const std::uint32_t number : numbers_) seen_[number / 64] = 0;
        numbers_.clear();
        if (seen_.size() * 64 < end) seen_.resize(end / 64 + end / 256 + 1);
    }
    void add(std::uint32_t number)
    {
        std::uint64_t& some = seen_[number / 64];
        const std::uint64_t bit = 1ULL << (number % 64);
        if ((some & bit) != 0) return;
        some |= bit;
        numbers_.push_back(number);
    }
    /// In the order in which they came; to be used before the next are begun.
    std::vector<std::uint32_t>& taken()
    {
        for (const std::uint32_t number : numbers_) seen_[number / 64] = 0;
        return numbers_;
    }

private:
    std::vector<std::uint64_t> seen_; ///< a bit a number; all nought between two uses
    std::vector<std::uint32_t> numbers_;
};

/// Large, so a thread keeps one. Begun.
inline Once& once_of_thread(std::size_t end)
{
    static thread_local Once once;
    once.begin(end);
    return once;
}

} // namespace heed::filing
