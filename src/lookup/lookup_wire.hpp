#pragma once

#include "lookup/finding_store.hpp"
#include "permission/guard.hpp"
#include "web/router.hpp"

namespace heed::lookup {

/// `POST /api/v1/find`: one question or several, for a system whose token's user has the right.
/// `people` and `office` outlive the router.
void routes(web::Router& router, const permission::Guard& guard, const office::Office& office,
            family::People& people);

} // namespace heed::lookup
