#pragma once

#include "core/id.hpp"
#include "ledger/ledger.hpp"
#include "permission/role.hpp"

#include <string>

namespace heed::permission {

using UserId = Id<struct UserKind>;
using SessionId = Id<struct SessionKind>;
using TokenId = Id<struct TokenKind>;

/// Somebody who has proved who they are, by session or by token, as they are now: an account that
/// was closed or given another role since is never seen here.
struct SignedIn {
    UserId user;
    std::string user_name; ///< what they sign in with
    std::string name;      ///< what they are called
    Role role;
    std::string professional = {}; ///< id of their entry in the directory; empty when there is none

    ledger::Actor actor() const { return {user.text(), std::string{code_of(role)}}; }
};

} // namespace heed::permission
