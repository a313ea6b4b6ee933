#include "plan/next_review.hpp"

#include "pack/due.hpp"

namespace heed::plan {

Day latest_next_review(const pack::Pack& pack, Day today)
{
    // An edition without such an interval, or days past its calendar, leave the margin alone.
    const auto by_the_pack = pack::due(pack, pack::Rule::review_next, today);
    return add_months(by_the_pack ? by_the_pack->due : today, review_margin_months);
}

Outcome<void> review_may_be_on(Day due, const pack::Pack& pack, Day today, const std::string& field)
{
    const Day latest = latest_next_review(pack, today);
    if (due <= latest) return {};
    return refuse(RefusalCode::too_far_away, field,
                  "The next review may be set until " + in_words(latest) + ".");
}

} // namespace heed::plan
