#include "account/sign_in.hpp"

#include "core/json.hpp"
#include "core/text.hpp"
#include "outbox/outbox.hpp"
#include "secrets/one_time_code.hpp"

namespace heed::account {

using namespace lockout;
using namespace permission;

namespace {

const ledger::Actor house{"system", "system"};

std::string why(std::string_view what)
{
    return JsonWriter{}.object().key("why").value(what).end().text();
}

outbox::Sentence says_of(Counted of)
{
    switch (of) {
    case Counted::name_here:
        return "Somebody was locked out of one place after ten wrong tries to sign in from there.";
    case Counted::name:
        return "Fifty wrong tries to sign in as one user came from several places. For an hour "
               "they can sign in only where they did lately.";
    case Counted::place: break;
    }
    return "A hundred wrong tries to sign in came from one place. For an hour only those can sign "
           "in there who did lately.";
}

} // namespace

Outcome<User> SignIn::proven(const Credentials& given)
{
    const Try tried{lower_ascii(trimmed(given.user_name)), given.place};
    struct Known {
        std::optional<User> user;
        std::string hash;
        bool locked = false;
    };
    const Known known = database_.read([&](store::Snapshot& records) -> Known {
        Known found{.user = user_named(records, tried.user_name),
                    .locked = locked_out(records, tried, pen_.clock.now())};
        if (found.user) found.hash = secret_of(records, found.user->id).password_hash;
        return found;
    });
    if (known.locked) return refuse(RefusalCode::locked_out);
    const bool right = TRY(passwords_.matches(given.password, known.hash));
    if (right && !known.user->disabled) return *known.user;
    return std::unexpected{wrong_try(tried, known.user, "password")};
}

void SignIn::note_locked(store::Transaction& records, Counted of, const Try& tried,
                         const std::optional<User>& user) const
{
    const std::string subject = user && of != Counted::place ? user->id.text() : std::string{};
    JsonWriter details;
    details.object().key("of").value(code(of));
    if (of != Counted::name) details.key("place").value(tried.place);
    ledger::append(
        records, pen_, house,
        {.action = "sign_in.locked", .subject = subject, .details = details.end().text()});
    // Of names that nobody has there is nothing to tell.
    if (subject.empty() && of != Counted::place) return;
    for (const User& administrator : users_in_role(records, permission::Role::administrator))
        outbox::put(records, pen_,
                    {.to_user = administrator.id,
                     .says = says_of(of),
                     .kind = "sign_in.locked",
                     .subject = subject,
                     .link = subject.empty() ? "/users" : "/users/" + subject});
}

Refusal SignIn::wrong_try(const Try& tried, const std::optional<User>& user, std::string_view what)
{
    const bool locked = database_.write([&](store::Transaction& records) {
        const std::string subject = user ? user->id.text() : std::string{};
        const Moment now = pen_.clock.now();
        ledger::append(records, pen_, house,
                       {.action = "sign_in.failed", .subject = subject, .details = why(what)});
        for (const Counted of : count_wrong_try(records, tried, now))
            note_locked(records, of, tried, user);
        return locked_out(records, tried, now);
    });
    if (locked) return {RefusalCode::locked_out, {}, {}};
    if (what == "code") return {RefusalCode::wrong_code, "code", {}};
    if (what == "current") return {RefusalCode::wrong_password, "current", {}};
    return {RefusalCode::wrong_sign_in, {}, {}};
}

Outcome<Opened> SignIn::open_next(store::Transaction& records, const Next& next)
{
    const Moment now = pen_.clock.now();
    // Whatever was true when the password was being checked may have changed since.
    const User user = TRY(find_user(records, next.user.id));
    if (user.disabled) return refuse(RefusalCode::wrong_sign_in);
    const Try tried{user.user_name, next.place};
    if (locked_out(records, tried, now)) return refuse(RefusalCode::locked_out);

    const Stage stage = next_stage(secret_of(records, user.id), settings(records), next.code_given);
    if (stage == Stage::full && !next.was_full) {
        note_signed_in(records, tried, now);
        ledger::append(records, pen_, user.as_signed_in().actor(),
                       {.action = "sign_in.done", .subject = user.id.text()});
    }
    return open_session(records, pen_,
                        {.user = user,
                         .stage = stage,
                         .device = next.device,
                         .ends_at = next.ends_at.value_or(latest_end(stage, now))});
}

Outcome<Opened> SignIn::begin(const Credentials& given)
{
    const User user = TRY(proven(given));
    return database_.write([&](store::Transaction& records) {
        return open_next(records, {.user = user, .device = given.device, .place = given.place});
    });
}

bool SignIn::take_code(store::Transaction& records, const UserId& user, std::string_view code)
{
    const Secret secret = secret_of(records, user);
    if (!secret.totp_secret) return false;
    const std::string shared = seal_.open(*secret.totp_secret);
    const auto step = secrets::totp_step(shared, code, pen_.clock.now(), secret.totp_step);
    if (!step || !take_step(records, user, *step)) return false;
    // From before there was a key.
    if (seal_.seals() && shared == *secret.totp_secret)
        save_second_factor(records, user, seal_.close(shared, pen_.randomness), *step);
    return true;
}

Outcome<Opened> SignIn::give_code(const Session& session, std::string_view code,
                                  const std::string& place)
{
    ensure(session.stage == Stage::code, "a code was given where none was asked for");
    const User user = TRY(database_.read(
        [&](store::Snapshot& records) { return find_user(records, session.person.user); }));
    const Try tried{user.user_name, place};
    const auto opened = database_.write([&](store::Transaction& records) -> Outcome<Opened> {
        if (locked_out(records, tried, pen_.clock.now())) return refuse(RefusalCode::locked_out);
        if (!take_code(records, user.id, code)) return refuse(RefusalCode::wrong_code, "code");
        end_session(records, session.id, pen_.clock.now());
        return open_next(
            records, {.user = user, .device = session.device, .place = place, .code_given = true});
    });
    if (!opened && opened.error().code == RefusalCode::wrong_code)
        return std::unexpected{wrong_try(tried, user, "code")};
    return opened;
}

Outcome<void> SignIn::usable(const Session& session, const ChosenPassword& chosen)
{
    TRY_VOID(secrets::usable_password(chosen.wanted, session.person.user_name));
    struct Known {
        std::string hash;
        bool locked;
    };
    const Try tried{session.person.user_name, chosen.place};
    const Known known = database_.read([&](store::Snapshot& records) -> Known {
        return {secret_of(records, session.person.user).password_hash,
                locked_out(records, tried, pen_.clock.now())};
    });
    if (known.locked) return refuse(RefusalCode::locked_out);
    if (session.stage == Stage::full && !TRY(passwords_.matches(chosen.current, known.hash))) {
        const User user = TRY(database_.read(
            [&](store::Snapshot& records) { return find_user(records, session.person.user); }));
        return std::unexpected{wrong_try(tried, user, "current")};
    }
    if (TRY(passwords_.matches(chosen.wanted, known.hash)))
        return refuse(RefusalCode::same_password, "password");
    return {};
}

Outcome<Opened> SignIn::choose_password(const Session& session, const ChosenPassword& chosen)
{
    ensure(session.stage == Stage::full || session.stage == Stage::password,
           "a password was chosen out of turn");
    TRY_VOID(usable(session, chosen));
    const std::string hash = TRY(passwords_.hash(chosen.wanted));
    return database_.write([&](store::Transaction& records) -> Outcome<Opened> {
        const User user = TRY(find_user(records, session.person.user));
        save_password(records, user.id, hash, false);
        end_sessions(records, user.id, pen_.clock.now());
        ledger::append(records, pen_, session.person.actor(),
                       {.action = "password.changed", .subject = user.id.text()});
        const bool was_full = session.stage == Stage::full;
        return open_next(records,
                         {.user = user,
                          .device = session.device,
                          .place = chosen.place,
                          .code_given = true,
                          .ends_at = was_full ? std::optional{session.ends_at} : std::nullopt,
                          .was_full = was_full});
    });
}

Outcome<std::string> SignIn::secret_to_set_up(const Session& session)
{
    ensure(session.stage == Stage::full || session.stage == Stage::second_factor,
           "a second factor was set up out of turn");
    const bool is_set = database_.read([&](store::Snapshot& records) {
        return secret_of(records, session.person.user).totp_secret.has_value();
    });
    if (is_set) return refuse(RefusalCode::second_factor_is_set);
    if (session.waiting_secret) return seal_.open(*session.waiting_secret);
    std::string secret = secrets::new_totp_secret(pen_.randomness);
    database_.write([&](store::Transaction& records) {
        keep_waiting_secret(records, session.id, seal_.close(secret, pen_.randomness));
    });
    return secret;
}

Outcome<Opened> SignIn::set_up_second_factor(const Session& session, std::string_view code,
                                             const std::string& place)
{
    const std::string secret = TRY(secret_to_set_up(session));
    const auto step = secrets::totp_step(secret, code, pen_.clock.now(), 0);
    if (!step) return refuse(RefusalCode::wrong_code, "code");
    return database_.write([&](store::Transaction& records) -> Outcome<Opened> {
        const User user = TRY(find_user(records, session.person.user));
        save_second_factor(records, user.id, seal_.close(secret, pen_.randomness), *step);
        end_sessions(records, user.id, pen_.clock.now());
        ledger::append(records, pen_, session.person.actor(),
                       {.action = "second_factor.set_up", .subject = user.id.text()});
        const bool was_full = session.stage == Stage::full;
        return open_next(records,
                         {.user = user,
                          .device = session.device,
                          .place = place,
                          .code_given = true,
                          .ends_at = was_full ? std::optional{session.ends_at} : std::nullopt,
                          .was_full = was_full});
    });
}

void SignIn::sign_out(const Session& session)
{
    database_.write([&](store::Transaction& records) {
        end_session(records, session.id, pen_.clock.now());
        ledger::append(records, pen_, session.person.actor(),
                       {.action = "sign_out", .subject = session.person.user.text()});
    });
}

void SignIn::sign_out_everywhere(const SignedIn& person)
{
    database_.write([&](store::Transaction& records) {
        end_sessions(records, person.user, pen_.clock.now());
        ledger::append(records, pen_, person.actor(),
                       {.action = "sign_out.everywhere", .subject = person.user.text()});
    });
}

Outcome<SignedIn> SignIn::at_terminal(const Credentials& given, std::string_view code)
{
    const User user = TRY(proven(given));
    const Try tried{user.user_name, given.place};
    const auto done = database_.write([&](store::Transaction& records) -> Outcome<SignedIn> {
        if (locked_out(records, tried, pen_.clock.now())) return refuse(RefusalCode::locked_out);
        const Secret secret = secret_of(records, user.id);
        if (secret.totp_secret && !take_code(records, user.id, code))
            return refuse(RefusalCode::wrong_code, "code");
        switch (next_stage(secret, settings(records), true)) {
        case Stage::password: return refuse(RefusalCode::choose_a_new_password);
        case Stage::second_factor: return refuse(RefusalCode::set_up_second_factor);
        case Stage::code:
        case Stage::full: break;
        }
        note_signed_in(records, tried, pen_.clock.now());
        ledger::append(records, pen_, user.as_signed_in().actor(),
                       {.action = "sign_in.done",
                        .subject = user.id.text(),
                        .details = R"({"at":"terminal"})"});
        return user.as_signed_in();
    });
    // A terminal that has not asked for the code yet has not tried one.
    const bool gave_code = !done && done.error().code == RefusalCode::wrong_code && !code.empty();
    if (gave_code) return std::unexpected{wrong_try(tried, user, "code")};
    return done;
}

} // namespace heed::account
