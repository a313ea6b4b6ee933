#pragma once

#include "filing/column.hpp"

#include <algorithm>

#include <cstdint>
#include <span>

namespace heed::filing {

/// Numbers filed under keys, many under one, and never changed: 5.3 bytes an entry. Of a key only
/// a hash is kept, so what is found under one may now and then belong to another: whoever asks
/// compares anyway.
class Order {
public:
    /// What an order is made of, in any order.
    class Entries {
    public:
        void add(std::uint64_t key, std::uint32_t number)
        {
            all_.push_back((static_cast<std::uint64_t>(hash_of(key)) << 32U) | number);
        }

    private:
        friend class Order;
        Column<std::uint64_t> all_;
    };

    Order() = default;
    explicit Order(const Entries& entries);

    /// Visits the numbers under each of the keys. Asks memory for the next while it reads one.
    template <class Visit> void each(std::span<const std::uint64_t> keys, Visit visit) const
    {
        if (numbers_.empty()) return;
        constexpr std::size_t ahead = 24;
        for (std::size_t from = 0; from < keys.size(); from += ahead) {
            const auto some = keys.subspan(from, std::min(ahead, keys.size() - from));
            for (const std::uint64_t key : some) __builtin_prefetch(&begin_[bucket(hash_of(key))]);
            for (const std::uint64_t key : some) {
                const std::uint32_t at = begin_[bucket(hash_of(key))];
                __builtin_prefetch(signs_.data() + at);
                __builtin_prefetch(numbers_.data() + at);
            }
            for (const std::uint64_t key : some) visit_one(hash_of(key), visit);
        }
    }
    template <class Visit> void each(std::uint64_t key, Visit visit) const
    {
        if (!numbers_.empty()) visit_one(hash_of(key), visit);
    }

    std::size_t bytes() const;
    /// Its columns, for whoever saves and opens them.
    template <class Self, class Visit> static void columns(Self& self, Visit visit)
    {
        visit(self.begin_);
        visit(self.signs_);
        visit(self.numbers_);
    }
    /// Whether opened columns belong together, so that no look-up leaves them, and every number is
    /// one that may be here.
    template <class Is> bool is_whole(Is may_be_here) const
    {
        return is_whole() && std::ranges::all_of(numbers_, may_be_here);
    }

private:
    bool is_whole() const;
    static std::uint32_t hash_of(std::uint64_t key)
    {
        key = (key ^ (key >> 31U)) * 0x9E37'79B9'7F4A'7C15ULL;
        key ^= key >> 29U;
        return static_cast<std::uint32_t>((key * 0xBF58'476D'1CE4'E5B9ULL) >> 32U);
    }
    std::size_t bucket(std::uint32_t hash) const
    {
        return (static_cast<std::uint64_t>(hash) * (begin_.size() - 1)) >> 32U;
    }
    template <class Visit> void visit_one(std::uint32_t hash, Visit& visit) const
    {
        const std::size_t in = bucket(hash);
        const auto sign = static_cast<std::uint8_t>(hash);
        for (std::uint32_t at = begin_.data()[in]; at < begin_.data()[in + 1]; ++at)
            if (signs_.data()[at] == sign) visit(numbers_.data()[at]);
    }

    Column<std::uint32_t> begin_; ///< of each bucket; one more at the end
    Column<std::uint8_t> signs_;  ///< eight bits of each entry's hash
    Column<std::uint32_t> numbers_;
};

} // namespace heed::filing
