#pragma once

#include "asking/lines.hpp"
#include "matching/finder.hpp"

namespace heed::matching {

using asking::Lines;

/// Says which candidates are worth a look and whether the first is strong. Candidates are in order.
///
/// Strong means: far above what chance would bring among all who might be meant; far above the
/// second; and no main field (forename, surname, birth) differs. So brothers and sisters, who share
/// all but a forename, and namesakes born in other years are never strong by their sum alone.
void judge(Answer& answer, const Lines& lines);

} // namespace heed::matching
