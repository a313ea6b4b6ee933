#pragma once

#include "feed/row.hpp"

namespace heed::feed {

/// The column that a heading means: its own name or a near one, whatever its case, spaces and
/// underlines ("Date of birth", "PREV POSTCODE"). Nothing when it is none of ours.
std::optional<Column> column_of_heading(std::string_view heading);

} // namespace heed::feed
