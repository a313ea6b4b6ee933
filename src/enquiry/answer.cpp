#include "enquiry/answer.hpp"

namespace heed::enquiry {

using pack::Answer;

bool ended_recently(Day ended, Day today, const pack::Pack& pack)
{
    return ended <= today && today <= add_months(ended, pack.recently_ended_months().value);
}

Answer answer_for(matching::Meant meant, const std::optional<Standing>& child, Day today,
                  const pack::Pack& pack)
{
    if (meant == matching::Meant::several) return Answer::which_child;
    if (meant == matching::Meant::nobody) return Answer::not_found;
    ensure(child.has_value(), "one child is meant, but how they stand was not looked up");
    if (child->on_plan) return Answer::on_plan;
    if (child->temporarily_here) return Answer::temporarily_here;
    if (child->last_plan_ended && ended_recently(*child->last_plan_ended, today, pack))
        return Answer::plan_ended_recently;
    if (child->household_on_plan) return Answer::household_on_plan;
    return Answer::known_not_on_plan;
}

MustBeTold must_be_told(Answer answer, const Hearing& hearing)
{
    MustBeTold told;
    const bool any_reached = hearing.key_workers != Reached::nobody;
    switch (answer) {
    case Answer::on_plan:
    case Answer::plan_ended_recently:
        told.key_worker = any_reached;
        told.designated_manager =
            hearing.asked_before || hearing.row_like || hearing.key_workers != Reached::everybody;
        break;
    case Answer::temporarily_here:
        told.key_worker = any_reached;
        told.designated_manager = true;
        break;
    case Answer::household_on_plan:
        told.household_key_workers = any_reached;
        told.designated_manager = true;
        break;
    case Answer::known_not_on_plan:
    case Answer::not_found:
        told.designated_manager = hearing.asked_before || hearing.row_like;
        break;
    case Answer::which_child:
    case Answer::could_not_check: break;
    }
    return told;
}

} // namespace heed::enquiry
