-- What was set aside can be found again when what it follows arrives.
ALTER TABLE set_aside ADD COLUMN inspection TEXT NOT NULL DEFAULT '';
CREATE INDEX set_aside_inspection ON set_aside (inspection) WHERE inspection <> '';
