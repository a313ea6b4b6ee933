#pragma once

#include "links/decision.hpp"
#include "office/as_of.hpp"
#include "store/records.hpp"

#include <map>
#include <span>
#include <vector>

namespace heed::links {

using PossibleId = Id<struct PossiblePairKind>;

/// Who found that two records may be one child.
enum class Source { feed, register_, person };

/// Two records that may be one child.
struct Possible {
    Pair pair;
    Source source = Source::person;
    bool strong = false; ///< the finder would have called it the same child
    float bits = 0;      ///< what the finder made of it; 0 when a person said it
    std::string note;    ///< a person's own words; empty otherwise
    std::string by;      ///< user id; empty for a program
};

/// Puts a pair into the queue, in the transaction that made it possible: a duplicate of a shielded
/// child is covered before it can be seen. False, and nothing is done, when the two are one child
/// or two already, or the pair waits or was decided: nothing is proposed twice.
bool propose(store::Transaction& records, const office::Stamp& stamp, const Possible& possible);

struct Waiting : Possible {
    PossibleId id;
    Moment proposed_at;
    Moment waits_until; ///< somebody said "later": not before this
};
/// Those whose time has come, the strongest first, then the oldest.
std::vector<Waiting> waiting(store::Records& records, Moment now, int limit);
std::int64_t waiting_count(store::Records& records, Moment now);
/// Whatever became of it: also of a pair that was decided since.
std::optional<Waiting> find(store::Records& records, const PossibleId& id);
std::optional<PossibleId> of(store::Records& records, const Pair& pair);
/// Waiting pairs of one record: what a child's page shows.
std::vector<Waiting> waiting_about(store::Records& records, const RecordId& record);
/// Whose shields cover each of these records: the record itself, those that are the same child, and
/// possible duplicates of any of them that the finder found, until somebody has decided. Not those
/// that a person said: else whoever may say "these may be one" could find out who is shielded.
std::map<RecordId, std::vector<RecordId>> covered_by(store::Records& records,
                                                     std::span<const RecordId> ids);
/// The pair comes back at that time.
void look_later(store::Transaction& records, const PossibleId& id, Moment until);

} // namespace heed::links

namespace heed {
template <>
inline constexpr std::array<std::string_view, 3> codes<links::Source>{"feed", "register", "person"};
} // namespace heed
