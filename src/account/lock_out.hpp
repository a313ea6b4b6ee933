#pragma once

#include "store/records.hpp"

#include <string>

namespace heed::account {

/// So many wrong tries in a row lock a name for so long.
inline constexpr int wrong_tries_max = 10;
inline constexpr std::chrono::minutes locked_for{15};

/// Whether nobody may sign in under that name now, whether there is such a user or not.
bool locked_out(store::Records& records, const std::string& user_name, Moment now);

/// Counts a wrong try. True when it is the one that locks.
bool count_wrong_try(store::Transaction& records, const std::string& user_name, Moment now);

void forget_wrong_tries(store::Transaction& records, const std::string& user_name);

} // namespace heed::account
