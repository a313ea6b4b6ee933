#include "plan/period.hpp"

namespace heed::plan {

Outcome<Period> Period::between(Day first, Day last) { return open(first).ended(last); }

Outcome<Period> Period::ended(Day last) const
{
    if (last_) return refuse(RefusalCode::already_ended, "last_day");
    if (last <= first_) return too_early("last_day", first_, "when the plan began");
    return Period{first_, last};
}

bool Period::meets(const Period& other) const
{
    return (!last_ || other.first_ <= *last_) && (!other.last_ || first_ <= *other.last_);
}

} // namespace heed::plan
