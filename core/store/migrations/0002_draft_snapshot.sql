-- changed_at_ms of the draft as the hub last got it; 0: never.
ALTER TABLE draft ADD COLUMN saved_at_ms INTEGER NOT NULL DEFAULT 0;
