-- Drafts that were thrown away, so that the hub throws its snapshot away and none comes back from there.
CREATE TABLE draft_dropped (
    inspection TEXT PRIMARY KEY,
    told INTEGER NOT NULL CHECK (told IN (0, 1)) -- the hub was told
) STRICT, WITHOUT ROWID;

-- Of an original that the hub has: where the hub's log ended when it was next read. The log says nothing of
-- originals, so only a backup of a longer log holds it for certain.
ALTER TABLE media ADD COLUMN received_log_end INTEGER;
