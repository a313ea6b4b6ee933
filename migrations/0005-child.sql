-- 0.1: children, their families and households (src/child). Each row but an identity is a
-- statement: true of the days from_day to to_day (both count; NULL: not known since when, or
-- still), recorded at a moment, superseded at another. Nothing is edited but superseded_at.
--@record child
CREATE TABLE child (
    id          {{text}} NOT NULL PRIMARY KEY,
    recorded_at {{text}} NOT NULL
) {{strict}};

-- A day of birth or an expected one, never both: the kind says which birth_day is.
--@record child_particulars
CREATE TABLE child_particulars (
    id                {{text}} NOT NULL PRIMARY KEY,
    child_id          {{text}} NOT NULL REFERENCES child (id),
    birth_kind        {{text}} NOT NULL
        CHECK (birth_kind IN ('unknown', 'known', 'estimated_year', 'expected')),
    birth_day         {{text}},
    sex               {{text}} NOT NULL CHECK (sex IN ('not_known', 'female', 'male')),
    ethnicity         {{text}} NOT NULL,
    first_language    {{text}} NOT NULL,
    needs_interpreter {{int}} CHECK (needs_interpreter IN (0, 1)),
    died_on           {{text}},
    recorded_at       {{text}} NOT NULL,
    superseded_at     {{text}} CHECK (superseded_at >= recorded_at),
    CHECK ((birth_kind = 'unknown') = (birth_day IS NULL))
) {{strict}};
CREATE UNIQUE INDEX child_particulars_once ON child_particulars (child_id)
    WHERE superseded_at IS NULL;
CREATE INDEX child_particulars_by_child ON child_particulars (child_id);

--@record child_name
CREATE TABLE child_name (
    id            {{text}} NOT NULL PRIMARY KEY,
    child_id      {{text}} NOT NULL REFERENCES child (id),
    kind          {{text}} NOT NULL CHECK (kind IN ('legal', 'preferred', 'alias', 'former')),
    forename      {{text}} NOT NULL,
    middle        {{text}} NOT NULL,
    surname       {{text}} NOT NULL,
    from_day      {{text}},
    to_day        {{text}},
    recorded_at   {{text}} NOT NULL,
    superseded_at {{text}} CHECK (superseded_at >= recorded_at),
    CHECK (forename <> '' OR middle <> '' OR surname <> ''),
    CHECK (to_day >= from_day)
) {{strict}};
CREATE UNIQUE INDEX child_name_legal_once ON child_name (child_id)
    WHERE kind = 'legal' AND to_day IS NULL AND superseded_at IS NULL;
CREATE INDEX child_name_by_child ON child_name (child_id);

--@record child_identifier
CREATE TABLE child_identifier (
    id            {{text}} NOT NULL PRIMARY KEY,
    child_id      {{text}} NOT NULL REFERENCES child (id),
    kind          {{text}} NOT NULL
        CHECK (kind IN ('nhs_number', 'upn', 'local', 'register_number', 'feed')),
    value         {{text}} NOT NULL CHECK (value <> ''),
    recorded_at   {{text}} NOT NULL,
    superseded_at {{text}} CHECK (superseded_at >= recorded_at)
) {{strict}};
CREATE UNIQUE INDEX child_identifier_once ON child_identifier (kind, value)
    WHERE superseded_at IS NULL;
CREATE INDEX child_identifier_by_child ON child_identifier (child_id);

--@record child_address
CREATE TABLE child_address (
    id            {{text}} NOT NULL PRIMARY KEY,
    child_id      {{text}} NOT NULL REFERENCES child (id),
    kind          {{text}} NOT NULL CHECK (kind IN ('home', 'staying', 'placement')),
    house         {{text}} NOT NULL,
    street        {{text}} NOT NULL,
    town          {{text}} NOT NULL,
    area          {{text}} NOT NULL,
    postcode      {{text}} NOT NULL,
    verified_on   {{text}},
    verified_by   {{text}} NOT NULL,
    verified_how  {{text}} NOT NULL,
    from_day      {{text}},
    to_day        {{text}},
    recorded_at   {{text}} NOT NULL,
    superseded_at {{text}} CHECK (superseded_at >= recorded_at),
    CHECK (to_day >= from_day),
    CHECK (verified_on IS NULL OR (verified_by <> '' AND verified_how <> ''))
) {{strict}};
CREATE UNIQUE INDEX child_address_home_once ON child_address (child_id)
    WHERE kind = 'home' AND to_day IS NULL AND superseded_at IS NULL;
CREATE INDEX child_address_by_child ON child_address (child_id);

--@record child_involved
CREATE TABLE child_involved (
    id              {{text}} NOT NULL PRIMARY KEY,
    child_id        {{text}} NOT NULL REFERENCES child (id),
    part            {{text}} NOT NULL
        CHECK (part IN ('gp', 'school', 'health_visitor', 'school_nurse', 'other')),
    words           {{text}} NOT NULL,
    professional_id {{text}} REFERENCES professional (id),
    agency_id       {{text}} REFERENCES agency (id),
    from_day        {{text}},
    to_day          {{text}},
    recorded_at     {{text}} NOT NULL,
    superseded_at   {{text}} CHECK (superseded_at >= recorded_at),
    CHECK (to_day >= from_day),
    CHECK (words <> '' OR professional_id IS NOT NULL OR agency_id IS NOT NULL)
) {{strict}};
CREATE INDEX child_involved_by_child ON child_involved (child_id);

