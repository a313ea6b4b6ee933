#include "account/accounts.hpp"

#include "core/digest.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace heed::account {

using namespace permission;

namespace {

constexpr std::size_t name_max = 100, email_max = 254, label_max = 60, token_bytes = 32;

bool usable_user_name(std::string_view name)
{
    const auto usable = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    };
    return name.size() >= 2 && name.size() <= 40 && std::ranges::all_of(name, usable);
}

Outcome<std::string> short_text(std::string_view text, std::string_view field, std::size_t most)
{
    std::string found{trimmed(text)};
    if (found.empty()) return refuse(RefusalCode::needed, std::string{field});
    if (found.size() > most) return refuse(RefusalCode::too_long, std::string{field});
    return found;
}

Outcome<Role> usable_role(std::string_view code)
{
    const auto role = role_from(code);
    if (!role) return refuse(RefusalCode::no_such_role, "role");
    return *role;
}

Outcome<std::string> usable_email(std::string_view text)
{
    std::string email{trimmed(text)};
    if (email.size() > email_max) return refuse(RefusalCode::too_long, "email");
    const auto at = email.find('@');
    const bool looks_right = at != std::string::npos && at > 0 && at + 1 < email.size() &&
                             std::ranges::all_of(email, [](char c) { return c > ' ' && c < 127; });
    if (!email.empty() && !looks_right) return refuse(RefusalCode::not_an_email, "email");
    return email;
}

} // namespace

std::vector<Refusal> Accounts::wrong_with(const NewUser& wanted) const
{
    std::vector<Refusal> wrong;
    const auto check = [&](const auto& outcome) {
        if (!outcome) wrong.push_back(outcome.error());
    };
    if (!usable_user_name(wanted.user_name))
        wrong.push_back({RefusalCode::user_name_unusable, "user_name", {}});
    else if (database_.read([&](store::Snapshot& records) {
                 return user_named(records, wanted.user_name).has_value();
             }))
        wrong.push_back({RefusalCode::user_name_taken, "user_name", {}});
    check(short_text(wanted.name, "name", name_max));
    check(usable_role(wanted.role));
    check(usable_email(wanted.email));
    return wrong;
}

Refusal Accounts::with_all(const NewUser& wanted, Refusal first) const
{
    for (const Refusal& other : wrong_with(wanted))
        if (other.code != first.code || other.field != first.field)
            first.detail +=
                (first.detail.empty() ? "Also, " : "; ") + other.field + ": " + in_words(other);
    return first;
}

Outcome<Accounts::Prepared> Accounts::prepare(const NewUser& wanted)
{
    if (!usable_user_name(wanted.user_name))
        return refuse(RefusalCode::user_name_unusable, "user_name");
    Prepared prepared{.user = {.id = UserId::make(pen_.clock, pen_.randomness),
                               .user_name = wanted.user_name,
                               .name = TRY(short_text(wanted.name, "name", name_max)),
                               .role = TRY(usable_role(wanted.role)),
                               .email = TRY(usable_email(wanted.email)),
                               .professional = wanted.professional,
                               .added_at = pen_.clock.now()},
                      .told = {.id = UserId::make(pen_.clock, pen_.randomness),
                               .password = one_time_password(pen_.randomness)}};
    prepared.told.id = prepared.user.id;
    if (wanted.with_token) prepared.told.token = random_token(pen_.randomness, token_bytes);
    prepared.password_hash = TRY(passwords_.hash(prepared.told.password));
    return prepared;
}

Outcome<AddedUser> Accounts::write(store::Transaction& records, const ledger::Actor& actor,
                                   const Prepared& prepared) const
{
    TRY_VOID(add(records, prepared.user, prepared.password_hash));
    if (!prepared.told.token.empty())
        add_token(records, pen_, prepared.user.id, "made with the account",
                  sha256_hex(prepared.told.token));
    ledger::append(records, pen_, actor,
                   {.action = "user.added", .subject = prepared.user.id.text()});
    return prepared.told;
}

namespace {

// What was told about a new user, as it is kept for a repeat.
std::string in_one_text(const AddedUser& added)
{
    return added.id.text() + '\n' + added.password + '\n' + added.token;
}

AddedUser added_user_in(const std::string& text)
{
    const auto parts = split(text, '\n');
    ensure(parts.size() == 3, "what was told about a new user cannot be read");
    return {UserId::from(parts[0]).value(), std::string{parts[1]}, std::string{parts[2]}};
}

} // namespace

Outcome<AddedUser> Accounts::add_user(const ledger::Actor& actor, const NewUser& wanted)
{
    const Prepared prepared = TRY(prepare(wanted));
    return database_.write(
        [&](store::Transaction& records) { return write(records, actor, prepared); });
}

Outcome<AddedUser> Accounts::add_user(Desk& desk, const NewUser& wanted)
{
    const Prepared prepared = TRY(prepare(wanted));
    const auto added = TRY(desk.carry_out([&](store::Transaction& records) -> Outcome<std::string> {
        const auto permit = TRY(desk.act<Right::manage_users>(records));
        return in_one_text(TRY(write(records, permit.actor(), prepared)));
    }));
    return added_user_in(added);
}

