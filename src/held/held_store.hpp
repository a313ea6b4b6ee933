#pragma once

#include "matching/person.hpp"
#include "store/records.hpp"

#include <vector>

namespace heed::held {

/// How many rows of old registers wait to be put right.
std::int64_t count(store::Records& records);

/// Those whom they are about, each by the id of the row.
std::vector<matching::Person> people(store::Records& records);

} // namespace heed::held
