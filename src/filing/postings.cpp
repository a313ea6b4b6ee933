#include "filing/postings.hpp"

namespace heed::filing {

Postings::Postings(Entries&& entries)
{
    Column<std::uint64_t> all = std::move(entries.all_);
    if (all.empty()) return;
    std::ranges::sort(all);
    const auto same = std::ranges::unique(all);
    all.erase(same.begin(), same.end());
    numbers_.reserve(all.size());
    for (const std::uint64_t entry : all) {
        const auto key = static_cast<std::uint32_t>(entry >> 32U);
        if (keys_.empty() || keys_.back() != key) {
            keys_.push_back(key);
            begin_.push_back(static_cast<std::uint32_t>(numbers_.size()));
        }
        numbers_.push_back(static_cast<std::uint32_t>(entry));
    }
    begin_.push_back(static_cast<std::uint32_t>(numbers_.size()));
    keys_.shrink_to_fit();
    begin_.shrink_to_fit();
    first_.assign(keys_.size() + 1, 0);
    for (const std::uint32_t key : keys_) ++first_[bucket(key) + 1];
    for (std::size_t at = 1; at < first_.size(); ++at) first_[at] += first_[at - 1];
}

std::span<const std::uint32_t> Postings::of_all(std::uint32_t from, std::uint32_t to) const
{
    if (keys_.empty() || from > keys_.back()) return {};
    std::uint32_t at = first_.data()[bucket(from)];
    while (keys_.data()[at] < from) ++at;
    std::uint32_t end = at;
    while (end < keys_.size() && keys_.data()[end] <= to) ++end;
    return {numbers_.data() + begin_.data()[at], numbers_.data() + begin_.data()[end]};
}

std::size_t Postings::bytes() const
{
    return bytes_of(first_) + bytes_of(keys_) + bytes_of(begin_) + bytes_of(numbers_);
}

bool Postings::is_whole() const
{
    if (numbers_.empty()) return keys_.empty();
    if (keys_.empty() || first_.size() != keys_.size() + 1 || begin_.size() != keys_.size() + 1 ||
        first_.front() != 0 || first_.back() != keys_.size() || begin_.front() != 0 ||
        begin_.back() != numbers_.size() || !std::ranges::is_sorted(first_) ||
        !std::ranges::is_sorted(begin_) ||
        std::ranges::adjacent_find(keys_, std::ranges::greater_equal{}) != keys_.end())
        return false;
    for (std::size_t at = 0; at < keys_.size(); ++at) {
        const std::size_t in = bucket(keys_[at]);
        if (at < first_[in] || at >= first_[in + 1] ||
            !std::ranges::is_sorted(numbers_.begin() + begin_[at],
                                    numbers_.begin() + begin_[at + 1]))
            return false;
    }
    return true;
}

} // namespace heed::filing