--@record child_legal_status
CREATE TABLE child_legal_status (
    id            {{text}} NOT NULL PRIMARY KEY,
    child_id      {{text}} NOT NULL REFERENCES child (id),
    words         {{text}} NOT NULL CHECK (words <> ''),
    from_day      {{text}},
    to_day        {{text}},
    recorded_at   {{text}} NOT NULL,
    superseded_at {{text}} CHECK (superseded_at >= recorded_at),
    CHECK (to_day >= from_day)
) {{strict}};
CREATE INDEX child_legal_status_by_child ON child_legal_status (child_id);

--@record adult
CREATE TABLE adult (
    id          {{text}} NOT NULL PRIMARY KEY,
    recorded_at {{text}} NOT NULL
) {{strict}};

--@record adult_details
CREATE TABLE adult_details (
    id            {{text}} NOT NULL PRIMARY KEY,
    adult_id      {{text}} NOT NULL REFERENCES adult (id),
    name          {{text}} NOT NULL CHECK (name <> ''),
    name_key      {{text}} NOT NULL,
    sex           {{text}} NOT NULL CHECK (sex IN ('not_known', 'female', 'male')),
    born          {{text}},
    died          {{text}},
    telephone     {{text}} NOT NULL,
    address       {{text}} NOT NULL,
    recorded_at   {{text}} NOT NULL,
    superseded_at {{text}} CHECK (superseded_at >= recorded_at)
) {{strict}};
CREATE UNIQUE INDEX adult_details_once ON adult_details (adult_id) WHERE superseded_at IS NULL;
CREATE INDEX adult_details_by_adult ON adult_details (adult_id);

-- What an adult, or another child, is to a child.
--@record relationship
CREATE TABLE relationship (
    id                      {{text}} NOT NULL PRIMARY KEY,
    child_id                {{text}} NOT NULL REFERENCES child (id),
    adult_id                {{text}} REFERENCES adult (id),
    other_child_id          {{text}} REFERENCES child (id) CHECK (other_child_id <> child_id),
    tie                     {{text}} NOT NULL,
    parental_responsibility {{text}} NOT NULL
        CHECK (parental_responsibility IN ('not_known', 'yes', 'no')),
    court_order             {{text}} NOT NULL,
    from_day                {{text}},
    to_day                  {{text}},
    recorded_at             {{text}} NOT NULL,
    superseded_at           {{text}} CHECK (superseded_at >= recorded_at),
    CHECK (to_day >= from_day),
    CHECK ((adult_id IS NULL) <> (other_child_id IS NULL))
) {{strict}};
CREATE INDEX relationship_by_child ON relationship (child_id);
CREATE INDEX relationship_by_adult ON relationship (adult_id) WHERE adult_id IS NOT NULL;
CREATE INDEX relationship_by_other ON relationship (other_child_id)
    WHERE other_child_id IS NOT NULL;

--@record household
CREATE TABLE household (
    id           {{text}} NOT NULL PRIMARY KEY,
    local_number {{text}},
    recorded_at  {{text}} NOT NULL
) {{strict}};
CREATE UNIQUE INDEX household_by_number ON household (local_number)
    WHERE local_number IS NOT NULL;

-- Who lives in a household or regularly visits it.
--@record stay
CREATE TABLE stay (
    id            {{text}} NOT NULL PRIMARY KEY,
    household_id  {{text}} NOT NULL REFERENCES household (id),
    child_id      {{text}} REFERENCES child (id),
    adult_id      {{text}} REFERENCES adult (id),
    visits        {{int}}  NOT NULL CHECK (visits IN (0, 1)),
    role          {{text}} NOT NULL,
    from_day      {{text}},
    to_day        {{text}},
    recorded_at   {{text}} NOT NULL,
    superseded_at {{text}} CHECK (superseded_at >= recorded_at),
    CHECK (to_day >= from_day),
    CHECK ((child_id IS NULL) <> (adult_id IS NULL))
) {{strict}};
CREATE INDEX stay_by_household ON stay (household_id);
CREATE INDEX stay_by_child ON stay (child_id) WHERE child_id IS NOT NULL;
CREATE INDEX stay_by_adult ON stay (adult_id) WHERE adult_id IS NOT NULL;

-- Which children changed last, so that every process's index of people can catch up. The head is
-- taken with UPDATE: writers queue on it until they commit, so a change is never seen after a later
-- one and missed. Not part of the record: it says nothing that the record does not.
CREATE TABLE person_change (
    child_id {{text}} NOT NULL PRIMARY KEY,
    seq      {{int}}  NOT NULL
) {{strict}};
CREATE INDEX person_change_by_seq ON person_change (seq);
CREATE TABLE person_change_head (
    id  {{int}} NOT NULL PRIMARY KEY CHECK (id = 1),
    seq {{int}} NOT NULL
) {{strict}};
INSERT INTO person_change_head (id, seq) VALUES (1, 0);
