#pragma once

#include "town.hpp"

namespace heed::bench {

/// What callers ask of a town: the bodies of `POST /api/v1/enquiries`, in one order every time. Of
/// twenty: seven name the child rightly, six are misheard by a letter and know only the year, three
/// leave open which of a household is meant, four are about nobody who is known.
std::vector<std::string> questions(const Town& town, std::size_t many);

} // namespace heed::bench
