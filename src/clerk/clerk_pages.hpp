#pragma once

#include "clerk/running_store.hpp"
#include "permission/guard.hpp"

namespace heed::clerk {

/// Everything under `/changeover`: a file is looked at, imported and reported of; rows that are
/// held are put right, questions are settled. All that is given outlives the router.
void routes(web::Router& router, const permission::Guard& guard, const office::Office& office,
            Running& running);

/// The part of it for the two queues.
void queue_routes(web::Router& router, const permission::Guard& guard,
                  const office::Office& office);

} // namespace heed::clerk
