#include "filing/chains.hpp"

namespace heed::filing {

void Chains::add(std::uint64_t key, std::uint32_t number)
{
    if (entries_.size() >= heads_.size()) grow();
    const std::uint32_t hash = hash_of(key);
    std::uint32_t& head = heads_[hash & mask()];
    entries_.push_back({number, head, hash});
    head = static_cast<std::uint32_t>(entries_.size() - 1);
}

void Chains::grow()
{
    heads_.assign(heads_.empty() ? 1024 : heads_.size() * 2, none);
    for (std::uint32_t at = 0; at < entries_.size(); ++at) {
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
