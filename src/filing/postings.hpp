#pragma once

#include "filing/column.hpp"

#include <algorithm>
#include <cstdint>
#include <span>

namespace heed::filing {

/// Numbers under small keys, in order under each, and never changed: 4 bytes an entry and 12 a key.
/// Those between two numbers are found without reading the others.
class Postings {
public:
    /// What postings are made of, in any order; the same twice is once.
    class Entries {
    public:
        void add(std::uint32_t key, std::uint32_t number)
        {
            all_.push_back((static_cast<std::uint64_t>(key) << 32U) | number);
        }

    private:
        friend class Postings;
        Column<std::uint64_t> all_;
    };

    Postings() = default;
    explicit Postings(Entries&& entries);

    /// All numbers under the key.
    std::span<const std::uint32_t> of(std::uint32_t key) const { return of_all(key, key); }
    /// All numbers under the keys from one up to and with another, key by key.
    std::span<const std::uint32_t> of_all(std::uint32_t from, std::uint32_t to) const;
    /// Those from `from` up to but not with `end`.
    std::span<const std::uint32_t> of(std::uint32_t key, std::uint32_t from,
                                      std::uint32_t end) const
    {
        return between(of(key), from, end);
    }
    static std::span<const std::uint32_t> between(std::span<const std::uint32_t> all,
                                                  std::uint32_t from, std::uint32_t end)
    {
        const auto first = std::ranges::lower_bound(all, from);
        return {first, std::ranges::lower_bound(first, all.end(), end)};
    }

    std::size_t bytes() const;
    /// Its columns, for whoever saves and opens them.
    template <class Self, class Visit> static void columns(Self& self, Visit visit)
    {
        visit(self.first_);
        visit(self.keys_);
        visit(self.begin_);
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
    /// Keys that are near one another share a bucket, about one key in each.
    std::size_t bucket(std::uint32_t key) const
    {
        return static_cast<std::uint64_t>(key) * (first_.size() - 1) / (keys_.back() + 1ULL);
    }

    Column<std::uint32_t> first_; ///< of each bucket, the place of its first key; one more
    Column<std::uint32_t> keys_;  ///< that have numbers, in order
    Column<std::uint32_t> begin_; ///< of each key's numbers; one more
    Column<std::uint32_t> numbers_;
};

} // namespace heed::filing
