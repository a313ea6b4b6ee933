#pragma once

#include "pack/pack.hpp"
#include "plan/plan.hpp"

namespace heed::plan {

/// Something about a child's plan that somebody should see to, the gravest first.
enum class Alarm {
    no_key_worker,
    key_worker_not_qualified, ///< the pack says that a key worker is a qualified social worker
    no_category,
    review_late,
    no_review_set,
    no_address,
    address_never_verified,
    review_soon, ///< within two weeks: a help, not a failing
};

/// What the rules need to know beside the plan.
struct Surroundings {
    bool key_worker_is_qualified = false;
    bool has_address = false, address_is_verified = false;
};

/// What is to be seen to about a plan on a day; none for a plan that does not hold then. A
/// temporary plan's categories and reviews are its home authority's to see to.
///
/// Working Together, "The key worker": always a qualified social worker, whom the pack names.
std::vector<Alarm> alarms(const Plan& plan, const Surroundings& surroundings, Day day,
                          const pack::Pack& pack);

/// Calm words for people: "No key worker", "Review 12 days late".
std::string in_words(Alarm alarm, const Plan& plan, Day day, const pack::Pack& pack);
/// For a choice in a list: "Review late".
std::string heading_of(Alarm alarm, const pack::Pack& pack);
/// Whether it is a failing (a help otherwise).
bool is_grave(Alarm alarm);

} // namespace heed::plan

namespace heed {
template <>
inline constexpr std::array<std::string_view, 8> codes<plan::Alarm>{
    "no_key_worker", "key_worker_not_qualified", "no_category", "review_late", "no_review_set",
    "no_address",    "address_never_verified",   "review_soon"};
} // namespace heed
