#pragma once

#include "filing/chains.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace heed::filing {

/// Numbers filed under keys, many under one and one under many; side by side in memory, but for
/// those that were added since they were last put so. Keys share shelves, so what is found under
/// one may belong to another: whoever asks compares. 4 bytes an entry and 4 a shelf, which copies
/// share.
class Shelves {
public:
    void add(std::uint32_t key, std::uint32_t number) { loose_.add(key, number); }

    /// Asks memory for all shelves before it reads one.
    template <class Visit> void each(std::span<const std::uint32_t> keys, Visit visit) const
    {
        if (packed_) {
            const auto& [begin, numbers] = *packed_;
            const std::size_t last = begin.size() - 2;
            for (const std::uint32_t key : keys) __builtin_prefetch(&begin[key & last]);
            for (const std::uint32_t key : keys)
                __builtin_prefetch(numbers.data() + begin[key & last]);
            for (const std::uint32_t key : keys)
                for (std::uint32_t at = begin[key & last]; at < begin[(key & last) + 1]; ++at)
                    visit(numbers[at]);
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
    struct Packed {
        std::vector<std::uint32_t> begin; ///< where each shelf begins; a power of two and one more
        std::vector<std::uint32_t> numbers;
    };
    std::shared_ptr<const Packed> packed_;
    Chains loose_; ///< what was added since
};

template <class EachEntry> void Shelves::pack(std::size_t at_least, EachEntry each_entry)
{
    std::size_t shelves = 1024;
    while (shelves < at_least) shelves *= 2;
    auto packed = std::make_shared<Packed>();
    std::vector<std::uint32_t>& begin = packed->begin;
    std::vector<std::uint32_t>& numbers = packed->numbers;
    begin.assign(shelves + 1, 0);
    each_entry([&](std::uint32_t key, std::uint32_t) { ++begin[(key & (shelves - 1)) + 1]; });
    for (std::size_t shelf = 0; shelf < shelves; ++shelf) begin[shelf + 1] += begin[shelf];
    numbers.assign(begin.back(), 0);
    std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
    each_entry([&](std::uint32_t key, std::uint32_t number) {
        numbers[next[key & (shelves - 1)]++] = number;
    });
    packed_ = std::move(packed);
    loose_ = {};
}

} // namespace heed::filing
