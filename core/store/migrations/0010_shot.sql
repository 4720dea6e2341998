-- A photo between the camera and its row: what was true when the button was pressed, and the file with the camera's bytes.
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
