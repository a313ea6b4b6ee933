-- 0.1: wrong tries are counted by where they come from, so that a stranger shuts nobody out
-- (src/account/lock_out; docs/adr/0020). Neither table is the record: what was typed as a name is
-- kept as its hash, and nothing is kept longer than it counts.
DROP TABLE sign_in_tries;

-- `name_here`: one name from one place; `name`: that name from anywhere (no place); `place`: that
-- place under any name (no name). Names that nobody has are counted just the same.
CREATE TABLE sign_in_tries (
    counted      {{text}} NOT NULL CHECK (counted IN ('name_here', 'name', 'place')),
    name_hash    {{text}} NOT NULL,
    place        {{text}} NOT NULL,
    wrong        {{int}}  NOT NULL,
    began_at     {{text}} NOT NULL,
    locked_until {{text}} NOT NULL,
    PRIMARY KEY (counted, name_hash, place)
) {{strict}};

-- Where somebody signed in, and when last.
CREATE TABLE sign_in_place (
    name_hash {{text}} NOT NULL,
    place     {{text}} NOT NULL,
    last_at   {{text}} NOT NULL,
    PRIMARY KEY (name_hash, place)
) {{strict}};
