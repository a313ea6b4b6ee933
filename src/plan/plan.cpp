#include "plan/plan.hpp"

namespace heed::plan {

const Category* Plan::main_category() const
{
    for (const Category& category : categories)
        if (category.is_main) return &category;
    return nullptr;
}

std::string_view label(EndReason reason)
{
    switch (reason) {
    case EndReason::no_longer_at_risk: return "A review found that a plan is no longer needed";
    case EndReason::moved_away: return "Moved for good; the other authority took over in writing";
    case EndReason::reached_18: return "Reached 18";
    case EndReason::died: return "Died";
    case EndReason::left_the_country: return "Left the country for good";
    case EndReason::looked_after: return "Looked after, and no longer at risk because of it";
    case EndReason::visit_ended: return "Was here for a while, and has gone";
    case EndReason::not_recorded: return "Not recorded";
    }
    return "";
}

} // namespace heed::plan
