#pragma once

#include "family/family.hpp"
#include "matching/finder.hpp"
#include "office/as_of.hpp"
#include "store/records.hpp"

#include <atomic>
#include <mutex>
#include <span>

namespace heed::family {

/// The children as matching is told of them: every name and place they had, carers, household,
/// numbers. As known now.
std::vector<matching::Person> described(store::Records& records, std::span<const ChildId> ids);
std::optional<matching::Person> described(store::Records& records, const ChildId& id);
/// Those whose ids come after `after`, up to and with `last`.
std::vector<matching::Person> described_between(store::Records& records, const std::string& after,
                                                const std::string& last);

/// Everybody, findable. Any process may write a child: whoever catches up finds them.
class People {
public:
    /// Reads every child once, at the start.
    void load(store::Records& records);
    /// Brings the finder up to what `records` hold; one small read when nothing changed. To be
    /// called with the snapshot that the answer will be read from, before searching. A search may
    /// then find somebody whom this snapshot does not hold yet: leave them out.
    void catch_up(store::Records& records);

    const matching::Finder& finder() const { return finder_; }

private:
    void read_all(store::Records& records);
    void read_since(store::Records& records, std::int64_t fence);

    matching::Finder finder_;
    std::mutex one_at_a_time_;
    std::atomic<std::int64_t> fence_{-1}; ///< changes up to here are in the finder
};

} // namespace heed::family
