#pragma once

#include "core/clock.hpp"
#include "core/outcome.hpp"
#include "core/random.hpp"
#include "store/records.hpp"

namespace heed::ledger {

/// Who did or saw something: a user's id and the role they acted in. The machine itself is
/// `system`; a command without a signed-in user is `console`.
struct Actor {
    std::string who, role;
};

/// What was done or seen. `action` is a dotted code such as `enquiry.asked`; `subject` the id of
/// the child, user or thing it was about, or empty. Neither holds personal data: what does
/// (`reason`, `details`) lies in the content, which can be withheld.
struct Act {
    std::string action, subject;
    std::string reason;
    std::string details; ///< one JSON document, or empty
    /// Others whom it concerned, for instance the children who were shown as possible: they find
    /// it as theirs. Ids, like the subject.
    std::vector<std::string> also_about = {};
};

/// The ledger as it stood: how many entries, and the hash that proves all of them.
struct Head {
    std::int64_t seq = 0;
    std::string hash;
    bool operator==(const Head&) const = default;
};

/// One entry, as it is read back. `withheld` when its content was taken away; reason and details
/// are then empty.
struct Entry {
    std::int64_t seq = 0;
    Moment at;
    Actor actor;
    Act act;
    bool withheld = false;
};

/// Time and salt for new entries: the house has one.
struct Pen {
    const Clock& clock;
    Randomness& randomness;
};

/// Writes that `actor` did or saw something, with the images of all rows changed in this
/// transaction since the last entry. It is durable with the transaction, never before or after.
/// The entry's time is never earlier than the one before, whatever the clock says.
Head append(store::Transaction& records, const Pen& pen, const Actor& actor, const Act& act);

Head head(store::Records& records);

/// The entries about one subject, or that also concerned it, newest first.
std::vector<Entry> about(store::Records& records, const std::string& subject, int limit);

/// What one actor did and saw, newest first.
std::vector<Entry> by(store::Records& records, const std::string& who, int limit);

/// Takes the content of an entry away for good (a court's order, the end of retention, a look
/// written about the wrong child), and writes that it was done. The entry and its hash stay, so
/// the chain still proves that there was one. Refuses `not_found`.
Outcome<void> withhold(store::Transaction& records, const Pen& pen, const Actor& actor,
                       std::int64_t seq, const std::string& why);

} // namespace heed::ledger
