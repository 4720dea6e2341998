CREATE TABLE appeal (
    record TEXT PRIMARY KEY REFERENCES record,
    inspection TEXT NOT NULL,
    item TEXT NOT NULL,
    finding TEXT NOT NULL,
    reason TEXT NOT NULL,
    by_user TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE assigned_check (
    inspector TEXT NOT NULL,
    campaign TEXT NOT NULL,
    village TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (inspector, campaign, village, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE assignment (
    campaign TEXT NOT NULL,
    inspector TEXT NOT NULL,
    body TEXT NOT NULL                  -- canonical domain::Assignment
) STRICT;
CREATE TABLE campaign (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    state TEXT NOT NULL,
    body TEXT NOT NULL                  -- canonical domain::Campaign
) STRICT, WITHOUT ROWID;
CREATE TABLE campaign_village (
    campaign TEXT NOT NULL,
    village TEXT NOT NULL,
    PRIMARY KEY (campaign, village)
) STRICT, WITHOUT ROWID;
CREATE TABLE checklist (
    kind TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    title TEXT NOT NULL,
    body TEXT NOT NULL,                 -- canonical domain::Checklist
    PRIMARY KEY (kind, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft (
    inspection TEXT PRIMARY KEY,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    campaign TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    checklist_sha256 TEXT NOT NULL,
    profile TEXT NOT NULL,
    village TEXT NOT NULL,
    subject TEXT NOT NULL,
    inspector TEXT NOT NULL,
    started_at_ms INTEGER NOT NULL,
    changed_at_ms INTEGER NOT NULL,
    zone_offset_minutes INTEGER NOT NULL,
    start_fix TEXT,                     -- canonical base::Fix
    no_fix_reason TEXT NOT NULL DEFAULT '',
    parent TEXT NOT NULL DEFAULT '',
    answers_review TEXT NOT NULL DEFAULT '',
    remark TEXT NOT NULL DEFAULT '',
    UNIQUE (campaign, subject, kind, inspector)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft_answer (
    inspection TEXT NOT NULL REFERENCES draft ON DELETE CASCADE,
    item TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('unanswered', 'ok', 'found', 'notApplicable')),
    households INTEGER NOT NULL DEFAULT 0 CHECK (households >= 0),
    earned TEXT NOT NULL DEFAULT '',    -- codes of rules that are met, one a line
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (inspection, item)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft_drawing (
    photo TEXT PRIMARY KEY REFERENCES draft_photo ON DELETE CASCADE,
    drawing TEXT NOT NULL               -- canonical domain::PhotoDrawing
) STRICT, WITHOUT ROWID;
CREATE TABLE draft_dropped (
    inspection TEXT PRIMARY KEY,
    told INTEGER NOT NULL CHECK (told IN (0, 1)) -- the hub was told
) STRICT, WITHOUT ROWID;
CREATE TABLE draft_finding (
    id TEXT PRIMARY KEY,
    inspection TEXT NOT NULL,
    item TEXT NOT NULL,
    rule TEXT NOT NULL,
    found_at_ms INTEGER NOT NULL,
    kind TEXT NOT NULL DEFAULT '',
    tier INTEGER NOT NULL DEFAULT -1 CHECK (tier >= -1),
    household INTEGER NOT NULL DEFAULT 0 CHECK (household >= 0),
    value_thousandths INTEGER,
    place TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    fix TEXT,                           -- canonical base::Fix
    repeat INTEGER NOT NULL DEFAULT 0 CHECK (repeat IN (0, 1)),
    FOREIGN KEY (inspection, item) REFERENCES draft_answer ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE draft_photo (
    id TEXT PRIMARY KEY,
    inspection TEXT NOT NULL REFERENCES draft ON DELETE CASCADE,
    item TEXT NOT NULL,
    finding TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    entry TEXT NOT NULL                 -- canonical domain::PhotoEntry
) STRICT, WITHOUT ROWID;
CREATE TABLE draft_signature (
    inspection TEXT NOT NULL REFERENCES draft ON DELETE CASCADE,
    role TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('signed', 'refused', 'nobodyThere')),
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    strokes TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (inspection, role)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft_snapshot (
    inspection TEXT PRIMARY KEY REFERENCES draft ON DELETE CASCADE,
    changed_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE draft_undo (
    n INTEGER PRIMARY KEY,
    inspection TEXT NOT NULL REFERENCES draft ON DELETE CASCADE,
    action TEXT NOT NULL,
    answers TEXT NOT NULL,              -- canonical domain::Answer, one a line
    photos TEXT NOT NULL                -- ids whose mark "removed" was turned over, one a line
) STRICT;
CREATE TABLE identity (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    incarnation TEXT NOT NULL,
    file_id TEXT NOT NULL,              -- of the database file; another one means restored or copied
    public_key TEXT NOT NULL,
    secret_key TEXT NOT NULL,
    last_device_seq INTEGER NOT NULL DEFAULT 0 CHECK (last_device_seq >= 0),
    last_photo_link TEXT NOT NULL DEFAULT '',
    device TEXT,
    device_name TEXT,
    hub_url TEXT,
    token TEXT,
    user TEXT,                          -- canonical domain::User
    county TEXT,
    enrolled_at_ms INTEGER,
    pin_hash TEXT, wall_minus_boot_ms INTEGER, last_photo_wall_ms INTEGER, hub_pin TEXT NOT NULL DEFAULT '',
    CHECK ((device IS NULL) = (user IS NULL))
) STRICT;
CREATE TABLE inspection (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('submitted', 'sentBack', 'approved', 'voided')),
    adjusted INTEGER NOT NULL CHECK (adjusted IN (0, 1)),
    campaign TEXT NOT NULL,
    kind TEXT NOT NULL,
    village TEXT NOT NULL,
    subject TEXT NOT NULL,
    inspector TEXT NOT NULL,
    submitted_at_ms INTEGER NOT NULL, parent TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (id, revision) REFERENCES revision
) STRICT, WITHOUT ROWID;
CREATE TABLE loose_photo (
    id TEXT PRIMARY KEY,
    entry TEXT NOT NULL                 -- canonical domain::PhotoEntry
) STRICT, WITHOUT ROWID;
CREATE TABLE media (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    kind TEXT NOT NULL CHECK (kind IN ('photo', 'thumb', 'original')),
    origin TEXT NOT NULL CHECK (origin IN ('own', 'pulled')),
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    state TEXT NOT NULL CHECK (state IN ('local', 'uploading', 'received', 'kept', 'missing')),
    inspection TEXT NOT NULL DEFAULT '',
    created_at_ms INTEGER NOT NULL,
    used_at_ms INTEGER NOT NULL,
    sent_bytes INTEGER NOT NULL DEFAULT 0 CHECK (sent_bytes BETWEEN 0 AND bytes),
    upload_url TEXT NOT NULL DEFAULT '',
    received_at_ms INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    error_code TEXT NOT NULL DEFAULT '',
    error_message TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
, received_log_end INTEGER) STRICT, WITHOUT ROWID;
CREATE TABLE outbox (
    record TEXT PRIMARY KEY REFERENCES record,
    incarnation TEXT NOT NULL,
    device_seq INTEGER NOT NULL CHECK (device_seq >= 1),
    line TEXT NOT NULL,                 -- the canonical bytes that are sent
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'applied', 'duplicate', 'conflict', 'quarantined')),
    hub_seq INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    tried_at_ms INTEGER,
    settled_at_ms INTEGER,
    error_code TEXT NOT NULL DEFAULT '',
    error_message TEXT NOT NULL DEFAULT '',
    other TEXT NOT NULL DEFAULT '',     -- conflict: the record that was first
    UNIQUE (incarnation, device_seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE person (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    body TEXT NOT NULL                  -- canonical domain::User
) STRICT, WITHOUT ROWID;
CREATE TABLE photo_receipt (
    sha256 TEXT PRIMARY KEY,
    hub_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE ranking (
    campaign TEXT PRIMARY KEY,
    body TEXT NOT NULL                  -- one line of the part "rankings"
) STRICT, WITHOUT ROWID;
CREATE TABLE record (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    author TEXT NOT NULL,
    device TEXT NOT NULL,
    incarnation TEXT NOT NULL,
    device_seq INTEGER NOT NULL CHECK (device_seq >= 1),
    created_at_ms INTEGER NOT NULL,
    hub_seq INTEGER,                    -- null until the hub has it
    received_at_ms INTEGER,             -- by the hub's clock
    refused INTEGER NOT NULL DEFAULT 0 CHECK (refused IN (0, 1)), -- the hub answered conflict or quarantined
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
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
CREATE TABLE rectification_draft_photo (
    id TEXT PRIMARY KEY,
    finding TEXT NOT NULL,
    entry TEXT NOT NULL                 -- canonical domain::PhotoEntry
) STRICT, WITHOUT ROWID;
CREATE TABLE rectification_looked (
    inspection TEXT PRIMARY KEY,
    decisions INTEGER NOT NULL          -- how many decisions it had then
) STRICT, WITHOUT ROWID;
CREATE TABLE rectification_photo (
    step TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    finding TEXT NOT NULL,
    is_after INTEGER NOT NULL CHECK (is_after IN (0, 1)),
    sha256 TEXT NOT NULL,
    thumb_sha256 TEXT NOT NULL,
    PRIMARY KEY (step, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE rectification_step (
    record TEXT PRIMARY KEY REFERENCES record,
    finding TEXT NOT NULL,
    inspection TEXT NOT NULL,
    action TEXT NOT NULL,
    by_user TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE reference_part (
    part TEXT PRIMARY KEY,
    etag TEXT NOT NULL,
    updated_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE region (
    code TEXT PRIMARY KEY,
    parent TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,              -- one a line
    ur_code TEXT NOT NULL,
    latitude REAL CHECK (latitude BETWEEN -90 AND 90),
    longitude REAL CHECK (longitude BETWEEN -180 AND 180),
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT, WITHOUT ROWID;
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
CREATE TABLE revision (
    inspection TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    record TEXT NOT NULL UNIQUE REFERENCES record,
    campaign TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    village TEXT NOT NULL,
    subject TEXT NOT NULL,
    inspector TEXT NOT NULL,
    started_at_ms INTEGER NOT NULL,
    submitted_at_ms INTEGER NOT NULL,
    findings INTEGER NOT NULL,
    photos INTEGER NOT NULL,
    score_hundredths INTEGER, parent TEXT NOT NULL DEFAULT '',           -- null until an action has scored it
    PRIMARY KEY (inspection, revision)
) STRICT, WITHOUT ROWID;
CREATE TABLE revision_photo (
    inspection TEXT NOT NULL,
    revision INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    photo TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    thumb_sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    item TEXT NOT NULL,
    PRIMARY KEY (inspection, revision, ordinal),
    FOREIGN KEY (inspection, revision) REFERENCES revision
) STRICT, WITHOUT ROWID;
CREATE TABLE shot (
    id TEXT PRIMARY KEY,
    target TEXT NOT NULL,  -- the draft, or the finding whose report it is for
    entry TEXT NOT NULL,   -- canonical JSON, without hashes, sizes and links
    file TEXT NOT NULL,
    ours INTEGER NOT NULL CHECK (ours IN (0, 1)),
    long_side_px INTEGER NOT NULL,
    quality INTEGER NOT NULL,
    direction_deg REAL
) STRICT;
CREATE TABLE sync_state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    epoch TEXT NOT NULL DEFAULT '',
    scope TEXT NOT NULL DEFAULT '',
    after_seq INTEGER NOT NULL DEFAULT 0 CHECK (after_seq >= 0),
    hub_last_seq INTEGER NOT NULL DEFAULT 0,
    durable_seq INTEGER NOT NULL DEFAULT 0,
    hub_ahead_ms INTEGER,               -- hub's clock minus ours at the last contact
    contact_at_ms INTEGER,
    complete_at_ms INTEGER,             -- last time everything was sent and read
    error_code TEXT NOT NULL DEFAULT '',
    error_message TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE ui_state (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX appeal_inspection ON appeal (inspection);
CREATE INDEX assignment_inspector ON assignment (inspector, campaign);
CREATE INDEX draft_finding_item ON draft_finding (inspection, item);
CREATE INDEX draft_photo_inspection ON draft_photo (inspection);
CREATE INDEX draft_undo_inspection ON draft_undo (inspection, n);
CREATE INDEX inspection_campaign ON inspection (campaign, village, kind);
CREATE INDEX inspection_state ON inspection (state, submitted_at_ms);
CREATE INDEX inspection_subject ON inspection (subject, kind, submitted_at_ms);
CREATE INDEX media_inspection ON media (inspection);
CREATE INDEX media_state ON media (state, kind);
CREATE INDEX outbox_state ON outbox (state, device_seq);
CREATE INDEX record_hub_seq ON record (hub_seq);
CREATE INDEX record_state ON record (id, refused, hub_seq);
CREATE INDEX rectification_draft_photo_finding ON rectification_draft_photo (finding);
CREATE INDEX rectification_inspection ON rectification (inspection);
CREATE INDEX rectification_photo_sha256 ON rectification_photo (sha256);
CREATE INDEX rectification_photo_thumb ON rectification_photo (thumb_sha256);
CREATE INDEX rectification_state ON rectification (state, due_at_ms);
CREATE INDEX rectification_step_finding ON rectification_step (finding);
CREATE INDEX region_parent ON region (parent);
CREATE INDEX review_appeal ON review (appeal) WHERE appeal <> '';
CREATE INDEX review_inspection ON review (inspection, revision);
CREATE INDEX revision_photo_sha256 ON revision_photo (sha256);
CREATE INDEX revision_photo_thumb ON revision_photo (thumb_sha256);
