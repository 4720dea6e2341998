CREATE TRIGGER audit_fixed BEFORE UPDATE ON audit
    BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit
    BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER ev_body_fixed BEFORE UPDATE ON ev_body
    BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER ev_body_kept BEFORE DELETE ON ev_body
    BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER ev_fixed BEFORE UPDATE ON ev BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER ev_kept BEFORE DELETE ON ev BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER publication_fixed BEFORE UPDATE ON publication
    BEGIN SELECT raise(ABORT, 'publications are append-only'); END;
CREATE TRIGGER publication_kept BEFORE DELETE ON publication
    BEGIN SELECT raise(ABORT, 'publications are append-only'); END;
CREATE TABLE appeal (
    record       TEXT PRIMARY KEY,
    inspection   TEXT NOT NULL,
    item         TEXT NOT NULL,
    by_user      TEXT NOT NULL,
    answered_by  TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE assigned (
    inspector    TEXT NOT NULL,
    campaign     TEXT NOT NULL,
    region       TEXT NOT NULL,
    kind         TEXT NOT NULL,
    PRIMARY KEY (inspector, campaign, region, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE assignment (
    campaign     TEXT NOT NULL REFERENCES campaign,
    inspector    TEXT NOT NULL REFERENCES user,
    json         TEXT NOT NULL,
    PRIMARY KEY (campaign, inspector)
) STRICT;
CREATE TABLE audit (
    id           INTEGER PRIMARY KEY,
    at_ms        INTEGER NOT NULL,
    who          TEXT NOT NULL,
    action       TEXT NOT NULL,
    object       TEXT NOT NULL,
    detail       TEXT NOT NULL
) STRICT;
CREATE TABLE blob (
    sha256       TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    bytes        INTEGER NOT NULL CHECK (bytes >= 0),
    stored_ms    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE campaign (
    id           TEXT PRIMARY KEY,
    name         TEXT NOT NULL UNIQUE,
    state        TEXT NOT NULL CHECK (state IN ('draft', 'published', 'closed')),
    json         TEXT NOT NULL
) STRICT;
CREATE TABLE campaign_sheet (
    campaign     TEXT NOT NULL REFERENCES campaign,
    kind         TEXT NOT NULL,
    version      INTEGER NOT NULL,
    sha256       TEXT NOT NULL,
    PRIMARY KEY (campaign, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE checklist (
    kind         TEXT NOT NULL,
    version      INTEGER NOT NULL CHECK (version >= 1),
    sha256       TEXT NOT NULL CHECK (length(sha256) = 64),
    json         TEXT NOT NULL,
    PRIMARY KEY (kind, version)
) STRICT;
CREATE TABLE checklist_draft (
    kind         TEXT NOT NULL,
    version      INTEGER NOT NULL CHECK (version >= 1),
    json         TEXT NOT NULL,
    PRIMARY KEY (kind, version)
) STRICT;
CREATE TABLE checklist_retired (
    kind         TEXT NOT NULL,
    version      INTEGER NOT NULL,
    retired_ms   INTEGER NOT NULL,
    PRIMARY KEY (kind, version),
    FOREIGN KEY (kind, version) REFERENCES checklist
) STRICT;
CREATE TABLE device (
    id           TEXT PRIMARY KEY,
    user         TEXT NOT NULL REFERENCES user,
    name         TEXT NOT NULL,
    incarnation  TEXT NOT NULL,
    public_key   TEXT NOT NULL,
    token_hash   TEXT NOT NULL UNIQUE,
    enrolled_ms  INTEGER NOT NULL,
    revoked_ms   INTEGER NOT NULL DEFAULT 0
, clock_off_ms INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE draft (
    inspection   TEXT PRIMARY KEY,
    inspector    TEXT NOT NULL,
    device       TEXT NOT NULL,
    stored_ms    INTEGER NOT NULL,
    bytes        TEXT NOT NULL
, changed_ms INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE draw (
    seed_sha256  TEXT PRIMARY KEY CHECK (length(seed_sha256) = 64),
    campaign     TEXT NOT NULL REFERENCES campaign,
    input        TEXT NOT NULL,
    announced_ms INTEGER NOT NULL,
    seed         TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE TABLE enrol_code (
    hash         TEXT PRIMARY KEY,
    user         TEXT NOT NULL REFERENCES user,
    made_ms      INTEGER NOT NULL,
    expires_ms   INTEGER NOT NULL,
    used_ms      INTEGER NOT NULL DEFAULT 0,
    device       TEXT NOT NULL DEFAULT ''
) STRICT;
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
CREATE TABLE hub (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    county      TEXT NOT NULL CHECK (county <> ''),
    epoch       TEXT NOT NULL CHECK (length(epoch) = 32),
    durable     TEXT NOT NULL DEFAULT 'local' CHECK (durable IN ('local', 'backup')),
    backup_seq  INTEGER NOT NULL DEFAULT 0
) STRICT;
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
, parent TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE last_team (
    village      TEXT PRIMARY KEY,
    team         TEXT NOT NULL CHECK (team <> '')
) STRICT, WITHOUT ROWID;
CREATE TABLE participant (
    campaign     TEXT NOT NULL REFERENCES campaign,
    village      TEXT NOT NULL,
    PRIMARY KEY (campaign, village)
) STRICT, WITHOUT ROWID;
CREATE TABLE password (
    user         TEXT PRIMARY KEY REFERENCES user,
    hash         TEXT NOT NULL CHECK (hash LIKE '$argon2id$%'),
    set_ms       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
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
CREATE TABLE progress (
    device       TEXT NOT NULL,
    incarnation  TEXT NOT NULL,
    last_seq     INTEGER NOT NULL,
    PRIMARY KEY (device, incarnation)
) STRICT, WITHOUT ROWID;
CREATE TABLE publication (
    campaign     TEXT NOT NULL REFERENCES campaign,
    number       INTEGER NOT NULL CHECK (number >= 1),
    sha256       TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    replaces     TEXT NOT NULL,
    reason       TEXT NOT NULL,
    made_ms      INTEGER NOT NULL,
    changed      INTEGER NOT NULL,
    package      TEXT NOT NULL,
    PRIMARY KEY (campaign, number)
) STRICT;
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
CREATE TABLE rectification_photo (
    finding      TEXT NOT NULL,
    sha256       TEXT NOT NULL,
    thumb        TEXT NOT NULL,
    village      TEXT NOT NULL,
    step         TEXT NOT NULL,
    is_after     INTEGER NOT NULL CHECK (is_after IN (0, 1)),
    PRIMARY KEY (finding, sha256)
) STRICT, WITHOUT ROWID;
CREATE TABLE reference_version (
    part         TEXT PRIMARY KEY,
    version      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE region (
    code         TEXT PRIMARY KEY,
    parent       TEXT NOT NULL,
    kind         TEXT NOT NULL,
    name         TEXT NOT NULL,
    retired      INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
    json         TEXT NOT NULL
) STRICT;
CREATE TABLE review (
    record       TEXT PRIMARY KEY,
    inspection   TEXT NOT NULL,
    revision     INTEGER NOT NULL,
    decision     TEXT NOT NULL CHECK (decision IN ('approve', 'sendBack', 'void', 'adjust', 'confirmVeto')),
    reviewer     TEXT NOT NULL,
    seq          INTEGER NOT NULL,
    appeal       TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE revision (
    inspection   TEXT NOT NULL,
    revision     INTEGER NOT NULL,
    record       TEXT NOT NULL,
    PRIMARY KEY (inspection, revision)
) STRICT, WITHOUT ROWID;
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
, inspection TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE title (
    region       TEXT NOT NULL REFERENCES region,
    title        TEXT NOT NULL CHECK (title <> ''),
    first_day    TEXT NOT NULL CHECK (length(first_day) = 10),
    last_day     TEXT NOT NULL CHECK (last_day = '' OR last_day >= first_day),
    PRIMARY KEY (region, title, first_day)
) STRICT, WITHOUT ROWID;
CREATE TABLE upload (
    id           TEXT PRIMARY KEY CHECK (length(id) = 32),
    device       TEXT NOT NULL,
    sha256       TEXT NOT NULL CHECK (length(sha256) = 64),
    length       INTEGER NOT NULL CHECK (length > 0),
    metadata     TEXT NOT NULL,
    synced       INTEGER NOT NULL CHECK (synced >= 0 AND synced <= length),
    expires_ms   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE upload_secret (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    secret       TEXT NOT NULL CHECK (length(secret) = 64)
) STRICT;
CREATE TABLE user (
    id           TEXT PRIMARY KEY,
    name         TEXT NOT NULL,
    role         TEXT NOT NULL,
    active       INTEGER NOT NULL CHECK (active IN (0, 1)),
    json         TEXT NOT NULL
) STRICT;
CREATE INDEX appeal_inspection ON appeal (inspection, item);
CREATE INDEX device_incarnation ON device (incarnation);
CREATE INDEX draft_inspector ON draft (inspector);
CREATE INDEX inspection_campaign ON inspection (campaign, village);
CREATE INDEX photo_original ON photo (original);
CREATE INDEX photo_sha256 ON photo (sha256);
CREATE INDEX photo_thumb ON photo (thumb);
CREATE INDEX rectification_photo_sha256 ON rectification_photo (sha256);
CREATE INDEX rectification_photo_thumb ON rectification_photo (thumb);
CREATE INDEX rectification_town ON rectification (campaign, town, state);
CREATE INDEX region_parent ON region (parent);
CREATE INDEX review_inspection ON review (inspection, revision, seq);
CREATE INDEX set_aside_inspection ON set_aside (inspection) WHERE inspection <> '';
CREATE INDEX upload_device ON upload (device);
CREATE INDEX upload_expires ON upload (expires_ms);
