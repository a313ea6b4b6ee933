-- 0.2: which saved files of the finder are of this record, and up to where (src/family/people). A
-- record that was restored from before has no row for a file that was saved after.
CREATE TABLE index_snapshot (
    number     {{int}}  NOT NULL PRIMARY KEY,
    record_seq {{int}}  NOT NULL,
    index_seq  {{int}}  NOT NULL,
    saved_at   {{text}} NOT NULL
) {{strict}};
