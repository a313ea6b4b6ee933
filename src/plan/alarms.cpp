#include "plan/alarms.hpp"

namespace heed::plan {

namespace {

/// Ours, not the guidance's: long enough before a review to send its papers out.
constexpr std::chrono::days soon{14};

} // namespace

std::vector<Alarm> alarms(const Plan& plan, const Surroundings& surroundings, Day day,
                          const pack::Pack& pack)
{
    std::vector<Alarm> raised;
    if (!plan.period.holds_on(day)) return raised;
    const bool is_ours = plan.kind == Kind::own;
    // A temporary plan has a key worker at home, who is named with it; one here is a help.
    if (is_ours && !plan.key_worker()) raised.push_back(Alarm::no_key_worker);
    if (plan.key_worker() && !surroundings.key_worker_is_qualified &&
        pack.key_worker_must_be_qualified().value)
        raised.push_back(Alarm::key_worker_not_qualified);
    if (is_ours && plan.categories.empty()) raised.push_back(Alarm::no_category);
    const auto due = plan.next_review_due;
    if (due && *due < day) raised.push_back(Alarm::review_late);
    if (is_ours && !due) raised.push_back(Alarm::no_review_set);
    if (!surroundings.has_address)
        raised.push_back(Alarm::no_address);
    else if (!surroundings.address_is_verified)
        raised.push_back(Alarm::address_never_verified);
    if (due && day <= *due && *due <= day + soon) raised.push_back(Alarm::review_soon);
    return raised;
}

std::string in_words(Alarm alarm, const Plan& plan, Day day, const pack::Pack& pack)
{
    switch (alarm) {
    case Alarm::no_key_worker: return "No " + pack.word(pack::Word::key_worker);
    case Alarm::key_worker_not_qualified:
        return "The " + pack.word(pack::Word::key_worker) +
               " is not known to be a qualified social worker";
    case Alarm::no_category: return "No " + pack.word(pack::Word::category);
    case Alarm::review_late: {
        const auto days = (day - plan.next_review_due.value_or(day)).count();
        return "Review " + std::to_string(days) + (days == 1 ? " day late" : " days late");
    }
    case Alarm::no_review_set: return "No review date";
    case Alarm::no_address: return "No address";
    case Alarm::address_never_verified: return "Address never verified";
    case Alarm::review_soon:
        return "Review due " + heed::in_words(plan.next_review_due.value_or(day));
    }
    return {};
}

std::string heading_of(Alarm alarm, const pack::Pack& pack)
{
    switch (alarm) {
    case Alarm::no_key_worker: return "No " + pack.word(pack::Word::key_worker);
    case Alarm::key_worker_not_qualified:
        return "No qualified " + pack.word(pack::Word::key_worker);
    case Alarm::no_category: return "No " + pack.word(pack::Word::category);
    case Alarm::review_late: return "Review late";
    case Alarm::no_review_set: return "No review date";
    case Alarm::no_address: return "No address";
    case Alarm::address_never_verified: return "Address never verified";
    case Alarm::review_soon: return "Review within two weeks";
    }
    return "";
}

bool is_grave(Alarm alarm)
{
    return alarm != Alarm::review_soon && alarm != Alarm::address_never_verified;
}

} // namespace heed::plan
