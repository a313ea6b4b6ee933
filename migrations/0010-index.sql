-- 0.2: the children's index (src/index, src/intake): eleven million children whom others know of.
-- Each row is a version of one child as the feeder wrote them, never edited; the greatest seq of a
-- feed_id is how the child is now. The rows are proved by the ledger, a chunk an entry (ADR 14).
CREATE TABLE indexed_child (
    seq     {{int}}  NOT NULL PRIMARY KEY,
    feed_id {{text}} NOT NULL,
    fields  {{text}} NOT NULL
) {{strict}};
CREATE INDEX indexed_child_by_feed_id ON indexed_child (feed_id);

-- Taken with UPDATE by whoever adds rows: writers queue on it until they commit, so a row is never
-- seen after a later one and missed.
CREATE TABLE index_head (
    id     {{int}} NOT NULL PRIMARY KEY CHECK (id = 1),
    seq    {{int}} NOT NULL,
    chunks {{int}} NOT NULL
) {{strict}};
INSERT INTO index_head (id, seq, chunks) VALUES (1, 0, 0);

-- One file going in, known by the digest of its bytes: the same file again goes on after `line`.
-- Not part of the record: it says nothing that the ledger does not.
CREATE TABLE index_import (
    file_digest {{text}} NOT NULL PRIMARY KEY,
    line        {{int}}  NOT NULL,
    counts      {{text}} NOT NULL,
    begun_at    {{text}} NOT NULL,
    begun_by    {{text}} NOT NULL,
    finished_at {{text}}
) {{strict}};

-- Rows that could not be taken, word for word, until somebody settles them.
--@record index_held_row
CREATE TABLE index_held_row (
    id          {{text}} NOT NULL PRIMARY KEY,
    file_digest {{text}} NOT NULL,
    line        {{int}}  NOT NULL,
    words       {{text}} NOT NULL,
    field       {{text}} NOT NULL,
    wrong       {{text}} NOT NULL,
    state       {{text}} NOT NULL CHECK (state IN ('held', 'taken', 'set_aside')),
    held_at     {{text}} NOT NULL,
    settled_at  {{text}},
    settled_by  {{text}} NOT NULL,
    settled_why {{text}} NOT NULL,
    CHECK ((state = 'held') = (settled_at IS NULL))
) {{strict}};
CREATE UNIQUE INDEX index_held_row_once ON index_held_row (file_digest, line);
CREATE INDEX index_held_row_waiting ON index_held_row (held_at) WHERE state = 'held';
