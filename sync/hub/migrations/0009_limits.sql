-- How many uploads a device has open, and whether any record names a file, are asked for each new upload.
CREATE INDEX upload_device ON upload (device);
CREATE INDEX photo_original ON photo (original);

-- When the tablet last changed the draft, by its own clock: a late snapshot does not replace a newer one.
ALTER TABLE draft ADD COLUMN changed_ms INTEGER NOT NULL DEFAULT 0;

-- How far the tablet's clock was from the hub's when it last pushed.
ALTER TABLE device ADD COLUMN clock_off_ms INTEGER NOT NULL DEFAULT 0;
