#pragma once

#include "core/moment.hpp"
#include "pack/pack.hpp"

#include <optional>
#include <string>
#include <vector>

namespace heed::answers {

/// What the caller's question was answered with: exactly this is kept, shown again under its
/// receipt, and sent to programs (docs/api.md). Days are ISO text, empty text is "not known".
struct Told {
    struct Child {
        std::string id, name, born, sex, check;
        bool operator==(const Child&) const = default;
    };
    struct Plan {
        std::string id, since, until;
        std::vector<std::string> categories;
        std::string main_category, next_review_due;
        bool operator==(const Plan&) const = default;
    };
    struct KeyWorker {
        std::string name, telephone, out_of_hours;
        std::string cover; ///< "Ann Dale, 01632 960123": who stands in
        bool operator==(const KeyWorker&) const = default;
    };
    struct HouseholdChild {
        std::string child_id, name, relation;
        pack::Answer answer = pack::Answer::known_not_on_plan;
        bool operator==(const HouseholdChild&) const = default;
    };
    struct Possible {
        std::string id, name, born, area;
        std::vector<std::string> why;
        bool operator==(const Possible&) const = default;
    };
    struct Earlier {
        std::string receipt, asked_at, agency;
        bool operator==(const Earlier&) const = default;
    };
    struct Recipient {
        std::string who, how;
        bool operator==(const Recipient&) const = default;
    };

    std::string receipt;
    std::string asked_at;
    pack::Answer answer = pack::Answer::could_not_check;
    std::string sentence;
    std::optional<Child> child;
    std::optional<Plan> plan;
    std::optional<KeyWorker> key_worker;
    std::vector<HouseholdChild> household;
    std::vector<Possible> candidates;
    std::vector<Earlier> earlier_enquiries;
    std::vector<std::string> spellings; ///< the names that were tried
    std::int64_t searched = 0;          ///< how many children were looked at
    std::string as_of;                  ///< the moment of the record that was read
    std::vector<std::string> do_next;   ///< the most urgent first
    std::vector<Recipient> told;
    bool operator==(const Told&) const = default;
};

/// The answer as programs see it: every key, absent values null.
std::string told_json(const Told& told);

/// Reads back what told_json wrote. A Fault when it is anything else.
Told told_from_json(const std::string& json);

/// The answer when the record could not be read: never a false no, but the number to ring.
Told could_not_check(const pack::Pack& pack, const std::string& duty_telephone, Moment now);

} // namespace heed::answers
