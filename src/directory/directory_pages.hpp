#pragma once

#include "office/office.hpp"
#include "permission/guard.hpp"
#include "web/router.hpp"

namespace heed::directory {

/// `/directory` and the forms for its entries. The office outlives the router.
void routes(web::Router& router, const permission::Guard& guard, const office::Office& office);

} // namespace heed::directory
