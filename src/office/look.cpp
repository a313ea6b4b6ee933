#include "office/look.hpp"

#include <algorithm>
#include <map>

namespace heed::office {

namespace {

constexpr std::chrono::hours apart{4};

} // namespace

std::string Spell::what() const
{
    std::vector<std::pair<std::string, int>> counted;
    for (const Look& look : looks) {
        const auto known =
            std::ranges::find(counted, look.what, &std::pair<std::string, int>::first);
        if (known == counted.end())
            counted.emplace_back(look.what, 1);
        else
            ++known->second;
    }
    std::string words;
    for (const auto& [what, times] : counted) {
        words += (words.empty() ? "" : "; ") + what;
        if (times > 1) words += " (" + std::to_string(times) + " times)";
    }
    return words;
}

std::vector<std::string> Spell::reasons() const
{
    std::vector<std::string> found;
    for (const Look& look : looks)
        if (!look.reason.empty() && std::ranges::find(found, look.reason) == found.end())
            found.push_back(look.reason);
    return found;
}

std::vector<Spell> spells(std::vector<Look> looks)
{
    std::ranges::sort(looks, {},
                      [](const Look& look) { return std::tie(look.at, look.who, look.what); });
    std::vector<Spell> found;
    for (Look& look : looks) {
        const auto same = std::ranges::find_if(found.rbegin(), found.rend(), [&](const Spell& one) {
            return one.who == look.who && one.role == look.role;
        });
        if (same != found.rend() && look.at - same->looks.back().at <= apart)
            same->looks.push_back(std::move(look));
        else
            found.push_back({look.who, look.role, {look}});
    }
    std::ranges::sort(found, [](const Spell& left, const Spell& right) {
        if (left.looks.back().at != right.looks.back().at)
            return left.looks.back().at > right.looks.back().at;
        return left.who < right.who;
    });
    return found;
}

std::string action_in_words(const std::string& action)
{
    static const std::map<std::string, std::string, std::less<>> known{
        {"child.opened", "Said why, and opened the record"},
        {"child.seen", "Looked at the record"},
        {"child.compared", "Was shown the child as one who may be the same"},
        {"child.added", "Added the child"},
        {"child.restricted", "Tried to open the record, which is restricted"},
        {"child.same_seen", "Looked whether the child is recorded twice"},
        {"links.joined", "Found that two records are the same child"},
        {"links.join_asked", "Asked another to confirm that two records are the same child"},
        {"links.parted", "Found that two records are not the same child"},
        {"links.undone", "Undid a decision about two records"},
        {"links.suggested", "Said that two records may be the same child"},
        {"shield.set", "Set a shield"},
        {"shield.lifted", "Lifted a shield"},
        {"miss.came_alive", "An earlier question was found to fit this child"},
        {"child.looks_seen", "Looked at who looked"},
        {"enquiry.answered", "Answered an enquiry"},
        {"enquiry.answered_again", "Answered the same enquiry again"},
        {"enquiry.seen", "Looked at an enquiry's answer"},
        {"enquiry.concern_recorded", "Recorded a caller's concern"},
        {"enquiry.considered", "Considered an enquiry"},
        {"changeover.row_accepted", "Brought the child in from the register"},
        {"changeover.row_corrected", "Put a row of the register right"},
        {"changeover.row_seen", "Looked at a row of the register"},
        {"changeover.question_settled", "Settled a question that the register left"},
        {"child.name_written", "Changed a name"},
        {"child.name_added", "Added a name"},
        {"child.particulars_corrected", "Changed birth and other particulars"},
        {"child.language_written", "Changed language and interpreter"},
        {"child.numbers_written", "Changed the numbers"},
        {"child.involved_written", "Changed school and health"},
        {"child.legal_status_written", "Changed the legal status"},
        {"child.address_written", "Changed or verified an address"},
        {"child.moved", "Added an address"},
        {"family.adult_written", "Changed a parent, carer or relative"},
        {"family.adult_added", "Added a parent, carer or relative"},
        {"family.relationship_written", "Changed how two children are related"},
        {"family.relationship_added", "Added how two children are related"},
        {"family.stay_written", "Changed who lives in the household"},
        {"family.stay_added", "Added somebody to the household"},
        {"family.child_moved", "Moved the child"},
        {"family.household_moved", "Moved the household"},
        {"plan.key_worker_appointed", "Changed the key worker"},
        {"plan.categories_chosen", "Changed the categories"},
        {"plan.review_set", "Changed the next review"},
        {"plan.ended", "Ended the plan"},
        {"plan.days_corrected", "Put the plan's days right"},
        {"plan.begun", "Recorded a plan"}};
    const auto found = known.find(action);
    return found == known.end() ? action : found->second;
}

} // namespace heed::office
