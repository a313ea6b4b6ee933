#pragma once

#include <cstddef>

namespace heed::searching {

/// How a search went, in numbers alone: nothing of anybody. What a cap left out is found all the
/// same when everybody is looked at.
struct Effort {
    std::size_t rows_compared = 0;   ///< names of people, one by one
    std::size_t rows_scored = 0;     ///< of them those that were compared in everything
    std::size_t words_left_out = 0;  ///< of the question: more than are weighed
    std::size_t days_left_out = 0;   ///< that may be meant, too many to look along each
    std::size_t pairs_left_out = 0;  ///< of near words, further off together than are looked up
    std::size_t carers_left_out = 0; ///< children of carers of a near name, too many to look at
};

} // namespace heed::searching
