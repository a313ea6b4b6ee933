-- 0.1: why a review is late, for the chronology (src/plan). The date itself stays as it is.
--@record plan_review_late
CREATE TABLE plan_review_late (
    id            {{text}} NOT NULL PRIMARY KEY,
    plan_id       {{text}} NOT NULL REFERENCES plan (id),
    due_day       {{text}} NOT NULL,
    words         {{text}} NOT NULL CHECK (words <> ''),
    said_on       {{text}} NOT NULL,
    recorded_at   {{text}} NOT NULL,
    superseded_at {{text}} CHECK (superseded_at >= recorded_at)
) {{strict}};
CREATE INDEX plan_review_late_by_plan ON plan_review_late (plan_id);
