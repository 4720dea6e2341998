-- A decision may confirm a veto, and may answer an appeal.
ALTER TABLE review RENAME TO review_before;
CREATE TABLE review (
    record TEXT PRIMARY KEY REFERENCES record,
    inspection TEXT NOT NULL,
    revision INTEGER NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('approve', 'sendBack', 'void', 'adjust', 'confirmVeto')),
    comment TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    appeal TEXT NOT NULL DEFAULT ''     -- the appeal that it answers
) STRICT, WITHOUT ROWID;
INSERT INTO review (record, inspection, revision, decision, comment, reviewer, created_at_ms)
    SELECT record, inspection, revision, decision, comment, reviewer, created_at_ms FROM review_before;
DROP TABLE review_before;
CREATE INDEX review_inspection ON review (inspection, revision);
CREATE INDEX review_appeal ON review (appeal) WHERE appeal <> '';

-- What a village contests; answered by a review that names it.
CREATE TABLE appeal (
    record TEXT PRIMARY KEY REFERENCES record,
    inspection TEXT NOT NULL,
    item TEXT NOT NULL,
    finding TEXT NOT NULL,
    reason TEXT NOT NULL,
    by_user TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX appeal_inspection ON appeal (inspection);

-- The putting right of findings: its steps as they came, and one row a task as they fold to.
CREATE TABLE rectification_step (
    record TEXT PRIMARY KEY REFERENCES record,
    finding TEXT NOT NULL,
    inspection TEXT NOT NULL,
    action TEXT NOT NULL,
    by_user TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX rectification_step_finding ON rectification_step (finding);

CREATE TABLE rectification (
    finding TEXT PRIMARY KEY,
    inspection TEXT NOT NULL,
    campaign TEXT NOT NULL,
    village TEXT NOT NULL,
    kind TEXT NOT NULL,
    item TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('ordinary', 'major', 'urgent')),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'issued', 'working', 'reported', 'returned', 'checked',
                                         'closed', 'cancelled')),
    due_at_ms INTEGER NOT NULL,
    issued_at_ms INTEGER NOT NULL,
    reported_at_ms INTEGER NOT NULL,    -- of the newest report; 0 before the first
    last_step TEXT NOT NULL,
    notice TEXT NOT NULL                -- canonical step that issued it; of a waiting one what it would say
) STRICT, WITHOUT ROWID;
CREATE INDEX rectification_state ON rectification (state, due_at_ms);
CREATE INDEX rectification_inspection ON rectification (inspection);

-- Photos before and after, of steps that are records; `step` is the record.
CREATE TABLE rectification_photo (
    step TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    finding TEXT NOT NULL,
    is_after INTEGER NOT NULL CHECK (is_after IN (0, 1)),
    sha256 TEXT NOT NULL,
    thumb_sha256 TEXT NOT NULL,
    PRIMARY KEY (step, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX rectification_photo_sha256 ON rectification_photo (sha256);
CREATE INDEX rectification_photo_thumb ON rectification_photo (thumb_sha256);

-- A report that is being made: its photos are on the disk, the record is not written yet.
CREATE TABLE rectification_draft_photo (
    id TEXT PRIMARY KEY,
    finding TEXT NOT NULL,
    entry TEXT NOT NULL                 -- canonical domain::PhotoEntry
) STRICT, WITHOUT ROWID;
CREATE INDEX rectification_draft_photo_finding ON rectification_draft_photo (finding);

-- Approved revisions that were looked through for findings to put right.
CREATE TABLE rectification_looked (
    inspection TEXT PRIMARY KEY,
    decisions INTEGER NOT NULL          -- how many decisions it had then
) STRICT, WITHOUT ROWID;
