-- 称号: which place bears which title from when to when; an empty last day is until further notice.
CREATE TABLE title (
    region       TEXT NOT NULL REFERENCES region,
    title        TEXT NOT NULL CHECK (title <> ''),
    first_day    TEXT NOT NULL CHECK (length(first_day) = 10),
    last_day     TEXT NOT NULL CHECK (last_day = '' OR last_day >= first_day),
    PRIMARY KEY (region, title, first_day)
) STRICT, WITHOUT ROWID;

-- The frozen rankings of a campaign: the first, and what corrected it. `package` is the whole text.
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
CREATE TRIGGER publication_kept BEFORE DELETE ON publication
    BEGIN SELECT raise(ABORT, 'publications are append-only'); END;
CREATE TRIGGER publication_fixed BEFORE UPDATE ON publication
    BEGIN SELECT raise(ABORT, 'publications are append-only'); END;
