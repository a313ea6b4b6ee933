#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace heed::filing {

/// Numbers filed under keys, many under one. Of a key only a hash is kept, so what is found under
/// one may now and then belong to another: whoever asks compares anyway. About 16 bytes an entry.
class Chains {
public:
    void add(std::uint64_t key, std::uint32_t number);

    template <class Visit> void each(std::uint64_t key, Visit visit) const
    {
        if (!heads_.empty()) visit_one(hash_of(key), visit);
    }
    /// Under each of the keys. Asks memory for all before it reads one.
    template <class Key, class Visit> void each(std::span<const Key> keys, Visit visit) const
    {
        if (heads_.empty()) return;
        for (const Key key : keys) __builtin_prefetch(&heads_[hash_of(key) & mask()]);
        for (const Key key : keys)
            if (const std::uint32_t head = heads_[hash_of(key) & mask()]; head != none)
                __builtin_prefetch(&entries_[head]);
        for (const Key key : keys) visit_one(hash_of(key), visit);
    }

private:
    static constexpr std::uint32_t none = 0xFFFF'FFFF;
    struct Entry {
        std::uint32_t number;
        std::uint32_t next;
        std::uint32_t hash;
    };

    static std::uint32_t hash_of(std::uint64_t key)
    {
        key = (key ^ (key >> 31U)) * 0x9E37'79B9'7F4A'7C15ULL;
        return static_cast<std::uint32_t>(key >> 32U);
    }
    std::size_t mask() const { return heads_.size() - 1; }
    template <class Visit> void visit_one(std::uint32_t hash, Visit& visit) const
    {
        for (std::uint32_t at = heads_[hash & mask()]; at != none; at = entries_[at].next)
            if (entries_[at].hash == hash) visit(entries_[at].number);
    }
    void grow();

    std::vector<std::uint32_t> heads_;
    std::vector<Entry> entries_;
};

/// FNV-1a.
std::uint64_t key_of(std::string_view text);
constexpr std::uint64_t key_of(std::uint32_t first, std::uint32_t second)
{
    return (static_cast<std::uint64_t>(first) << 32U) | second;
}

} // namespace heed::filing
