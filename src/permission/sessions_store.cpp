#include "core/digest.hpp"
#include "permission/once.hpp"
#include "permission/sessions.hpp"

#include <algorithm>
#include <array>

namespace heed::permission {

namespace {

constexpr std::array<std::string_view, 4> stage_codes{"code", "password", "second_factor", "full"};

std::string_view code_of(Stage stage) { return stage_codes.at(static_cast<std::size_t>(stage)); }

Stage stage_from(std::string_view code)
{
    const auto found = std::ranges::find(stage_codes, code);
    ensure(found != stage_codes.end(), "a session has a stage that is none");
    return static_cast<Stage>(found - stage_codes.begin());
}

const std::string select_session = R"sql(
    SELECT s.id AS session_id, s.stage, s.device, s.began_at, s.seen_at, s.ends_at,
           s.idle_minutes, s.waiting_secret,
           u.id, u.user_name, u.full_name, u.role, u.professional
      FROM sign_in_session s
      JOIN app_user u ON u.id = s.user_id AND u.disabled = 0)sql";

Session session_from(const store::Row& row)
{
    Session session{.id = row.id<SessionId>("session_id"),
                    .person = signed_in_from(row),
                    .stage = stage_from(row.text("stage")),
                    .device = row.text("device"),
                    .began_at = row.moment("began_at"),
                    .seen_at = row.moment("seen_at"),
                    .ends_at = row.moment("ends_at"),
                    .idle_minutes = static_cast<int>(row.integer("idle_minutes"))};
    if (!row.is_null("waiting_secret")) session.waiting_secret = row.blob("waiting_secret");
    return session;
}

int idle_minutes(const Settings& settings, Role role)
{
    return role == Role::out_of_hours_worker ? settings.idle_minutes_out_of_hours
                                             : settings.idle_minutes;
}

// Ended sessions are kept for a while, so that a form sent too late still finds its owner.
constexpr std::chrono::days ended_kept_for{30};

void prune(store::Transaction& records, Moment now)
{
    records.execute("DELETE FROM sign_in_session WHERE ends_at < $1", now - ended_kept_for);
    forget_answers(records, now);
}

} // namespace

Opened open_session(store::Transaction& records, const ledger::Pen& pen, const NewSession& wanted)
{
    const Moment now = pen.clock.now();
    prune(records, now);
    Opened opened{.token = random_token(pen.randomness, 32), .stage = wanted.stage};
    records.execute(R"sql(
        INSERT INTO sign_in_session
               (id, token_hash, user_id, stage, device, began_at, seen_at, ends_at, idle_minutes)
        VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8))sql",
                    SessionId::make(pen.clock, pen.randomness), sha256_hex(opened.token),
                    wanted.user.id, code_of(wanted.stage), wanted.device, now, wanted.ends_at,
                    idle_minutes(settings(records), wanted.user.role));
    return opened;
}

std::optional<Session> session_of(store::Records& records, std::string_view token)
{
    const auto row = records.row(select_session + " WHERE s.token_hash = $1", sha256_hex(token));
    if (!row) return std::nullopt;
    Session session = session_from(*row);
    session.csrf = sha256_hex("csrf " + std::string{token});
    return session;
}

std::vector<Session> sessions_of(store::Records& records, const UserId& user, Moment now)
{
    std::vector<Session> found;
    for (const auto& row : records.rows(
             select_session + " WHERE s.user_id = $1 AND s.stage = 'full' ORDER BY s.began_at DESC",
             user))
        if (Session session = session_from(row); live(session, now))
            found.push_back(std::move(session));
    return found;
}

void note_seen(store::Transaction& records, const SessionId& session, Moment now)
{
    records.execute("UPDATE sign_in_session SET seen_at = $2 WHERE id = $1 AND seen_at < $2",
                    session, now);
}

void keep_waiting_secret(store::Transaction& records, const SessionId& session,
                         const std::string& secret)
{
    records.execute("UPDATE sign_in_session SET waiting_secret = $2 WHERE id = $1", session,
                    store::Blob{secret});
}

namespace {

const std::string end_sql = "UPDATE sign_in_session SET waiting_secret = NULL, ends_at = "
                            "CASE WHEN ends_at > $2 THEN $2 ELSE ends_at END WHERE ";

} // namespace

void end_session(store::Transaction& records, const SessionId& session, Moment now)
{
    records.execute(end_sql + "id = $1", session, now);
}

void end_sessions(store::Transaction& records, const UserId& user, Moment now)
{
    records.execute(end_sql + "user_id = $1", user, now);
}

} // namespace heed::permission
