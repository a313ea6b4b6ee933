-- 0.1: old registers that come in (src/changeover): each row word for word, what became of it, and
-- what it left to settle.
--@record changeover_import
CREATE TABLE changeover_import (
    id            {{text}} NOT NULL PRIMARY KEY,
    as_at         {{text}} NOT NULL,
    begun_at      {{text}} NOT NULL,
    begun_by      {{text}} NOT NULL,
    finished_at   {{text}},
    row_count     {{int}}  NOT NULL,
    accepted      {{int}}  NOT NULL,
    questions     {{int}}  NOT NULL,
    held          {{int}}  NOT NULL,
    already_there {{int}}  NOT NULL,
    children      {{int}}  NOT NULL,
    plans_open    {{int}}  NOT NULL,
    plans_ended   {{int}}  NOT NULL
) {{strict}};

-- One for each row that ever came, whatever became of it. row_key is made of what the row says, so
-- that the same row is known again in another file; fields are as typed, and as corrected since.
--@record changeover_row
CREATE TABLE changeover_row (
    id         {{text}} NOT NULL PRIMARY KEY,
    import_id  {{text}} NOT NULL REFERENCES changeover_import (id),
    row_key    {{text}} NOT NULL UNIQUE,
    line       {{int}}  NOT NULL,
    body       {{text}} NOT NULL,
    fields     {{text}} NOT NULL,
    state      {{text}} NOT NULL
        CHECK (state IN ('in_record', 'held', 'set_aside', 'already_there')),
    child_id   {{text}} REFERENCES child (id),
    plan_id    {{text}} REFERENCES plan (id),
    reason     {{text}} NOT NULL,
    changed_at {{text}} NOT NULL,
    changed_by {{text}} NOT NULL,
    CHECK ((state = 'in_record') = (plan_id IS NOT NULL)),
    CHECK (plan_id IS NULL OR child_id IS NOT NULL),
    CHECK ((state = 'set_aside') = (reason <> ''))
) {{strict}};
CREATE INDEX changeover_row_by_import ON changeover_row (import_id, line);
CREATE INDEX changeover_row_waiting ON changeover_row (line) WHERE state = 'held';
CREATE INDEX changeover_row_by_child ON changeover_row (child_id);

--@record changeover_finding
CREATE TABLE changeover_finding (
    id         {{text}} NOT NULL PRIMARY KEY,
    row_id     {{text}} NOT NULL REFERENCES changeover_row (id),
    position   {{int}}  NOT NULL,
    code       {{text}} NOT NULL,
    sentence   {{text}} NOT NULL,
    settled_at {{text}},
    settled_by {{text}} NOT NULL,
    settled_as {{text}} NOT NULL,
    CHECK ((settled_at IS NULL) = (settled_as = ''))
) {{strict}};
CREATE INDEX changeover_finding_by_row ON changeover_finding (row_id, position);
CREATE INDEX changeover_finding_open ON changeover_finding (row_id) WHERE settled_at IS NULL;

-- A file that was looked at and waits to be imported. Not the record: it is good for a day.
CREATE TABLE changeover_upload (
    id    {{text}} NOT NULL PRIMARY KEY,
    who   {{text}} NOT NULL,
    as_at {{text}} NOT NULL,
    file  {{blob}} NOT NULL,
    map   {{text}} NOT NULL,
    at    {{text}} NOT NULL
) {{strict}};

-- A row finds its child among those who were born on the same day, and its household, when it has
-- no number, among those who live at the same address.
CREATE INDEX child_particulars_by_birth ON child_particulars (birth_day)
    WHERE superseded_at IS NULL;
CREATE INDEX child_address_by_postcode ON child_address (postcode)
    WHERE to_day IS NULL AND superseded_at IS NULL AND postcode <> '';
