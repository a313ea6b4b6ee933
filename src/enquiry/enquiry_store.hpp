#pragma once

#include "child/family.hpp"
#include "core/outcome.hpp"
#include "enquiry/asked.hpp"
#include "enquiry/told.hpp"
#include "permission/desk.hpp"
#include "store/records.hpp"

namespace heed::enquiry {

using EnquiryId = Id<struct EnquiryKind>;

/// One enquiry as it is kept: who asked, what, and the answer given.
struct Enquiry {
    EnquiryId id;
    Moment asked_at;
    std::string asked_by; ///< user id
    Asked asked;
    bool number_held = false; ///< the directory held the number that was rung back
    std::string fold;
    std::optional<child::ChildId> child;
    std::optional<child::HouseholdId> household;
    Told told;
};

/// What somebody made of an enquiry afterwards.
enum class Outcome_kind { no_action, passed_to_key_worker, taken_as_referral, advice_given };

struct Considered {
    std::string outcome; ///< code of considered_outcomes
    std::string note;
    std::string by; ///< user id
    Moment at;
};

struct Concern {
    std::string text;
    std::string by;
    Moment at;
};

void save(store::Transaction& records, const Enquiry& enquiry);
std::optional<Enquiry> with_receipt(store::Records& records, const std::string& receipt);

/// Enquiries about this child or household, or, when nobody was found, in the same words; since
/// `since`, newest first, at most ten. Steps on the way (`which_child`) do not count.
struct SameMatter {
    std::optional<child::ChildId> child;
    std::optional<child::HouseholdId> household;
    std::string fold;
    Moment since;
};
std::vector<Told::Earlier> earlier(store::Records& records, const SameMatter& matter);

/// A line of the list of enquiries.
struct Line {
    std::string receipt, asked_by_name, caller, job, agency, called_back, reason, about;
    Moment asked_at;
    pack::Answer answer = pack::Answer::not_found;
    std::string child_name; ///< as told; empty when no child was meant
    bool number_held = false;
    int concerns = 0;
    std::optional<Considered> considered;
};
struct Window {
    Moment from, to;
    bool only_open = false; ///< not yet considered
    int limit = 200;
};
std::vector<Line> lines(store::Records& records, const Window& window);
/// For the chronology of a child, newest first.
std::vector<Line> lines_about(store::Records& records, const child::ChildId& child, int limit);

void add_concern(store::Transaction& records, const EnquiryId& enquiry, const Concern& concern,
                 const std::string& id);
std::vector<Concern> concerns(store::Records& records, const EnquiryId& enquiry);
void consider(store::Transaction& records, const EnquiryId& enquiry, const Considered& considered,
              const std::string& id);
std::optional<Considered> considered(store::Records& records, const EnquiryId& enquiry);

} // namespace heed::enquiry
