-- 双随机: what was announced before each draw (all of it but the seed, as JSON), and the seed once it was read out.
CREATE TABLE draw (
    seed_sha256  TEXT PRIMARY KEY CHECK (length(seed_sha256) = 64),
    campaign     TEXT NOT NULL REFERENCES campaign,
    input        TEXT NOT NULL,
    announced_ms INTEGER NOT NULL,
    seed         TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- Which team was drawn for a village last; one that is not drawn again keeps it.
CREATE TABLE last_team (
    village      TEXT PRIMARY KEY,
    team         TEXT NOT NULL CHECK (team <> '')
) STRICT, WITHOUT ROWID;
