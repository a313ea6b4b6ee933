#pragma once

#include "asking/question.hpp"

namespace heed::matching {

// Questions are the asking room's; whoever asks knows this room alone.
using asking::Born;
using asking::born_at_age;
using asking::born_from_iso;
using asking::born_in_month;
using asking::born_in_year;
using asking::born_on;
using asking::Chip;
using asking::chips;
using asking::Question;
using asking::spelled_back;
using asking::understand;
using asking::Understood;

} // namespace heed::matching
