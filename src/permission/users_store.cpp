#include "permission/users.hpp"

#include "core/digest.hpp"

namespace heed::permission {

namespace {

const std::string select_user = R"sql(
    SELECT id, user_name, full_name, role, email, professional, disabled, added_at
      FROM app_user)sql";

Role role_of(const store::Row& row)
{
    const auto role = role_from(row.text("role"));
    ensure(role.has_value(), "a user has a role that is none");
    return *role;
}

User user_from(const store::Row& row)
{
    return {.id = row.id<UserId>("id"),
            .user_name = row.text("user_name"),
            .name = row.text("full_name"),
            .role = role_of(row),
            .email = row.text("email"),
            .professional = row.text("professional"),
            .disabled = row.flag("disabled"),
            .added_at = row.moment("added_at")};
}

std::vector<User> users(const std::vector<store::Row>& rows)
{
    std::vector<User> found;
    found.reserve(rows.size());
    for (const auto& row : rows) found.push_back(user_from(row));
    return found;
}

} // namespace

SignedIn signed_in_from(const store::Row& row)
{
    return {row.id<UserId>("id"), row.text("user_name"), row.text("full_name"), role_of(row),
            row.text("professional")};
}

std::optional<User> user_named(store::Records& records, const std::string& user_name)
{
    const auto row = records.row(select_user + " WHERE user_name = $1", user_name);
    if (!row) return std::nullopt;
    return user_from(*row);
}

Outcome<User> find_user(store::Records& records, const UserId& id)
{
    const auto row = records.row(select_user + " WHERE id = $1", id);
    if (!row) return refuse(RefusalCode::no_such_user);
    return user_from(*row);
}

std::vector<User> list_users(store::Records& records)
{
    return users(records.rows(select_user + " ORDER BY disabled, full_name, user_name"));
}

std::vector<User> users_in_role(store::Records& records, Role role)
{
    return users(records.rows(select_user + " WHERE role = $1 AND disabled = 0 ORDER BY user_name",
                              code_of(role)));
}

std::string email_of(store::Records& records, const UserId& id)
{
    const auto row = records.row("SELECT email FROM app_user WHERE id = $1 AND disabled = 0", id);
    return row ? row->text("email") : std::string{};
}

Secret secret_of(store::Records& records, const UserId& id)
{
    const auto row = records.row(R"sql(
        SELECT password_hash, one_time, totp_secret, totp_step
          FROM user_secret
         WHERE user_id = $1)sql",
                                 id);
    ensure(row.has_value(), "a user has no secret");
    Secret secret{.password_hash = row->text("password_hash"),
                  .one_time = row->flag("one_time"),
                  .totp_step = row->integer("totp_step")};
    if (!row->is_null("totp_secret")) secret.totp_secret = row->blob("totp_secret");
    return secret;
}

std::vector<ApiToken> tokens_of(store::Records& records, const UserId& id)
{
    std::vector<ApiToken> found;
    for (const auto& row : records.rows(R"sql(
             SELECT id, user_id, label, made_at, revoked_at
               FROM api_token
              WHERE user_id = $1
              ORDER BY made_at DESC, id)sql",
                                        id))
        found.push_back({row.id<TokenId>("id"), row.id<UserId>("user_id"), row.text("label"),
                         row.moment("made_at"), row.maybe_moment("revoked_at")});
    return found;
}

Outcome<void> add(store::Transaction& records, const User& user, const std::string& password_hash)
{
    if (user_named(records, user.user_name))
        return refuse(RefusalCode::user_name_taken, "user_name");
    records.change("app_user", R"sql(
        INSERT INTO app_user
               (id, user_name, full_name, role, email, professional, disabled, added_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql",
                   user.id, user.user_name, user.name, code_of(user.role), user.email,
                   user.professional, user.disabled, user.added_at);
    records.execute(R"sql(
        INSERT INTO user_secret (user_id, password_hash, one_time, totp_secret, totp_step)
        VALUES ($1, $2, 1, NULL, 0))sql",
                    user.id, password_hash);
    return {};
}

void save(store::Transaction& records, const User& user)
{
    records.change("app_user", R"sql(
        UPDATE app_user
           SET full_name = $2, role = $3, email = $4, professional = $5, disabled = $6
         WHERE id = $1)sql",
                   user.id, user.name, code_of(user.role), user.email, user.professional,
                   user.disabled);
}

void save_password(store::Transaction& records, const UserId& id, const std::string& hash,
                   bool one_time)
{
    records.execute("UPDATE user_secret SET password_hash = $2, one_time = $3 WHERE user_id = $1",
                    id, hash, one_time);
}

void save_second_factor(store::Transaction& records, const UserId& id,
                        const std::optional<std::string>& secret, std::int64_t step)
{
    std::optional<store::Blob> blob;
    if (secret) blob = store::Blob{*secret};
    records.execute("UPDATE user_secret SET totp_secret = $2, totp_step = $3 WHERE user_id = $1",
                    id, blob, step);
}

bool take_step(store::Transaction& records, const UserId& id, std::int64_t step)
{
    return records
        .row(R"sql(
            UPDATE user_secret SET totp_step = $2
             WHERE user_id = $1 AND totp_step < $2
            RETURNING user_id)sql",
             id, step)
        .has_value();
}

TokenId add_token(store::Transaction& records, const ledger::Pen& pen, const UserId& user,
                  const std::string& label, const std::string& token_hash)
{
    const auto id = TokenId::make(pen.clock, pen.randomness);
    records.change("api_token", R"sql(
        INSERT INTO api_token (id, user_id, label, token_hash, made_at)
        VALUES ($1, $2, $3, $4, $5))sql",
                   id, user, label, token_hash, pen.clock.now());
    return id;
}

Outcome<void> revoke(store::Transaction& records, const UserId& user, const TokenId& token,
                     Moment now)
{
    const auto revoked = records.change("api_token", R"sql(
        UPDATE api_token SET revoked_at = $3
         WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL)sql",
                                        token, user, now);
    if (revoked.empty()) return refuse(RefusalCode::not_found);
    return {};
}

Outcome<SignedIn> bearer_of(store::Records& records, std::string_view token)
{
    const auto row = records.row(R"sql(
        SELECT u.id, u.user_name, u.full_name, u.role, u.professional
          FROM api_token t
          JOIN app_user u ON u.id = t.user_id
         WHERE t.token_hash = $1
           AND t.revoked_at IS NULL
           AND u.disabled = 0)sql",
                                 sha256_hex(token));
    if (!row) return refuse(RefusalCode::sign_in_first);
    return signed_in_from(*row);
}

} // namespace heed::permission
