-- 0.1: plans (src/plan). `plan` is what never changes of a plan; the other tables are statements
-- about it, with their days, recorded at a moment and superseded at another.
--@record plan
CREATE TABLE plan (
    id          {{text}} NOT NULL PRIMARY KEY,
    child_id    {{text}} NOT NULL REFERENCES child (id),
    kind        {{text}} NOT NULL CHECK (kind IN ('own', 'temporary')),
    pack        {{text}} NOT NULL CHECK (pack <> ''),
    recorded_at {{text}} NOT NULL,
    UNIQUE (id, child_id)
) {{strict}};
CREATE INDEX plan_by_child ON plan (child_id);

--@record plan_days
CREATE TABLE plan_days (
    id            {{text}} NOT NULL PRIMARY KEY,
    plan_id       {{text}} NOT NULL,
    child_id      {{text}} NOT NULL,
    first_day     {{text}} NOT NULL,
    last_day      {{text}},
    end_reason    {{text}},
    recorded_at   {{text}} NOT NULL,
    superseded_at {{text}} CHECK (superseded_at >= recorded_at),
    FOREIGN KEY (plan_id, child_id) REFERENCES plan (id, child_id),
    CHECK (last_day > first_day),
    CHECK ((last_day IS NULL) = (end_reason IS NULL))
) {{strict}};
CREATE UNIQUE INDEX plan_days_once ON plan_days (plan_id) WHERE superseded_at IS NULL;
CREATE UNIQUE INDEX plan_open_once ON plan_days (child_id)
    WHERE last_day IS NULL AND superseded_at IS NULL;
CREATE INDEX plan_days_by_plan ON plan_days (plan_id);
CREATE INDEX plan_days_by_child ON plan_days (child_id);
CREATE INDEX plan_days_by_first ON plan_days (first_day);

-- Whose plan a temporary one is.
--@record plan_home
CREATE TABLE plan_home (
    id                   {{text}} NOT NULL PRIMARY KEY,
    plan_id              {{text}} NOT NULL REFERENCES plan (id),
    authority            {{text}} NOT NULL CHECK (authority <> ''),
    telephone            {{text}} NOT NULL,
    key_worker           {{text}} NOT NULL,
    key_worker_telephone {{text}} NOT NULL,
    recorded_at          {{text}} NOT NULL,
    superseded_at        {{text}} CHECK (superseded_at >= recorded_at)
) {{strict}};
CREATE UNIQUE INDEX plan_home_once ON plan_home (plan_id) WHERE superseded_at IS NULL;
CREATE INDEX plan_home_by_plan ON plan_home (plan_id);

--@record plan_category
CREATE TABLE plan_category (
    id            {{text}} NOT NULL PRIMARY KEY,
    plan_id       {{text}} NOT NULL REFERENCES plan (id),
    category      {{text}} NOT NULL CHECK (category <> ''),
    is_main       {{int}}  NOT NULL CHECK (is_main IN (0, 1)),
    from_day      {{text}} NOT NULL,
    to_day        {{text}},
    recorded_at   {{text}} NOT NULL,
    superseded_at {{text}} CHECK (superseded_at >= recorded_at),
    CHECK (to_day >= from_day)
) {{strict}};
CREATE UNIQUE INDEX plan_category_main_once ON plan_category (plan_id)
    WHERE is_main = 1 AND to_day IS NULL AND superseded_at IS NULL;
CREATE UNIQUE INDEX plan_category_once ON plan_category (plan_id, category)
    WHERE to_day IS NULL AND superseded_at IS NULL;
CREATE INDEX plan_category_by_plan ON plan_category (plan_id);

-- Who works a plan: a team, and in it a key worker. Either may be missing; the list then says so.
--@record plan_allocation
CREATE TABLE plan_allocation (
    id              {{text}} NOT NULL PRIMARY KEY,
    plan_id         {{text}} NOT NULL REFERENCES plan (id),
    professional_id {{text}} REFERENCES professional (id),
    team            {{text}} NOT NULL,
    from_day        {{text}} NOT NULL,
    to_day          {{text}},
    recorded_at     {{text}} NOT NULL,
    superseded_at   {{text}} CHECK (superseded_at >= recorded_at),
    CHECK (to_day >= from_day),
    CHECK (professional_id IS NOT NULL OR team <> '')
) {{strict}};
CREATE UNIQUE INDEX plan_allocation_once ON plan_allocation (plan_id)
    WHERE to_day IS NULL AND superseded_at IS NULL;
CREATE INDEX plan_allocation_by_plan ON plan_allocation (plan_id);
CREATE INDEX plan_allocation_by_professional ON plan_allocation (professional_id);

--@record plan_review_due
CREATE TABLE plan_review_due (
    id            {{text}} NOT NULL PRIMARY KEY,
    plan_id       {{text}} NOT NULL REFERENCES plan (id),
    due_day       {{text}} NOT NULL,
    from_day      {{text}} NOT NULL,
    to_day        {{text}},
    recorded_at   {{text}} NOT NULL,
    superseded_at {{text}} CHECK (superseded_at >= recorded_at),
    CHECK (to_day >= from_day)
) {{strict}};
CREATE UNIQUE INDEX plan_review_due_once ON plan_review_due (plan_id)
    WHERE to_day IS NULL AND superseded_at IS NULL;
CREATE INDEX plan_review_due_by_plan ON plan_review_due (plan_id);
