#pragma once

#include "core/outcome.hpp"
#include "store/database.hpp"

namespace heed::demonstration {

/// Makes the demonstration authority, Northmere Council, in an empty database: its users, its
/// directory, and the invented families of data/demo, on plans that began so many days before
/// today. Everything goes through the doors that everybody uses. Gives what to tell whoever runs
/// it: who may sign in, and how. Refuses `already_a_record`.
Outcome<std::string> make(store::Database& database);

/// The users of a demonstration, and their password.
std::string how_to_sign_in();

} // namespace heed::demonstration
