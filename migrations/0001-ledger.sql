-- 0.1: the ledger (src/ledger). Entries are never changed or removed; contents lie apart, found by
-- entry, so that one can later be withheld while its hash still proves what it was.
CREATE TABLE ledger_entry (
    seq          {{int}}  NOT NULL PRIMARY KEY,
    at           {{text}} NOT NULL,
    who          {{text}} NOT NULL,
    role         {{text}} NOT NULL,
    action       {{text}} NOT NULL,
    subject      {{text}} NOT NULL,
    content_hash {{text}} NOT NULL,
    previous     {{text}} NOT NULL,
    hash         {{text}} NOT NULL
) {{strict}};
CREATE INDEX ledger_entry_by_subject ON ledger_entry (subject, seq);
CREATE INDEX ledger_entry_by_who ON ledger_entry (who, seq);

CREATE TABLE ledger_content (
    seq  {{int}}  NOT NULL PRIMARY KEY REFERENCES ledger_entry (seq),
    salt {{text}} NOT NULL,
    body {{text}}
) {{strict}};

-- Whom an entry also concerned. Its content lists them; this is the way to find them.
CREATE TABLE ledger_also (
    subject {{text}} NOT NULL,
    seq     {{int}}  NOT NULL REFERENCES ledger_entry (seq),
    PRIMARY KEY (subject, seq)
) {{strict}};
CREATE INDEX ledger_also_by_seq ON ledger_also (seq);

CREATE TABLE ledger_head (
    id   {{int}}  NOT NULL PRIMARY KEY CHECK (id = 1),
    seq  {{int}}  NOT NULL,
    hash {{text}} NOT NULL,
    at   {{text}} NOT NULL
) {{strict}};
INSERT INTO ledger_head (id, seq, hash, at) VALUES (1, 0, '', '');

--@sqlite
CREATE TRIGGER ledger_entry_is_never_changed BEFORE UPDATE ON ledger_entry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_entry_is_never_removed BEFORE DELETE ON ledger_entry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--@postgres
CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$;
CREATE TRIGGER ledger_entry_is_append_only BEFORE UPDATE OR DELETE ON ledger_entry
FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only();
--@both
