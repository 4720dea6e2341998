-- changed_at_ms of a draft as the hub last got it.
CREATE TABLE draft_snapshot (
    inspection TEXT PRIMARY KEY REFERENCES draft ON DELETE CASCADE,
    changed_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
