#pragma once

#include "answers/told.hpp"

namespace heed::enquiry {

// An answer as it was given is the answers room's; whoever asks knows this room alone.
using answers::could_not_check;
using answers::Told;
using answers::told_from_json;
using answers::told_json;

} // namespace heed::enquiry
