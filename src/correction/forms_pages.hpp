#pragma once

#include "family/people.hpp"
#include "office/office.hpp"
#include "permission/guard.hpp"
#include "web/router.hpp"

namespace heed::correction {

/// The forms below `/children/{id}/`. All of it outlives the router.
void routes(web::Router& router, const permission::Guard& guard, const office::Office& office,
            family::People& people);

/// Where what was posted to one of these forms is kept and found again, when it cannot be taken
/// because the session ended. Empty when the request is not of this room.
struct DraftPlace {
    std::string form, path;
};
DraftPlace draft_of_post(const web::Request& request);

} // namespace heed::correction
