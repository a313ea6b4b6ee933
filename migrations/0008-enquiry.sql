-- 0.1: enquiries (src/enquiry). What was asked, by whom, and the very answer given.
CREATE TABLE enquiry (
    id           {{text}} NOT NULL PRIMARY KEY,
    receipt      {{text}} NOT NULL UNIQUE,
    asked_at     {{text}} NOT NULL,
    asked_by     {{text}} NOT NULL,
    caller       {{text}} NOT NULL CHECK (caller <> ''),
    job          {{text}} NOT NULL,
    agency       {{text}} NOT NULL CHECK (agency <> ''),
    called_back  {{text}} NOT NULL CHECK (called_back <> ''),
    number_held  {{int}}  NOT NULL CHECK (number_held IN (0, 1)),
    reason       {{text}} NOT NULL CHECK (reason <> ''),
    about_typed  {{text}} NOT NULL,
    about_name   {{text}} NOT NULL,
    about_born   {{text}} NOT NULL,
    about_age    {{int}},
    about_sex    {{text}} NOT NULL,
    about_address    {{text}} NOT NULL,
    about_postcode   {{text}} NOT NULL,
    about_identifier {{text}} NOT NULL,
    fold         {{text}} NOT NULL,
    child_id     {{text}} REFERENCES child (id),
    household_id {{text}},
    answer       {{text}} NOT NULL,
    told         {{text}} NOT NULL
) {{strict}};
CREATE INDEX enquiry_by_time ON enquiry (asked_at);
CREATE INDEX enquiry_by_child ON enquiry (child_id, asked_at);
CREATE INDEX enquiry_by_household ON enquiry (household_id, asked_at);
CREATE INDEX enquiry_by_fold ON enquiry (fold, asked_at);
--@record enquiry

-- What the caller is worried about, in their words, taken after the answer.
CREATE TABLE enquiry_concern (
    id          {{text}} NOT NULL PRIMARY KEY,
    enquiry_id  {{text}} NOT NULL REFERENCES enquiry (id),
    concern     {{text}} NOT NULL CHECK (concern <> ''),
    recorded_by {{text}} NOT NULL,
    recorded_at {{text}} NOT NULL
) {{strict}};
CREATE INDEX enquiry_concern_by_enquiry ON enquiry_concern (enquiry_id);
--@record enquiry_concern

-- What came of it: the Designated Manager's duty to see that enquiries are considered.
CREATE TABLE enquiry_considered (
    id            {{text}} NOT NULL PRIMARY KEY,
    enquiry_id    {{text}} NOT NULL REFERENCES enquiry (id),
    outcome       {{text}} NOT NULL,
    note          {{text}} NOT NULL,
    considered_by {{text}} NOT NULL,
    considered_at {{text}} NOT NULL
) {{strict}};
CREATE INDEX enquiry_considered_by_enquiry ON enquiry_considered (enquiry_id);
--@record enquiry_considered
