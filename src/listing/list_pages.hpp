#pragma once

#include "office/office.hpp"
#include "permission/guard.hpp"
#include "web/router.hpp"

namespace heed::listing {

/// `/list` and `/list.csv`. The office outlives the router.
void routes(web::Router& router, const permission::Guard& guard, const office::Office& office);

} // namespace heed::listing
