-- One county. Every table but the log's projections is primary data; the projections (inspection,
-- revision, review, photo) can be made again from ev at any time by `xuncun-hub rebuild`.

CREATE TABLE hub (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    county      TEXT NOT NULL CHECK (county <> ''),
    epoch       TEXT NOT NULL CHECK (length(epoch) = 32),
    durable     TEXT NOT NULL DEFAULT 'local' CHECK (durable IN ('local', 'backup')),
    backup_seq  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The log: append-only, the truth. Split in two so that reading who may see what passes over few
-- pages. `owner` is the inspector whose work the record is about.
CREATE TABLE ev (
    seq          INTEGER PRIMARY KEY,
    record       TEXT NOT NULL UNIQUE,
    kind         TEXT NOT NULL,
    village      TEXT NOT NULL,
    town         TEXT NOT NULL,
    owner        TEXT NOT NULL,
    device       TEXT NOT NULL,
    incarnation  TEXT NOT NULL,
    device_seq   INTEGER NOT NULL CHECK (device_seq >= 1),
    received_ms  INTEGER NOT NULL,
    sha256       TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;
CREATE TABLE ev_body (
    seq          INTEGER PRIMARY KEY REFERENCES ev,
    bytes        TEXT NOT NULL
) STRICT;
CREATE TRIGGER ev_kept BEFORE DELETE ON ev BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER ev_fixed BEFORE UPDATE ON ev BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER ev_body_kept BEFORE DELETE ON ev_body
    BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER ev_body_fixed BEFORE UPDATE ON ev_body
    BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

-- Records that had no effect but are kept: quarantined ones and the second of two that conflict.
CREATE TABLE set_aside (
    record       TEXT PRIMARY KEY,
    outcome      TEXT NOT NULL CHECK (outcome IN ('conflict', 'quarantined')),
    code         TEXT NOT NULL CHECK (code <> ''),
    message      TEXT NOT NULL,
    place        TEXT NOT NULL,
    other        TEXT NOT NULL,
    author       TEXT NOT NULL,
    device       TEXT NOT NULL,
    incarnation  TEXT NOT NULL,
    device_seq   INTEGER NOT NULL,
    received_ms  INTEGER NOT NULL,
    bytes        TEXT NOT NULL
) STRICT;

-- How far each installation has got; its next record must be last_seq + 1.
CREATE TABLE progress (
    device       TEXT NOT NULL,
    incarnation  TEXT NOT NULL,
    last_seq     INTEGER NOT NULL,
    PRIMARY KEY (device, incarnation)
) STRICT, WITHOUT ROWID;

-- Projections.
CREATE TABLE inspection (
    id           TEXT PRIMARY KEY,
    campaign     TEXT NOT NULL,
    kind         TEXT NOT NULL,
    version      INTEGER NOT NULL,
    village      TEXT NOT NULL,
    town         TEXT NOT NULL,
    subject      TEXT NOT NULL,
    inspector    TEXT NOT NULL,
    revision     INTEGER NOT NULL CHECK (revision >= 1),
    state        TEXT NOT NULL CHECK (state IN ('submitted', 'sentBack', 'approved', 'voided')),
    record       TEXT NOT NULL,
    decided_by   TEXT NOT NULL,
    submitted_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX inspection_campaign ON inspection (campaign, village);
CREATE TABLE revision (
    inspection   TEXT NOT NULL,
    revision     INTEGER NOT NULL,
    record       TEXT NOT NULL,
    PRIMARY KEY (inspection, revision)
) STRICT, WITHOUT ROWID;
CREATE TABLE review (
    record       TEXT PRIMARY KEY,
    inspection   TEXT NOT NULL,
    revision     INTEGER NOT NULL,
    decision     TEXT NOT NULL CHECK (decision IN ('approve', 'sendBack', 'void', 'adjust')),
    reviewer     TEXT NOT NULL,
    seq          INTEGER NOT NULL
) STRICT;
CREATE INDEX review_inspection ON review (inspection, revision, seq);
-- Every photo that an inspection names; `arrived_seq` is its photo.received, 0 until then.
CREATE TABLE photo (
    inspection     TEXT NOT NULL,
    sha256         TEXT NOT NULL,
    thumb          TEXT NOT NULL,
    original       TEXT NOT NULL,
    village        TEXT NOT NULL,
    town           TEXT NOT NULL,
    owner          TEXT NOT NULL,
    last_revision  INTEGER NOT NULL,
    bytes          INTEGER NOT NULL,
    thumb_bytes    INTEGER NOT NULL,
    arrived_seq    INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (inspection, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_sha256 ON photo (sha256);
CREATE INDEX photo_thumb ON photo (thumb);

-- Files that are on disk, whole, checked and synced.
CREATE TABLE blob (
    sha256       TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    bytes        INTEGER NOT NULL CHECK (bytes >= 0),
    stored_ms    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The last snapshot of work not submitted; seen by its inspector only.
CREATE TABLE draft (
    inspection   TEXT PRIMARY KEY,
    inspector    TEXT NOT NULL,
    device       TEXT NOT NULL,
    stored_ms    INTEGER NOT NULL,
    bytes        TEXT NOT NULL
) STRICT;
CREATE INDEX draft_inspector ON draft (inspector);

-- Reference data, each as the canonical JSON that tablets get, with the columns that are asked for.
CREATE TABLE region (
    code         TEXT PRIMARY KEY,
    parent       TEXT NOT NULL,
    kind         TEXT NOT NULL,
    name         TEXT NOT NULL,
    retired      INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
    json         TEXT NOT NULL
) STRICT;
CREATE INDEX region_parent ON region (parent);
CREATE TABLE checklist (
    kind         TEXT NOT NULL,
    version      INTEGER NOT NULL CHECK (version >= 1),
    sha256       TEXT NOT NULL CHECK (length(sha256) = 64),
    json         TEXT NOT NULL,
    PRIMARY KEY (kind, version)
) STRICT;
CREATE TABLE campaign (
    id           TEXT PRIMARY KEY,
    name         TEXT NOT NULL UNIQUE,
    state        TEXT NOT NULL CHECK (state IN ('draft', 'published', 'closed')),
    json         TEXT NOT NULL
) STRICT;
CREATE TABLE participant (
    campaign     TEXT NOT NULL REFERENCES campaign,
    village      TEXT NOT NULL,
    PRIMARY KEY (campaign, village)
) STRICT, WITHOUT ROWID;
CREATE TABLE campaign_sheet (
    campaign     TEXT NOT NULL REFERENCES campaign,
    kind         TEXT NOT NULL,
    version      INTEGER NOT NULL,
    sha256       TEXT NOT NULL,
    PRIMARY KEY (campaign, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE user (
    id           TEXT PRIMARY KEY,
    name         TEXT NOT NULL,
    role         TEXT NOT NULL,
    active       INTEGER NOT NULL CHECK (active IN (0, 1)),
    json         TEXT NOT NULL
) STRICT;
CREATE TABLE assignment (
    campaign     TEXT NOT NULL REFERENCES campaign,
    inspector    TEXT NOT NULL REFERENCES user,
    json         TEXT NOT NULL,
    PRIMARY KEY (campaign, inspector)
) STRICT;
-- The same, a row for each region; kind '' is every sheet of the campaign.
CREATE TABLE assigned (
    inspector    TEXT NOT NULL,
    campaign     TEXT NOT NULL,
    region       TEXT NOT NULL,
    kind         TEXT NOT NULL,
    PRIMARY KEY (inspector, campaign, region, kind)
) STRICT, WITHOUT ROWID;
-- Rises with every change of a part; a part's ETag is made of it.
CREATE TABLE reference_version (
    part         TEXT PRIMARY KEY,
    version      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO reference_version VALUES ('regions', 1), ('checklists', 1), ('campaigns', 1),
    ('assignments', 1), ('people', 1), ('rankings', 1);

-- Devices and what lets them in; codes and tokens are kept as hashes only.
CREATE TABLE device (
    id           TEXT PRIMARY KEY,
    user         TEXT NOT NULL REFERENCES user,
    name         TEXT NOT NULL,
    incarnation  TEXT NOT NULL,
    public_key   TEXT NOT NULL,
    token_hash   TEXT NOT NULL UNIQUE,
    enrolled_ms  INTEGER NOT NULL,
    revoked_ms   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX device_incarnation ON device (incarnation);
CREATE TABLE enrol_code (
    hash         TEXT PRIMARY KEY,
    user         TEXT NOT NULL REFERENCES user,
    made_ms      INTEGER NOT NULL,
    expires_ms   INTEGER NOT NULL,
    used_ms      INTEGER NOT NULL DEFAULT 0,
    device       TEXT NOT NULL DEFAULT ''
) STRICT;

-- Who did what to the hub, apart from the field work that the log holds.
CREATE TABLE audit (
    id           INTEGER PRIMARY KEY,
    at_ms        INTEGER NOT NULL,
    who          TEXT NOT NULL,
    action       TEXT NOT NULL,
    object       TEXT NOT NULL,
    detail       TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit
    BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_fixed BEFORE UPDATE ON audit
    BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
