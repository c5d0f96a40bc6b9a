-- What a record's digest depends on and the truth did not hold: with it, every record can be written out again to the
-- letter, and what is downloaded and ingested again is the same dataset.

-- Where a retired id stands in its record's list.
ALTER TABLE retired_id ADD COLUMN position INTEGER NOT NULL DEFAULT 0;

-- Whether a reference was written with its kind (`place/georgia`) or as an id alone.
ALTER TABLE statement_mention ADD COLUMN qualified INTEGER NOT NULL DEFAULT 0 CHECK (qualified IN (0, 1));
ALTER TABLE claim ADD COLUMN reference_qualified INTEGER NOT NULL DEFAULT 0 CHECK (reference_qualified IN (0, 1));
