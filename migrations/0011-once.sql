-- 0.2: every command is carried out once for each key (src/permission/once.hpp). Neither the key nor
-- what was answered can be read here: the answer is sealed with the key, and of the key there is a
-- hash. What lay here in clear before goes.
DROP TABLE command_key;
CREATE TABLE carried_out (
    key_hash     {{text}} NOT NULL PRIMARY KEY,
    request_hash {{text}} NOT NULL,
    answer       {{blob}} NOT NULL,
    at           {{text}} NOT NULL
) {{strict}};
CREATE INDEX carried_out_by_time ON carried_out (at);
