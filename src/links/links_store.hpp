#pragma once

#include "child/child.hpp"
#include "ledger/ledger.hpp"
#include "links/clusters.hpp"
#include "office/as_of.hpp"
#include "store/records.hpp"

#include <span>

namespace heed::links {

/// The record and all that are the same child, in order of id; the record alone when it was never
/// joined. Whoever speaks of a child asks this first: a plan under the other record is a plan of
/// this child. One small read.
std::vector<RecordId> same_child(store::Records& records, const RecordId& record);
/// The same, of a child of the record: those of them that are children of the record, itself first.
std::vector<child::ChildId> same_child(store::Records& records, const child::ChildId& child);

/// The ledger's entries about all records of one child, newest first, each once.
std::vector<ledger::Entry> entries_about(store::Records& records, const child::ChildId& child,
                                         int limit);

/// Of many: which cluster each record belongs to, named by its first record. A record that was
/// never joined has no entry. One read.
class Clusters {
public:
    Clusters() = default;
    explicit Clusters(std::map<RecordId, RecordId> cluster_of) : cluster_of_{std::move(cluster_of)}
    {
    }
    /// The cluster's name: the record itself when it was never joined.
    const RecordId& of(const RecordId& record) const;
    bool are_same(const RecordId& one, const RecordId& other) const { return of(one) == of(other); }
    bool empty() const { return cluster_of_.empty(); }
    bool has(const RecordId& record) const { return cluster_of_.contains(record); }

private:
    std::map<RecordId, RecordId> cluster_of_;
};
Clusters clusters_of(store::Records& records, std::span<const RecordId> ids);
/// The same as it was known at that moment, if one is given.
Clusters clusters_of(store::Records& records, std::span<const RecordId> ids,
                     const office::AsOf& as_of);

/// All that was ever decided about these records and whatever any decision connects them with.
Standing standing_of(store::Records& records, std::span<const RecordId> ids);
/// About one pair.
Standing standing_of(store::Records& records, const Pair& pair);
/// The pair of a decision, if there is one.
std::optional<Decision> find(store::Records& records, const DecisionId& id);

// Decisions. Each judges by all that was decided before, in line with every other decision of any
// process, and leaves the ledger's entry to its caller.

/// What was written: at once, or as a request that waits.
Outcome<Decision> join(store::Transaction& records, const office::Stamp& stamp, const Pair& pair,
                       const Deciding& deciding, bool both_have_plans);
/// Nothing when that stood already.
Outcome<std::optional<Decision>> split(store::Transaction& records, const office::Stamp& stamp,
                                       const Pair& pair, const Deciding& deciding);
Outcome<Decision> undo(store::Transaction& records, const office::Stamp& stamp,
                       const DecisionId& decision, const Deciding& deciding);

} // namespace heed::links
