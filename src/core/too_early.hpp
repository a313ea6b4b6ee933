#pragma once

#include "core/day.hpp"
#include "core/outcome.hpp"

namespace heed {

/// Refuses `does_not_follow` at the field, and says what comes before: "That is 1 February 2008,
/// when the plan began."
std::unexpected<Refusal> too_early(std::string field, Day first, const std::string& what);

} // namespace heed
