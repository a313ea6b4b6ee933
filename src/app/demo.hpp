#pragma once

#include "app/call.hpp"

namespace heed::app {

/// Makes the demonstration authority, Northmere Council, in an empty database: its users, its
/// directory, and the invented families of data/demo, on plans that began so many days before
/// today. Everything goes through the doors that everybody uses. Gives what to tell whoever runs
/// it: who may sign in, and how. Refuses `already_a_record`.
Outcome<std::string> make_demonstration(const Call& call);

/// The users of a demonstration, and their password.
std::string how_to_sign_in();

} // namespace heed::app
