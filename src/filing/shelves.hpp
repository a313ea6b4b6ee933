#pragma once

#include "filing/chains.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace heed::filing {

/// Numbers filed under keys, many under one and one under many; side by side in memory, but for
/// those that were added since they were last put so. Keys share shelves, so what is found under
/// one may belong to another: whoever asks compares. 4 bytes an entry and 4 a shelf.
class Shelves {
public:
    void add(std::uint32_t key, std::uint32_t number) { loose_.add(key, number); }

    /// Asks memory for all shelves before it reads one.
    template <class Visit> void each(std::span<const std::uint32_t> keys, Visit visit) const
    {
        if (!begin_.empty()) {
            const std::size_t last = begin_.size() - 2;
            for (const std::uint32_t key : keys) __builtin_prefetch(&begin_[key & last]);
            for (const std::uint32_t key : keys)
                __builtin_prefetch(numbers_.data() + begin_[key & last]);
            for (const std::uint32_t key : keys)
                for (std::uint32_t at = begin_[key & last]; at < begin_[(key & last) + 1]; ++at)
                    visit(numbers_[at]);
        }
        loose_.each(keys, visit);
    }
    template <class Visit> void each(std::uint32_t key, Visit visit) const
    {
        each(std::span{&key, 1}, visit);
    }

    /// Puts all side by side: at least so many shelves. `each_entry` calls with every key and its
    /// number, twice in the same order.
    template <class EachEntry> void pack(std::size_t at_least, EachEntry each_entry);

private:
    std::vector<std::uint32_t> begin_; ///< where each shelf begins; a power of two and one more
    std::vector<std::uint32_t> numbers_;
    Chains loose_; ///< what was added since
};

template <class EachEntry> void Shelves::pack(std::size_t at_least, EachEntry each_entry)
{
    std::size_t shelves = 1024;
    while (shelves < at_least) shelves *= 2;
    begin_.assign(shelves + 1, 0);
    each_entry([&](std::uint32_t key, std::uint32_t) { ++begin_[(key & (shelves - 1)) + 1]; });
    for (std::size_t shelf = 0; shelf < shelves; ++shelf) begin_[shelf + 1] += begin_[shelf];
    numbers_.assign(begin_.back(), 0);
    std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
    each_entry([&](std::uint32_t key, std::uint32_t number) {
        numbers_[next[key & (shelves - 1)]++] = number;
    });
    loose_ = {};
}

} // namespace heed::filing
