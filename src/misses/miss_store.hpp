#pragma once

#include "enquiry/enquiry_store.hpp"

namespace heed::misses {

using MissId = Id<struct MissKind>;

/// A question that came alive: the record that was found to fit it, and why.
struct Miss {
    MissId id;
    enquiry::EnquiryId enquiry;
    std::string receipt;
    std::string record;
    std::string why; ///< "same date of birth, surname sounds the same"
    Moment found_at;
};

/// Nothing when that was found before: it is told of once.
std::optional<MissId> add(store::Transaction& records, const Miss& miss);
std::optional<Miss> find(store::Records& records, const MissId& id);
/// The latest first.
std::vector<Miss> latest(store::Records& records, int limit);

/// How far the changes to people have been looked at; and, while questions are being asked again,
/// how many are done.
struct Progress {
    std::int64_t seq = 0;
    std::int64_t done = 0, total = 0;
};
Progress progress(store::Records& records);
void note(store::Transaction& records, const Progress& progress, Moment now);
/// The last change to people that these records hold.
std::int64_t last_change(store::Records& records);

} // namespace heed::misses
