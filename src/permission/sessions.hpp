#pragma once

#include "permission/settings.hpp"
#include "permission/users.hpp"

namespace heed::permission {

/// How far somebody has come in signing in: what still waits, or nothing.
enum class Stage { code, password, second_factor, full };

/// What somebody signed in with a browser. Held by the server; the browser has only a token.
struct Session {
    SessionId id;
    SignedIn person;
    Stage stage = Stage::code;
    std::string csrf;   ///< bound to the token, so it changes with it
    std::string device; ///< "Firefox on Windows"
    Moment began_at, seen_at, ends_at;
    int idle_minutes = 0;
    std::optional<std::string> waiting_secret; ///< a second factor that is being set up
};

/// Whether it has neither been idle too long nor come to its end.
bool live(const Session& session, Moment now);

/// What must still be done before somebody is signed in.
Stage next_stage(const Secret& secret, const Settings& settings, bool code_given);

/// The end of a session of that stage that begins now, however busy it is: 10 minutes for a code,
/// 30 for what is done once, 12 hours for work.
Moment latest_end(Stage stage, Moment now);

/// A new session's token, told to the browser and kept nowhere.
struct Opened {
    std::string token;
    Stage stage;
};

struct NewSession {
    const User& user;
    Stage stage;
    std::string device;
    Moment ends_at;
};

Opened open_session(store::Transaction& records, const ledger::Pen& pen, const NewSession& wanted);

/// The session of a token, live or not; nothing when it was ended or the account was closed.
std::optional<Session> session_of(store::Records& records, std::string_view token);
/// The sessions of a user that are live, newest first.
std::vector<Session> sessions_of(store::Records& records, const UserId& user, Moment now);

void note_seen(store::Transaction& records, const SessionId& session, Moment now);
void keep_waiting_secret(store::Transaction& records, const SessionId& session,
                         const std::string& secret);
/// Ended sessions let nobody in; they only say, for 30 days, whose a form was that comes too late.
void end_session(store::Transaction& records, const SessionId& session, Moment now);
void end_sessions(store::Transaction& records, const UserId& user, Moment now);

} // namespace heed::permission
