#pragma once

#include "family/family.hpp"
#include "feed/row.hpp"
#include "matching/finder.hpp"
#include "office/as_of.hpp"
#include "store/database.hpp"

#include <atomic>
#include <functional>
#include <mutex>
#include <shared_mutex>
#include <span>

namespace heed::family {

/// The children as matching is told of them: every name and place they had, carers, household,
/// numbers; and what the children's index says of those that are linked with it. As known now.
std::vector<matching::Person> described(store::Records& records, std::span<const ChildId> ids);
std::optional<matching::Person> described(store::Records& records, const ChildId& id);

/// A child of the record and the children of the index that they are.
struct Described {
    matching::Person person;
    std::vector<std::string> feed_ids;
};
std::vector<Described> described_with_links(store::Records& records, std::span<const ChildId> ids);
/// Those whose ids come after `after`, up to and with `last`.
std::vector<Described> described_between(store::Records& records, const std::string& after,
                                         const std::string& last);

/// How far a finder has come: the last change of the record's children that is in it, and the last
/// row of the children's index.
struct Fence {
    std::int64_t record = -1, index = -1;
    bool operator==(const Fence&) const = default;
};

/// Takes the places, carers and household of shielded children away. What never comes into the
/// index can earn nobody a bit, leave no word in it, and be found by no question.
void hide_shielded(store::Records& records, std::vector<matching::Person>& people);

/// Where everybody is saved.
struct SavedPeople {
    std::string file;
    matching::SnapshotKey key = {};
};

/// Everybody, findable: the children of the record under their ids, and those whom only the
/// children's index knows under feed::key_of theirs. Whoever is both is found once, as the record's
/// child, by all that either says. Any process may write a child: whoever catches up finds them.
class People {
public:
    /// Told, now and then, how many are findable.
    using Progress = std::function<void(std::size_t)>;

    /// Reads every child once, at the start.
    void load(store::Records& records, const Progress& progress = {});
    /// Brings the finder up to what `records` hold; one small read when nothing changed. To be
    /// called with the snapshot that the answer will be read from, before searching. A search may
    /// then find somebody whom this snapshot does not hold yet: leave them out.
    void catch_up(store::Records& records, const Progress& progress = {});

    /// Puts those who were saved in a file in place of everybody, and then reads only what changed
    /// since. False, and nobody is there, when there is no such file, or it is torn, changed, of
    /// another record or key, or of a time that this record has not seen: load everybody.
    bool open(store::Records& records, const SavedPeople& saved);
    /// Saves everybody into that file, for the next start. Others may search meanwhile. Refuses
    /// `snapshot_unwritten`.
    Outcome<void> save(store::Database& database, const SavedPeople& saved, Moment now,
                       Randomness& randomness) const;

    /// For whoever adds rows to the index themselves: makes them findable; they are the rows after
    /// the fence, up to and with `last`. The fence stays where it is when the index says something
    /// new of a child of the record: catch up when the rows are written. Not beside catch_up.
    void put_indexed(store::Records& records, std::span<const feed::Fields> rows,
                     std::int64_t last);

    const matching::Finder& finder() const { return *finder_; }
    /// The children of the index that a child of the record is, by the feeder's ids.
    std::vector<std::string> feed_ids_of(const std::string& child_id) const;
    Fence fence() const;
    /// The child of the record that a child of the index is, if any.
    std::optional<std::string> child_of(const std::string& feed_id) const;

private:
    void catch_up_to(store::Records& records, const Fence& head, const Progress& progress);
    void read_all(store::Records& records, const Progress& progress);
    void read_children_since(store::Records& records, std::int64_t fence);
    void read_indexed(store::Records& records, const Fence& head, const Progress& progress);
    void put_children(store::Records& records, const std::vector<Described>& children);
    void relink(store::Records& records, const Described& child);
    void read_links(store::Records& records);
    void unlink(store::Records& records, const std::string& feed_id);
    void put_as_kept(store::Records& records, const std::string& feed_id);

    std::unique_ptr<matching::Finder> finder_ = std::make_unique<matching::Finder>();
    std::mutex one_at_a_time_;
    std::atomic<std::int64_t> record_fence_{-1}; ///< changes up to here are in the finder
    std::atomic<std::int64_t> index_fence_{-1};
    mutable std::shared_mutex links_guard_;
    std::map<std::string, std::vector<std::string>, std::less<>> feed_ids_; ///< by the child's id
    std::map<std::string, std::string, std::less<>> linked_;                ///< back again
};

} // namespace heed::family
