#include "asking/lines.hpp"

#include "asking/weights.hpp"

#include <algorithm>
#include <cmath>

namespace heed::asking {

Lines lines_for(float best_possible, std::size_t people)
{
    const float index = std::log2(static_cast<float>(people) + 1.0F);
    const float meant = std::max(index, weights.people_outside);
    const float shown =
        std::min(meant - weights.shown_below_index, best_possible - weights.shown_below_best);
    return {std::max(shown, weights.shown_least),
            std::max(weights.people_outside + weights.strong_above,
                     index + weights.strong_above_index)};
}

} // namespace heed::asking
