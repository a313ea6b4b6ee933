#pragma once

#include "account/accounts.hpp"
#include "permission/guard.hpp"
#include "web/router.hpp"

#include <string>

namespace heed::account {

/// What the pages of this room need; all of it outlives the router.
struct Means {
    store::Database& database;
    const Clock& clock;
    Accounts& accounts;
    const permission::Guard& guard;
    std::string issuer; ///< what an authenticator app calls this record: "Heed Medway"
};

/// `/sign-in`, `/sign-in/code`, `/sign-out`.
void sign_in_routes(web::Router& router, const Means& means);
/// `/account` and what is below it.
void account_routes(web::Router& router, const Means& means);
/// `/users` and what is below it, for whoever holds `manage_users`.
void user_routes(web::Router& router, const Means& means);

/// All of them. `means` must outlive the router.
inline void routes(web::Router& router, const Means& means)
{
    sign_in_routes(router, means);
    account_routes(router, means);
    user_routes(router, means);
}

/// Takes somebody to what still waits, or to where they were going, with the new session's cookie.
web::Response go_on(const web::Request& request, const Opened& opened, const std::string& then);

} // namespace heed::account
