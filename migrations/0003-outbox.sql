-- 0.1: notices that wait until they are read and sent (src/outbox). A queue, not the record: what a
-- notice tells of has its own entry in the ledger.
CREATE TABLE outbox_notice (
    id              {{text}} NOT NULL PRIMARY KEY,
    at              {{text}} NOT NULL,
    to_user         {{text}},
    to_professional {{text}},
    to_email        {{text}},
    says            {{text}} NOT NULL,
    kind            {{text}} NOT NULL,
    subject         {{text}} NOT NULL,
    link            {{text}} NOT NULL,
    read_at         {{text}},
    sending         {{text}} NOT NULL CHECK (sending IN ('none', 'waiting', 'sent', 'given_up')),
    tries           {{int}}  NOT NULL,
    next_try_at     {{text}} NOT NULL,
    trouble         {{text}} NOT NULL
) {{strict}};
CREATE INDEX outbox_notice_by_user ON outbox_notice (to_user, at);
CREATE INDEX outbox_notice_by_professional ON outbox_notice (to_professional, at);
CREATE INDEX outbox_notice_waiting ON outbox_notice (next_try_at) WHERE sending = 'waiting';
CREATE INDEX outbox_notice_given_up ON outbox_notice (at) WHERE sending = 'given_up';
