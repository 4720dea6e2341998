-- Wall clock minus boot clock at the newest photo: a later one that is smaller means that the clock was set back.
ALTER TABLE identity ADD COLUMN wall_minus_boot_ms INTEGER;

-- Photos of drafts that were thrown away: still links of the chain, they go with the next submission.
CREATE TABLE loose_photo (
    id TEXT PRIMARY KEY,
    entry TEXT NOT NULL                 -- canonical domain::PhotoEntry
) STRICT, WITHOUT ROWID;
