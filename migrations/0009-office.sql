-- 0.1: the authority whose record this is; what a repeated command answered; half-typed forms.
CREATE TABLE authority (
    id             {{text}} NOT NULL PRIMARY KEY,
    name           {{text}} NOT NULL,
    pack_id        {{text}} NOT NULL,
    duty_telephone {{text}} NOT NULL,
    demonstration  {{int}}  NOT NULL CHECK (demonstration IN (0, 1)),
    made_at        {{text}} NOT NULL
) {{strict}};
--@record authority

-- A command that is sent again with the same key is not carried out again: it gets this answer.
CREATE TABLE command_key (
    who     {{text}} NOT NULL,
    key     {{text}} NOT NULL,
    request {{text}} NOT NULL,
    answer  {{text}} NOT NULL,
    at      {{text}} NOT NULL,
    PRIMARY KEY (who, key)
) {{strict}};

CREATE TABLE draft (
    who    {{text}} NOT NULL,
    form   {{text}} NOT NULL,
    fields {{text}} NOT NULL,
    at     {{text}} NOT NULL,
    PRIMARY KEY (who, form)
) {{strict}};
