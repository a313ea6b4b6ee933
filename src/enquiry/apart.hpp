#pragma once

#include "enquiry/told.hpp"

namespace heed::enquiry {

/// What a caller can be asked for, because it is not the same for all who may be meant: of twins
/// "the first name (Ava or Eva)"; of others "the first name, the date of birth or where they live".
/// Empty when what may be told of them is the same for all.
std::string told_apart_by(const std::vector<Told::Possible>& candidates);

} // namespace heed::enquiry
