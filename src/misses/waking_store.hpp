#pragma once

#include "family/people.hpp"
#include "misses/miss_store.hpp"
#include "office/office.hpp"

namespace heed::misses {

/// Asks open questions again when somebody was written down or changed since they were last asked.
/// Any number of processes may do so on one record: what one has told of, another does not.
class Waking {
public:
    Waking(const office::Office& office, family::People& people) : office_{office}, people_{people}
    {
    }

    /// One look. One small read when nothing changed; else every open question is searched for
    /// once, whatever the number of changes. Gives how many came alive and were told of.
    int look();

private:
    std::vector<Miss> fitting(store::Records& records, const enquiry::Unanswered& question) const;
    bool tell(const Miss& miss) const;
    void notify(store::Transaction& records, const Miss& miss) const;

    const office::Office& office_;
    family::People& people_;
};

} // namespace heed::misses
