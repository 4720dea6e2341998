-- A decision may confirm a veto, and may answer an appeal.
ALTER TABLE review RENAME TO review_before;
CREATE TABLE review (
    record       TEXT PRIMARY KEY,
    inspection   TEXT NOT NULL,
    revision     INTEGER NOT NULL,
    decision     TEXT NOT NULL CHECK (decision IN ('approve', 'sendBack', 'void', 'adjust', 'confirmVeto')),
    reviewer     TEXT NOT NULL,
    seq          INTEGER NOT NULL,
    appeal       TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO review (record, inspection, revision, decision, reviewer, seq)
    SELECT record, inspection, revision, decision, reviewer, seq FROM review_before;
DROP TABLE review_before;
CREATE INDEX review_inspection ON review (inspection, revision, seq);

-- Projections: what villages contest, and the putting right of findings. `answered_by` is the review that
-- answers, empty before.
CREATE TABLE appeal (
    record       TEXT PRIMARY KEY,
    inspection   TEXT NOT NULL,
    item         TEXT NOT NULL,
    by_user      TEXT NOT NULL,
    answered_by  TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX appeal_inspection ON appeal (inspection, item);
CREATE TABLE rectification (
    finding      TEXT PRIMARY KEY,
    inspection   TEXT NOT NULL,
    campaign     TEXT NOT NULL,
    village      TEXT NOT NULL,
    town         TEXT NOT NULL,
    owner        TEXT NOT NULL,
    severity     TEXT NOT NULL,
    state        TEXT NOT NULL,
    issued_ms    INTEGER NOT NULL,
    due_ms       INTEGER NOT NULL,
    reported_ms  INTEGER NOT NULL DEFAULT 0,
    reporter     TEXT NOT NULL DEFAULT '',
    report       TEXT NOT NULL DEFAULT '',
    last_step    TEXT NOT NULL
) STRICT;
CREATE INDEX rectification_town ON rectification (campaign, town, state);
-- Which photos a task shows; before and after.
CREATE TABLE rectification_photo (
    finding      TEXT NOT NULL,
    sha256       TEXT NOT NULL,
    thumb        TEXT NOT NULL,
    village      TEXT NOT NULL,
    step         TEXT NOT NULL,
    is_after     INTEGER NOT NULL CHECK (is_after IN (0, 1)),
    PRIMARY KEY (finding, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX rectification_photo_sha256 ON rectification_photo (sha256);
CREATE INDEX rectification_photo_thumb ON rectification_photo (thumb);
