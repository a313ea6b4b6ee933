#pragma once

#include "casefile/case_store.hpp"
#include "family/people.hpp"
#include "office/office.hpp"
#include "permission/guard.hpp"
#include "web/router.hpp"

namespace heed::casefile {

/// What the pages need beside the guard; all of it outlives the router.
struct CasefileParts {
    const office::Office& office;
    family::People& people;
    std::vector<ChronologySource> sources = {}; ///< of rooms beside this one
};

/// `/children/{id}` and all below it, and `/children/new`.
void routes(web::Router& router, const permission::Guard& guard, CasefileParts parts);

} // namespace heed::casefile
