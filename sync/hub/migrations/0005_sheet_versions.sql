-- Versions of a sheet before and after they are in use; what `checklist` holds is published and never changes.
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
