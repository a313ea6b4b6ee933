#include "permission/sessions.hpp"

namespace heed::permission {

using std::chrono::hours;
using std::chrono::minutes;

bool live(const Session& session, Moment now)
{
    return now < session.ends_at && now < session.seen_at + minutes{session.idle_minutes};
}

Stage next_stage(const Secret& secret, const Settings& settings, bool code_given)
{
    if (secret.totp_secret && !code_given) return Stage::code;
    if (secret.one_time) return Stage::password;
    if (settings.second_factor_required && !secret.totp_secret) return Stage::second_factor;
    return Stage::full;
}

Moment latest_end(Stage stage, Moment now)
{
    switch (stage) {
    case Stage::code: return now + minutes{10};
    case Stage::password:
    case Stage::second_factor: return now + minutes{30};
    case Stage::full: break;
    }
    return now + hours{12};
}

} // namespace heed::permission
