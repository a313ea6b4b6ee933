-- 0.1: who may sign in, and how they prove it (src/permission). What must never reach the ledger
-- (password hashes, second factors, sessions) lies in tables that are not the record.
--@record app_user
CREATE TABLE app_user (
    id           {{text}} NOT NULL PRIMARY KEY,
    user_name    {{text}} NOT NULL UNIQUE,
    full_name    {{text}} NOT NULL,
    role         {{text}} NOT NULL,
    email        {{text}} NOT NULL,
    professional {{text}} NOT NULL,
    disabled     {{int}}  NOT NULL CHECK (disabled IN (0, 1)),
    added_at     {{text}} NOT NULL
) {{strict}};

CREATE TABLE user_secret (
    user_id       {{text}} NOT NULL PRIMARY KEY REFERENCES app_user (id),
    password_hash {{text}} NOT NULL,
    one_time      {{int}}  NOT NULL CHECK (one_time IN (0, 1)),
    totp_secret   {{blob}},
    totp_step     {{int}}  NOT NULL
) {{strict}};

CREATE TABLE sign_in_session (
    id             {{text}} NOT NULL PRIMARY KEY,
    token_hash     {{text}} NOT NULL UNIQUE,
    user_id        {{text}} NOT NULL REFERENCES app_user (id),
    stage          {{text}} NOT NULL CHECK (stage IN ('code', 'password', 'second_factor', 'full')),
    device         {{text}} NOT NULL,
    began_at       {{text}} NOT NULL,
    seen_at        {{text}} NOT NULL,
    ends_at        {{text}} NOT NULL,
    idle_minutes   {{int}}  NOT NULL,
    waiting_secret {{blob}}
) {{strict}};
CREATE INDEX sign_in_session_by_user ON sign_in_session (user_id);

-- By the hash of the name that was typed, whether there is such a user or not: so that nobody can
-- learn from a lock-out who has an account.
CREATE TABLE sign_in_tries (
    name_hash    {{text}} NOT NULL PRIMARY KEY,
    wrong        {{int}}  NOT NULL,
    last_at      {{text}} NOT NULL,
    locked_until {{text}} NOT NULL
) {{strict}};

--@record api_token
CREATE TABLE api_token (
    id         {{text}} NOT NULL PRIMARY KEY,
    user_id    {{text}} NOT NULL REFERENCES app_user (id),
    label      {{text}} NOT NULL,
    token_hash {{text}} NOT NULL UNIQUE,
    made_at    {{text}} NOT NULL,
    revoked_at {{text}}
) {{strict}};
CREATE INDEX api_token_by_user ON api_token (user_id);

--@record house_setting
CREATE TABLE house_setting (
    id    {{text}} NOT NULL PRIMARY KEY,
    value {{text}} NOT NULL
) {{strict}};