Outcome<AddedUser> Accounts::first_administrator(const std::string& user_name,
                                                 const std::string& name)
{
    const Prepared prepared = TRY(prepare(
        {.user_name = user_name, .name = name, .role = std::string{code_of(Role::administrator)}}));
    return database_.write([&](store::Transaction& records) -> Outcome<AddedUser> {
        if (!list_users(records).empty()) return refuse(RefusalCode::already_a_record);
        return write(records, {"console", "console"}, prepared);
    });
}

Outcome<void> Accounts::manage(Desk& desk, const UserId& id, const std::string& action,
                               const Work& work)
{
    return desk.carry_out(
        [&](store::Transaction& records) { return manage_in(records, desk, {id, action}, work); });
}

Outcome<void> Accounts::manage_in(store::Transaction& records, Desk& desk, const Managed& what,
                                  const Work& work) const
{
    const auto permit = TRY(desk.act<Right::manage_users>(records));
    User user = TRY(find_user(records, what.id));
    TRY_VOID(work(records, user));
    ledger::append(records, pen_, permit.actor(),
                   {.action = what.action, .subject = what.id.text()});
    return {};
}

Outcome<void> Accounts::change_user(Desk& desk, const UserId& id, const UserChange& change)
{
    const std::string name = TRY(short_text(change.name, "name", name_max));
    const Role role = TRY(usable_role(change.role));
    const std::string email = TRY(usable_email(change.email));
    return manage(desk, id, "user.changed", [&](auto& records, User& user) -> Outcome<void> {
        if (user.role != role) {
            if (id == desk.person().user) return refuse(RefusalCode::not_yourself, "role");
            permission::end_sessions(records, id, pen_.clock.now());
        }
        user.name = name;
        user.role = role;
        user.email = email;
        save(records, user);
        return {};
    });
}

Outcome<void> Accounts::close_account(Desk& desk, const UserId& id)
{
    return manage(desk, id, "user.closed", [&](auto& records, User& user) -> Outcome<void> {
        if (id == desk.person().user) return refuse(RefusalCode::not_yourself);
        user.disabled = true;
        save(records, user);
        permission::end_sessions(records, id, pen_.clock.now());
        return {};
    });
}

Outcome<void> Accounts::open_account(Desk& desk, const UserId& id)
{
    return manage(desk, id, "user.opened", [&](auto& records, User& user) -> Outcome<void> {
        user.disabled = false;
        save(records, user);
        return {};
    });
}

Outcome<std::string> Accounts::reset_password(Desk& desk, const UserId& id)
{
    const std::string password = one_time_password(pen_.randomness);
    const std::string hash = TRY(passwords_.hash(password));
    const Work reset = [&](store::Transaction& records, User& user) -> Outcome<void> {
        if (id == desk.person().user) return refuse(RefusalCode::not_yourself);
        save_password(records, id, hash, true);
        lockout::forget_wrong_tries(records, user.user_name);
        permission::end_sessions(records, id, pen_.clock.now());
        return {};
    };
    return desk.carry_out([&](store::Transaction& records) -> Outcome<std::string> {
        TRY_VOID(manage_in(records, desk, {id, "password.reset"}, reset));
        return password;
    });
}

Outcome<void> Accounts::reset_second_factor(Desk& desk, const UserId& id)
{
    return manage(desk, id, "second_factor.reset", [&](auto& records, User&) -> Outcome<void> {
        if (id == desk.person().user) return refuse(RefusalCode::not_yourself);
        save_second_factor(records, id, std::nullopt, 0);
        permission::end_sessions(records, id, pen_.clock.now());
        return {};
    });
}

Outcome<void> Accounts::end_sessions(Desk& desk, const UserId& id)
{
    return manage(desk, id, "sessions.ended", [&](auto& records, User&) -> Outcome<void> {
        permission::end_sessions(records, id, pen_.clock.now());
        return {};
    });
}

Outcome<void> Accounts::revoke_token(Desk& desk, const UserId& id, const TokenId& token)
{
    return manage(desk, id, "token.revoked", [&](auto& records, User&) -> Outcome<void> {
        return revoke(records, id, token, pen_.clock.now());
    });
}

Outcome<std::string> Accounts::make_token(Desk& desk, const std::string& label)
{
    const std::string called = TRY(short_text(label, "label", label_max));
    const std::string token = random_token(pen_.randomness, token_bytes);
    return desk.carry_out([&](store::Transaction& records) -> Outcome<std::string> {
        const auto permit = TRY(desk.act<Right::own_account>(records));
        add_token(records, pen_, permit.person(), called, sha256_hex(token));
        ledger::append(records, pen_, permit.actor(),
                       {.action = "token.made", .subject = permit.person().text()});
        return token;
    });
}

Outcome<void> Accounts::revoke_own_token(Desk& desk, const TokenId& token)
{
    return desk.carry_out([&](store::Transaction& records) -> Outcome<void> {
        const auto permit = TRY(desk.act<Right::own_account>(records));
        TRY_VOID(revoke(records, permit.person(), token, pen_.clock.now()));
        ledger::append(records, pen_, permit.actor(),
                       {.action = "token.revoked", .subject = permit.person().text()});
        return {};
    });
}

Outcome<SignedIn> Accounts::authenticate_token(std::string_view token)
{
    return database_.read([&](store::Snapshot& records) { return bearer_of(records, token); });
}

Outcome<SignedIn> Accounts::authenticate_password(std::string_view user_name,
                                                  std::string_view password, std::string_view code)
{
    return sign_in_.at_terminal(
        {.user_name = user_name, .password = password, .place = lockout::terminal}, code);
}

} // namespace heed::account
