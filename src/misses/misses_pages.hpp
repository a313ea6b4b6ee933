#pragma once

#include "office/office.hpp"
#include "permission/guard.hpp"
#include "web/router.hpp"

namespace heed::misses {

/// `/misses` and `/misses/{miss}`. What is given outlives the router.
void routes(web::Router& router, const permission::Guard& guard, const office::Office& office);

} // namespace heed::misses
