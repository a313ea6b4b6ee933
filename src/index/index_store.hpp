#pragma once

#include "feed/row.hpp"
#include "store/records.hpp"

#include <functional>
#include <map>
#include <span>

namespace heed::index {

/// One version of an indexed child as it is kept.
struct Version {
    std::int64_t seq = 0;
    std::string feed_id;
    std::string packed; ///< feed::packed
    bool operator==(const Version&) const = default;
};

/// The seq of the last row: whoever has seen up to it has seen all.
std::int64_t head(store::Records& records);
/// The same, and nobody else adds rows until this transaction ends.
std::int64_t locked_head(store::Transaction& records);

/// How each of those is now, by the feeder's id. Those who are not there are left out.
std::map<std::string, Version, std::less<>> current(store::Records& records,
                                                    std::span<const std::string> feed_ids);
std::optional<Version> current(store::Records& records, const std::string& feed_id);

/// Every version after `seq` up to and with `last`, in order, not held in memory.
void each_after(store::Records& records, std::int64_t seq, std::int64_t last,
                const std::function<void(Version)>& tell);

/// A kept row as it was read. Broken when it is none that this program wrote.
feed::Fields fields_of(const Version& version);

/// What one ledger entry proves: rows `first` to `last` of the index, each of them.
struct Chunk {
    std::int64_t number = 0, first = 0, last = 0;
    std::string digest; ///< SHA-256 over the digests of the rows, in hex
    std::string marks;  ///< the first six hex figures of each row's digest: names one that changed
    bool operator==(const Chunk&) const = default;
};

/// Adds versions after the head. Their ledger entry is written with them: see proof_store.hpp.
Chunk append(store::Transaction& records, std::span<const feed::Fields> rows);

/// The action of a chunk's entry, and its subject.
inline constexpr const char* chunk_action = "index.rows_taken";
std::string chunk_subject(std::int64_t number);

} // namespace heed::index
