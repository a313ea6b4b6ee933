#include "filing/order.hpp"

#include <algorithm>

namespace heed::filing {

Order::Order(const Entries& entries)
{
    constexpr std::size_t entries_in_a_bucket = 12;
    if (entries.all_.empty()) return;
    begin_.resize(entries.all_.size() / entries_in_a_bucket + 2);
    const auto hash = [](std::uint64_t entry) { return static_cast<std::uint32_t>(entry >> 32U); };
    Column<std::uint32_t> next(begin_.size(), 0);
    for (const std::uint64_t entry : entries.all_) ++next[bucket(hash(entry)) + 1];
    for (std::size_t at = 1; at < next.size(); ++at) next[at] += next[at - 1];
    std::ranges::copy(next, begin_.begin());
    signs_.resize(entries.all_.size());
    numbers_.resize(entries.all_.size());
    for (const std::uint64_t entry : entries.all_) {
        const std::uint32_t at = next[bucket(hash(entry))]++;
        signs_[at] = static_cast<std::uint8_t>(hash(entry));
        numbers_[at] = static_cast<std::uint32_t>(entry);
    }
}

std::size_t Order::bytes() const
{
    return bytes_of(begin_) + bytes_of(signs_) + bytes_of(numbers_);
}

bool Order::is_whole() const
{
    if (numbers_.empty()) return true;
    return begin_.size() >= 2 && signs_.size() == numbers_.size() && begin_.front() == 0 &&
           begin_.back() == numbers_.size() && std::ranges::is_sorted(begin_);
}

} // namespace heed::filing
