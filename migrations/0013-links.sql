-- 0.2: which records are one child (src/links), and whose places are kept from sight (src/shield).
-- A record is a child of this record or one of the children's index; its id is text, as its own
-- room gives it. Records are never merged: a decision is a row that is never edited, and an undone
-- decision is undone by another row.
--@record link_decision
CREATE TABLE link_decision (
    id          {{text}} NOT NULL PRIMARY KEY,
    verdict     {{text}} NOT NULL CHECK (verdict IN ('same', 'not_same', 'asked_same', 'undone')),
    one         {{text}} NOT NULL CHECK (one <> ''),
    other       {{text}} NOT NULL CHECK (other <> ''),
    about       {{text}} REFERENCES link_decision (id),
    reason      {{text}} NOT NULL,
    decided_by  {{text}} NOT NULL,
    decided_at  {{text}} NOT NULL,
    seq         {{int}}  NOT NULL UNIQUE,
    CHECK (one < other),
    CHECK (verdict <> 'undone' OR about IS NOT NULL),
    CHECK (verdict = 'not_same' OR reason <> '')
) {{strict}};
CREATE INDEX link_decision_by_one ON link_decision (one);
CREATE INDEX link_decision_by_other ON link_decision (other);

-- What follows from the decisions: records of one cluster are one child. A record that was never
-- joined has no row; one that was joined and parted again is a cluster of itself.
--@record link_member
CREATE TABLE link_member (
    id      {{text}} NOT NULL PRIMARY KEY,
    cluster {{text}} NOT NULL
) {{strict}};
CREATE INDEX link_member_by_cluster ON link_member (cluster);

-- Whoever decides takes this row first: two who decide at once, in two processes, would each judge by
-- what they saw before the other.
CREATE TABLE link_head (
    id        {{int}} NOT NULL PRIMARY KEY CHECK (id = 1),
    decisions {{int}} NOT NULL
) {{strict}};
INSERT INTO link_head (id, decisions) VALUES (1, 0);

-- Pairs that may be one child and wait for somebody to look. A queue: what is decided of them is
-- the decision's to keep. A pair is proposed once and never again.
CREATE TABLE link_possible (
    id          {{text}} NOT NULL PRIMARY KEY,
    one         {{text}} NOT NULL,
    other       {{text}} NOT NULL,
    source      {{text}} NOT NULL CHECK (source IN ('feed', 'register', 'person')),
    strong      {{int}}  NOT NULL CHECK (strong IN (0, 1)),
    centibits   {{int}}  NOT NULL,
    note        {{text}} NOT NULL,
    proposed_by {{text}} NOT NULL,
    proposed_at {{text}} NOT NULL,
    waits_until {{text}} NOT NULL,
    state       {{text}} NOT NULL CHECK (state IN ('waiting', 'decided')),
    UNIQUE (one, other),
    CHECK (one < other)
) {{strict}};
CREATE INDEX link_possible_waiting ON link_possible (waits_until, id) WHERE state = 'waiting';
CREATE INDEX link_possible_by_other ON link_possible (other);

--@record shield
CREATE TABLE shield (
    id            {{text}} NOT NULL PRIMARY KEY,
    record_id     {{text}} NOT NULL CHECK (record_id <> ''),
    kind          {{text}} NOT NULL CHECK (kind IN ('place', 'whole')),
    from_day      {{text}} NOT NULL,
    to_day        {{text}},
    reason        {{text}} NOT NULL CHECK (reason <> ''),
    recorded_by   {{text}} NOT NULL,
    recorded_at   {{text}} NOT NULL,
    superseded_at {{text}} CHECK (superseded_at >= recorded_at),
    CHECK (to_day >= from_day)
) {{strict}};
CREATE INDEX shield_by_record ON shield (record_id) WHERE superseded_at IS NULL;
