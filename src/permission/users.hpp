#pragma once

#include "core/outcome.hpp"
#include "permission/person.hpp"
#include "store/records.hpp"

#include <optional>
#include <string>
#include <vector>

namespace heed::permission {

/// Somebody who may sign in, or could before their account was closed. Never removed: the ledger
/// names them.
struct User {
    UserId id;
    std::string user_name, name;
    Role role;
    std::string email, professional;
    bool disabled = false;
    Moment added_at;

    SignedIn as_signed_in() const { return {id, user_name, name, role, professional}; }
};

/// What proves a user. Never in the ledger, never on a page.
struct Secret {
    std::string password_hash;
    bool one_time = false;                  ///< the password must be changed at the next sign-in
    std::optional<std::string> totp_secret; ///< the second factor, if one is set up
    std::int64_t totp_step = 0;             ///< the last code that was taken
};

struct ApiToken {
    TokenId id;
    UserId user;
    std::string label;
    Moment made_at;
    std::optional<Moment> revoked_at;
};

/// From the columns id, user_name, full_name, role and professional.
SignedIn signed_in_from(const store::Row& row);

std::optional<User> user_named(store::Records& records, const std::string& user_name);
/// Refuses `no_such_user`.
Outcome<User> find_user(store::Records& records, const UserId& id);
std::vector<User> list_users(store::Records& records);
std::vector<User> users_in_role(store::Records& records, Role role);
/// Where notices for a user are sent; empty when nowhere.
std::string email_of(store::Records& records, const UserId& id);

Secret secret_of(store::Records& records, const UserId& id);
std::vector<ApiToken> tokens_of(store::Records& records, const UserId& id);

// What follows changes rows and leaves the ledger entry to the caller.

/// Refuses `user_name_taken`.
Outcome<void> add(store::Transaction& records, const User& user, const std::string& password_hash);
/// All but id, user name and day of adding.
void save(store::Transaction& records, const User& user);
void save_password(store::Transaction& records, const UserId& id, const std::string& hash,
                   bool one_time);
void save_second_factor(store::Transaction& records, const UserId& id,
                        const std::optional<std::string>& secret, std::int64_t step);
/// Notes that the code of `step` was taken. False when that one or a later one was before.
bool take_step(store::Transaction& records, const UserId& id, std::int64_t step);

/// `token_hash` is sha256_hex of the token.
TokenId add_token(store::Transaction& records, const ledger::Pen& pen, const UserId& user,
                  const std::string& label, const std::string& token_hash);
/// Refuses `not_found` when that user has no such token.
Outcome<void> revoke(store::Transaction& records, const UserId& user, const TokenId& token,
                     Moment now);
/// Whose token that is. Refuses `sign_in_first` for anything but a token that is valid now. One
/// indexed read.
Outcome<SignedIn> bearer_of(store::Records& records, std::string_view token);

} // namespace heed::permission
