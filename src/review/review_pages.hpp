#pragma once

#include "family/people.hpp"
#include "office/office.hpp"
#include "permission/guard.hpp"
#include "web/router.hpp"

namespace heed::review {

/// `/review` and all below it, `/children/{id}/same-child` and `/children/{id}/shield`. What is
/// given outlives the router.
void routes(web::Router& router, const permission::Guard& guard, const office::Office& office,
            family::People& people);

/// The latter: shields alone.
void shield_routes(web::Router& router, const permission::Guard& guard,
                   const office::Office& office);

} // namespace heed::review
