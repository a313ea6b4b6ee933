-- 0.2: questions about somebody who was not there, and came (src/misses). One row for each question
-- and record that was found to fit it later.
--@record miss_found
CREATE TABLE miss_found (
    id         {{text}} NOT NULL PRIMARY KEY,
    enquiry_id {{text}} NOT NULL REFERENCES enquiry (id),
    record_id  {{text}} NOT NULL CHECK (record_id <> ''),
    why        {{text}} NOT NULL,
    found_at   {{text}} NOT NULL,
    UNIQUE (enquiry_id, record_id)
) {{strict}};
CREATE INDEX miss_found_by_time ON miss_found (found_at);
CREATE INDEX miss_found_by_record ON miss_found (record_id);

-- How far the changes to people have been looked at, for every process together; and, while many
-- questions are asked again, how many of them are done of how many.
CREATE TABLE miss_progress (
    id      {{int}}  NOT NULL PRIMARY KEY CHECK (id = 1),
    seq     {{int}}  NOT NULL,
    done    {{int}}  NOT NULL,
    total   {{int}}  NOT NULL,
    at      {{text}} NOT NULL
) {{strict}};
INSERT INTO miss_progress (id, seq, done, total, at) VALUES (1, 0, 0, 0, '');
