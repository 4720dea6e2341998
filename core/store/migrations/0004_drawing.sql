-- What was drawn on a photo, over it: the picture and its entry never change.
CREATE TABLE draft_drawing (
    photo TEXT PRIMARY KEY REFERENCES draft_photo ON DELETE CASCADE,
    drawing TEXT NOT NULL               -- canonical domain::PhotoDrawing
) STRICT, WITHOUT ROWID;

-- Wall clock at the newest photo: an earlier one, also after a reboot, means that the clock was set back.
ALTER TABLE identity ADD COLUMN last_photo_wall_ms INTEGER;
