#pragma once

#include "account/second_factor_seal.hpp"
#include "lockout/lockout.hpp"
#include "lockout/place.hpp"
#include "permission/sessions.hpp"
#include "secrets/passwords.hpp"
#include "store/database.hpp"

#include <string>
#include <string_view>

namespace heed::account {

using lockout::Counted;
using lockout::Try;
using permission::Opened;
using permission::Session;
using permission::SignedIn;
using permission::Stage;
using permission::User;
using permission::UserId;

struct Credentials {
    std::string_view user_name; ///< as typed
    std::string_view password;
    std::string device = {}; ///< for the list of one's own sessions
    std::string place = {};  ///< where it comes from (lockout::place_of)
};

struct ChosenPassword {
    std::string_view current; ///< not asked for when a one-time password was just given
    std::string_view wanted;
    std::string place = {};
};

/// How somebody proves who they are, step by step. Every try is in the ledger, and wrong ones lock
/// the name for the place that they come from (lockout), of which administrators are told. A
/// name that nobody has costs the same work and gets the same answer as a wrong password. Each step
/// ends the session before it and opens a new one, so a token that was planted or seen earlier is
/// worth nothing. Safe from any thread.
class SignIn {
public:
    SignIn(store::Database& database, ledger::Pen pen, secrets::Passwords& passwords,
           SecondFactorSeal seal)
        : database_{database}, pen_{pen}, passwords_{passwords}, seal_{seal}
    {
    }

    /// Refuses `wrong_sign_in`, `locked_out`, `too_many_sign_ins`.
    Outcome<Opened> begin(const Credentials& given);

    /// The second factor, in a session of stage `code`. Refuses `wrong_code`, `locked_out`.
    Outcome<Opened> give_code(const Session& session, std::string_view code,
                              const std::string& place = {});

    /// Ends all other sessions of the user. Refuses `wrong_password` (field `current`),
    /// `same_password`, `password_too_weak`, `too_long`, `locked_out`, `too_many_sign_ins`.
    Outcome<Opened> choose_password(const Session& session, const ChosenPassword& chosen);

    /// The secret to be put into a telephone: the same until it is confirmed. Refuses
    /// `second_factor_is_set`.
    Outcome<std::string> secret_to_set_up(const Session& session);

    /// Confirms it by a code that it made. Refuses `wrong_code`, `second_factor_is_set`.
    Outcome<Opened> set_up_second_factor(const Session& session, std::string_view code,
                                         const std::string& place = {});

    void sign_out(const Session& session);
    void sign_out_everywhere(const SignedIn& person);

    /// For a terminal: no session. Refuses as `begin` does, and `wrong_code` (also when a code is
    /// needed and none came), `choose_a_new_password`, `set_up_second_factor`.
    Outcome<SignedIn> at_terminal(const Credentials& given, std::string_view code);

private:
    struct Next {
        User user;
        std::string device, place;
        bool code_given = false;
        std::optional<Moment> ends_at = {}; ///< of the session it takes the place of
        bool was_full = false;
    };

    Outcome<User> proven(const Credentials& given);
    void note_locked(store::Transaction& records, Counted of, const Try& tried,
                     const std::optional<User>& user) const;
    Refusal wrong_try(const Try& tried, const std::optional<User>& user, std::string_view what);
    Outcome<Opened> open_next(store::Transaction& records, const Next& next);
    bool take_code(store::Transaction& records, const UserId& user, std::string_view code);
    Outcome<void> usable(const Session& session, const ChosenPassword& chosen);

    store::Database& database_;
    ledger::Pen pen_;
    secrets::Passwords& passwords_;
    SecondFactorSeal seal_;
};

} // namespace heed::account
