-- The inspection that a 回头看 looks back at; empty for every other.
ALTER TABLE revision ADD COLUMN parent TEXT NOT NULL DEFAULT '';
ALTER TABLE inspection ADD COLUMN parent TEXT NOT NULL DEFAULT '';
UPDATE revision SET parent = coalesce(
    (SELECT json_extract(body, '$.parent') FROM record WHERE id = revision.record), '');
UPDATE inspection SET parent =
    (SELECT v.parent FROM revision v WHERE v.inspection = inspection.id AND v.revision = inspection.revision);
