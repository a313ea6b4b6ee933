#pragma once

#include "core/codes.hpp"
#include "core/outcome.hpp"
#include "enquiry/asked.hpp"
#include "enquiry/told.hpp"
#include "family/family.hpp"
#include "store/records.hpp"

namespace heed::enquiry {

using EnquiryId = Id<struct EnquiryKind>;

/// One enquiry as it is kept: who asked, what, and the answer given.
struct Enquiry {
    EnquiryId id;
    Moment asked_at;
    std::string asked_by; ///< what the worker who answered is called
    Asked asked;
    bool number_held = false; ///< the directory held the number that was rung back
    std::string fold;
    std::optional<child::ChildId> child;
    std::optional<family::HouseholdId> household;
    Told told;
};

/// What came of an enquiry: the closed list that the Designated Manager chooses from.
enum class Result { passed_to_key_worker, taken_as_referral, advice_given, no_action };

/// What somebody made of an enquiry afterwards.
struct Considered {
    Result result = Result::no_action;
    std::string note;
    std::string by; ///< what they are called

    Moment at;
};

struct Concern {
    std::string text;
    std::string by; ///< what they are called
    Moment at;
};

void save(store::Transaction& records, const Enquiry& enquiry);
std::optional<Enquiry> with_receipt(store::Records& records, const std::string& receipt);

/// Enquiries about this child or household, or, when nobody was found, in the same words; since
/// `since`, newest first, at most ten. Steps on the way (`which_child`) do not count.
struct SameMatter {
    std::vector<child::ChildId> records; ///< of the child; none when nobody was found
    std::optional<family::HouseholdId> household;
    std::string fold;
    Moment since;
};
std::vector<Told::Earlier> earlier(store::Records& records, const SameMatter& matter);

/// A question that found nobody, or was left at which child, since `since`, oldest first: whoever
/// it was about may be written down later. One that was asked again in the same words, and then
/// meant a child, was answered: it is not left open.
struct Unanswered {
    EnquiryId id;
    std::string receipt;
    Moment asked_at;
    About about;
    std::vector<std::string> offered; ///< records that were shown as possible
};
std::vector<Unanswered> unanswered(store::Records& records, Moment since);
/// Of one enquiry, whatever came of it.
std::optional<std::string> receipt_of(store::Records& records, const EnquiryId& id);

/// What is left of an answer for whoever may not see what a shield keeps from sight today, also
/// when the answer was given before it was set.
void hide_shielded(store::Records& records, Told& told, Day today);

/// A line of the list of enquiries.
struct Line {
    EnquiryId id;
    std::string receipt, asked_by, caller, job, agency, called_back, reason;
    About about;
    Moment asked_at;
    pack::Answer answer = pack::Answer::not_found;
    std::optional<child::ChildId> child;
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

std::string_view label(Result result); ///< "Passed to the key worker"

} // namespace heed::enquiry

namespace heed {
template <>
inline constexpr std::array<std::string_view, 4> codes<enquiry::Result>{
    "passed_to_key_worker", "taken_as_referral", "advice_given", "no_action"};
} // namespace heed
