-- The inspection that a 回头看 looks back at; empty for every other.
ALTER TABLE inspection ADD COLUMN parent TEXT NOT NULL DEFAULT '';
UPDATE inspection SET parent = coalesce(
    (SELECT json_extract(body.bytes, '$.body.parent') FROM ev JOIN ev_body body ON body.seq = ev.seq
     WHERE ev.record = inspection.record), '');
