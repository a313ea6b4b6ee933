#pragma once

#include <cstddef>

namespace heed::asking {

/// Where the lines run for one question in one index, in bits.
struct Lines {
    float shown = 0;  ///< below it nobody is worth a look
    float strong = 0; ///< from it on a candidate may be strong
};

/// `best_possible` is what somebody would score who is exactly as was said: little was said if it
/// is low, and then the lines are low too, but for the strong one.
Lines lines_for(float best_possible, std::size_t people);

} // namespace heed::asking
