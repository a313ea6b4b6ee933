#pragma once

#include "account/sign_in.hpp"
#include "permission/desk.hpp"
#include "permission/users.hpp"

#include <string>

namespace heed::account {

using permission::Desk;
using permission::Role;
using permission::TokenId;

struct NewUser {
    std::string user_name; ///< 2 to 40 of a-z 0-9 . - _
    std::string name;
    std::string role;              ///< its code
    std::string email = {};        ///< where notices are sent; may be empty
    std::string professional = {}; ///< id of their entry in the directory; may be empty
    bool with_token = false;
};

/// A user just made. Password and token are told once and kept nowhere.
struct AddedUser {
    UserId id;
    std::string password; ///< must be changed at the first sign-in
    std::string token;    ///< empty unless asked for
};

/// What an administrator may change of a user.
struct UserChange {
    std::string name, role, email;
};

/// Who may sign in. The house has one; safe from any thread. Whatever is done here is in the
/// ledger, and takes effect at the user's next request.
class Accounts {
public:
    /// `key_hex`: the key of HEED_KEY_FILE; with it, second factors are sealed.
    Accounts(store::Database& database, ledger::Pen pen, secrets::HashCost cost = {},
             const std::string& key_hex = {})
        : database_{database}, pen_{pen}, passwords_{cost},
          sign_in_{database, pen, passwords_, SecondFactorSeal{key_hex}}
    {
    }

    SignIn& sign_in() { return sign_in_; }
    const secrets::Passwords& passwords() const { return passwords_; }

    /// All that add_user would refuse, each at its field: a person sees them together.
    std::vector<Refusal> wrong_with(const NewUser& wanted) const;
    /// The refusal with all that is wrong besides in its detail: for a terminal.
    Refusal with_all(const NewUser& wanted, Refusal first) const;

    /// Refuses `user_name_unusable`, `user_name_taken`, `needed` (name), `too_long`,
    /// `no_such_role`.
    Outcome<AddedUser> add_user(const ledger::Actor& actor, const NewUser& wanted);
    /// The same, for whoever holds `manage_users`.
    Outcome<AddedUser> add_user(Desk& desk, const NewUser& wanted);
    /// The first of a new record, by the console. Refuses `already_a_record` when there are users.
    Outcome<AddedUser> first_administrator(const std::string& user_name, const std::string& name);

    // For whoever holds `manage_users`. What would let somebody change their own rights or lock
    // themselves out is refused `not_yourself`.

    /// A new role ends the user's sessions. Refuses as add_user does, and `no_such_user`.
    Outcome<void> change_user(Desk& desk, const UserId& id, const UserChange& change);
    /// Ends their sessions, and no token of theirs is taken any more.
    Outcome<void> close_account(Desk& desk, const UserId& id);
    Outcome<void> open_account(Desk& desk, const UserId& id);
    /// Gives a one-time password, ends the user's sessions and lifts a lock.
    Outcome<std::string> reset_password(Desk& desk, const UserId& id);
    /// The user sets a new one up at the next sign-in. Ends their sessions.
    Outcome<void> reset_second_factor(Desk& desk, const UserId& id);
    Outcome<void> end_sessions(Desk& desk, const UserId& id);
    Outcome<void> revoke_token(Desk& desk, const UserId& id, const TokenId& token);

    // For everybody, about themselves.

    /// A token for programs, told once: 32 random bytes. Refuses `needed` and `too_long` (label).
    Outcome<std::string> make_token(Desk& desk, const std::string& label);
    Outcome<void> revoke_own_token(Desk& desk, const TokenId& token);

    /// Refuses `sign_in_first` for anything but a token that is valid now. One indexed read.
    Outcome<SignedIn> authenticate_token(std::string_view token);

    /// See SignIn::at_terminal.
    Outcome<SignedIn> authenticate_password(std::string_view user_name, std::string_view password,
                                            std::string_view code);

private:
    using Work = std::function<Outcome<void>(store::Transaction&, User&)>;

    struct Prepared {
        User user;
        AddedUser told;
        std::string password_hash;
    };
    Outcome<Prepared> prepare(const NewUser& wanted);
    Outcome<AddedUser> write(store::Transaction& records, const ledger::Actor& actor,
                             const Prepared& prepared) const;
    struct Managed {
        const UserId& id;
        std::string action;
    };
    Outcome<void> manage(Desk& desk, const UserId& id, const std::string& action, const Work& work);
    Outcome<void> manage_in(store::Transaction& records, Desk& desk, const Managed& what,
                            const Work& work) const;

    store::Database& database_;
    ledger::Pen pen_;
    secrets::Passwords passwords_;
    SignIn sign_in_;
};

} // namespace heed::account
