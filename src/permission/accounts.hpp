#pragma once

#include "core/outcome.hpp"
#include "permission/desk.hpp"
#include "permission/passwords.hpp"
#include "store/database.hpp"

#include <functional>
#include <string>

namespace heed::permission {

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

/// Who may sign in, and how they prove who they are. The house has one; safe from any thread.
class Accounts {
public:
    /// Told inside the transaction that locks a user out, so that administrators get a notice.
    using OnLockOut = std::function<void(store::Transaction&, const UserId&)>;

    Accounts(store::Database& database, ledger::Pen pen, HashCost cost = {});

    /// Refuses `user_name_unusable`, `user_name_taken`, `needed` (name), `no_such_role`.
    Outcome<AddedUser> add_user(const ledger::Actor& actor, const NewUser& wanted);
    /// The same, for whoever holds `manage_users`.
    Outcome<AddedUser> add_user(Desk& desk, const NewUser& wanted);
    /// The first of a new record, by the console. Refuses `already_a_record` when there are users.
    Outcome<AddedUser> first_administrator(const std::string& user_name, const std::string& name);

    /// Refuses `sign_in_first` for anything but a token that is valid now. One indexed read.
    Outcome<SignedIn> authenticate_token(std::string_view token);

    /// For a terminal. Every try is in the ledger. Refuses `wrong_sign_in`, `locked_out`,
    /// `too_many_sign_ins`, `wrong_code` (field `code`; also when one is needed and none came),
    /// `choose_a_new_password`, `set_up_second_factor`.
    Outcome<SignedIn> authenticate_password(std::string_view user_name, std::string_view password,
                                            std::string_view code);

    void on_lock_out(OnLockOut tell) { on_lock_out_ = std::move(tell); }

private:
    store::Database& database_;
    ledger::Pen pen_;
    Passwords passwords_;
    OnLockOut on_lock_out_;
};

} // namespace heed::permission
