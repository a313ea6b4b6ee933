-- 0.1: agencies and professionals (src/directory). A row is a statement: it stands from
-- recorded_at until superseded_at, and is never edited but for that. `dialled` columns hold only
-- what is dialled, so that numbers can be compared however they were written.
--@record agency
CREATE TABLE agency (
    id          {{text}} NOT NULL PRIMARY KEY,
    recorded_at {{text}} NOT NULL
) {{strict}};

--@record agency_details
CREATE TABLE agency_details (
    id            {{text}} NOT NULL PRIMARY KEY,
    agency_id     {{text}} NOT NULL REFERENCES agency (id),
    name          {{text}} NOT NULL CHECK (name <> ''),
    name_key      {{text}} NOT NULL,
    sort          {{text}} NOT NULL,
    recorded_at   {{text}} NOT NULL,
    superseded_at {{text}} CHECK (superseded_at >= recorded_at)
) {{strict}};
CREATE UNIQUE INDEX agency_details_once ON agency_details (agency_id) WHERE superseded_at IS NULL;
CREATE INDEX agency_details_by_agency ON agency_details (agency_id);
CREATE INDEX agency_details_by_name ON agency_details (name_key);

--@record agency_number
CREATE TABLE agency_number (
    id            {{text}} NOT NULL PRIMARY KEY,
    agency_id     {{text}} NOT NULL REFERENCES agency (id),
    sort          {{text}} NOT NULL CHECK (sort IN ('switchboard', 'out_of_hours')),
    position      {{int}}  NOT NULL,
    telephone     {{text}} NOT NULL,
    dialled       {{text}} NOT NULL CHECK (dialled <> ''),
    recorded_at   {{text}} NOT NULL,
    superseded_at {{text}} CHECK (superseded_at >= recorded_at)
) {{strict}};
CREATE INDEX agency_number_by_agency ON agency_number (agency_id);
CREATE INDEX agency_number_by_dialled ON agency_number (dialled) WHERE superseded_at IS NULL;

--@record professional
CREATE TABLE professional (
    id          {{text}} NOT NULL PRIMARY KEY,
    recorded_at {{text}} NOT NULL
) {{strict}};

--@record professional_details
CREATE TABLE professional_details (
    id                         {{text}} NOT NULL PRIMARY KEY,
    professional_id            {{text}} NOT NULL REFERENCES professional (id),
    name                       {{text}} NOT NULL CHECK (name <> ''),
    name_key                   {{text}} NOT NULL,
    job                        {{text}} NOT NULL,
    agency_id                  {{text}} REFERENCES agency (id),
    telephone                  {{text}} NOT NULL,
    telephone_dialled          {{text}} NOT NULL,
    out_of_hours               {{text}} NOT NULL,
    out_of_hours_dialled       {{text}} NOT NULL,
    cover_id                   {{text}} REFERENCES professional (id)
        CHECK (cover_id <> professional_id),
    is_qualified_social_worker {{int}}  NOT NULL CHECK (is_qualified_social_worker IN (0, 1)),
    registration_number        {{text}} NOT NULL,
    email                      {{text}} NOT NULL,
    user_id                    {{text}},
    recorded_at                {{text}} NOT NULL,
    superseded_at              {{text}} CHECK (superseded_at >= recorded_at)
) {{strict}};
CREATE UNIQUE INDEX professional_details_once ON professional_details (professional_id)
    WHERE superseded_at IS NULL;
CREATE INDEX professional_details_by_professional ON professional_details (professional_id);
CREATE INDEX professional_details_by_name ON professional_details (name_key);
CREATE INDEX professional_details_by_telephone ON professional_details (telephone_dialled)
    WHERE superseded_at IS NULL AND telephone_dialled <> '';
CREATE INDEX professional_details_by_out_of_hours ON professional_details (out_of_hours_dialled)
    WHERE superseded_at IS NULL AND out_of_hours_dialled <> '';
CREATE UNIQUE INDEX professional_details_by_user ON professional_details (user_id)
    WHERE superseded_at IS NULL AND user_id IS NOT NULL;
