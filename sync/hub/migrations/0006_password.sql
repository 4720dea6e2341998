-- Passwords as Argon2id text, for who may sign in without a code; no row: a code only.
CREATE TABLE password (
    user         TEXT PRIMARY KEY REFERENCES user,
    hash         TEXT NOT NULL CHECK (hash LIKE '$argon2id$%'),
    set_ms       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
