-- Uploads under way, saved now and then: after a crash an upload goes on from `synced`, or from the
-- start when it has no row yet.
CREATE TABLE upload (
    id           TEXT PRIMARY KEY CHECK (length(id) = 32),
    device       TEXT NOT NULL,
    sha256       TEXT NOT NULL CHECK (length(sha256) = 64),
    length       INTEGER NOT NULL CHECK (length > 0),
    metadata     TEXT NOT NULL,
    synced       INTEGER NOT NULL CHECK (synced >= 0 AND synced <= length),
    expires_ms   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX upload_expires ON upload (expires_ms);

-- What makes upload addresses unguessable.
CREATE TABLE upload_secret (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    secret       TEXT NOT NULL CHECK (length(secret) = 64)
) STRICT;
INSERT INTO upload_secret VALUES (1, lower(hex(randomblob(32))));
