#pragma once

#include "office/office.hpp"
#include "permission/guard.hpp"

namespace heed::app {

/// `/`: the place where each role begins. `/words`: the words of the time of the register and what
/// is said instead, for anyone who searches for an old one. `/health`: whether the server lives.
void start_routes(web::Router& router, const permission::Guard& guard,
                  const office::Office& office);

} // namespace heed::app
