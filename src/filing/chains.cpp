#include "filing/chains.hpp"

namespace heed::filing {

void Chains::add(std::uint64_t key, std::uint32_t number)
{
    if (entries_.size() >= heads_.size()) grow();
    std::uint32_t at = free_;
    if (at != none) {
        free_ = entries_[at].next;
    } else {
        at = static_cast<std::uint32_t>(entries_.size());
        entries_.emplace_back();
    }
    const std::uint32_t hash = hash_of(key);
    std::uint32_t& head = heads_[hash & mask()];
    entries_[at] = {number, head, hash};
    head = at;
}

void Chains::remove(std::uint64_t key, std::uint32_t number)
{
    if (heads_.empty()) return;
    const std::uint32_t hash = hash_of(key);
    for (std::uint32_t* link = &heads_[hash & mask()]; *link != none;
         link = &entries_[*link].next) {
        Entry& entry = entries_[*link];
        if (entry.hash != hash || entry.number != number) continue;
        const std::uint32_t at = *link;
        *link = entry.next;
        entry = {0, free_, 0};
        free_ = at;
        return;
    }
}

void Chains::grow()
{
    heads_.assign(heads_.empty() ? 1024 : heads_.size() * 2, none);
    // Entries are filed anew in their order; those that are free have no place in a chain.
    std::vector<bool> is_free(entries_.size());
    for (std::uint32_t at = free_; at != none; at = entries_[at].next) is_free[at] = true;
    for (std::uint32_t at = 0; at < entries_.size(); ++at) {
        if (is_free[at]) continue;
        std::uint32_t& head = heads_[entries_[at].hash & mask()];
        entries_[at].next = head;
        head = at;
    }
}

std::uint64_t key_of(std::string_view text)
{
    std::uint64_t key = 14'695'981'039'346'656'037ULL;
    for (const char letter : text)
        key = (key ^ static_cast<std::uint8_t>(letter)) * 1'099'511'628'211ULL;
    return key;
}

} // namespace heed::filing
