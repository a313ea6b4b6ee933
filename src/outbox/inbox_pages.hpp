#pragma once

#include "permission/guard.hpp"
#include "web/router.hpp"

namespace heed::outbox {

/// What the pages need; the database and the pen's parts outlive the router.
struct InboxParts {
    store::Database& database;
    ledger::Pen pen;
    permission::PageMaker page;
};

/// `/inbox`: one's own notices. `/inbox/undelivered`: what could not be sent, for whoever holds
/// `manage_users`.
void routes(web::Router& router, const permission::Guard& guard, const InboxParts& parts);

} // namespace heed::outbox
