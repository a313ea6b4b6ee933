#pragma once

#include "matching/finder.hpp"

#include <cstddef>

namespace heed::matching {

/// Where the lines run for one question in one index, in bits.
struct Lines {
    float shown = 0;  ///< below it nobody is worth a look
    float strong = 0; ///< from it on a candidate may be strong
};

/// `best_possible` is what somebody would score who is exactly as was said: little was said if it
/// is low, and then the lines are low too, but for the strong one.
Lines lines_for(float best_possible, std::size_t people);

/// Says which candidates are worth a look and whether the first is strong. Candidates are in order.
///
/// Strong means: far above what chance would bring among all who might be meant; far above the
/// second; and no main field (forename, surname, birth) differs. So brothers and sisters, who share
/// all but a forename, and namesakes born in other years are never strong by their sum alone.
void judge(Answer& answer, const Lines& lines);

} // namespace heed::matching
