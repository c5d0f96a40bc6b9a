-- What became of the answers from one state of the dataset to the next.

-- The code that derived the read model: answers are the same only where the content and this are.
ALTER TABLE dataset ADD COLUMN derivation TEXT NOT NULL DEFAULT '';

-- Each time that the answers were derived. Times rise with the numbers, whatever the clock does.
CREATE TABLE dataset_state (
  number     INTEGER PRIMARY KEY,
  version    TEXT NOT NULL,
  derivation TEXT NOT NULL,
  derived_at TEXT NOT NULL UNIQUE,
  is_logged  INTEGER NOT NULL CHECK (is_logged IN (0, 1)) -- 0: what changed in it is not known, or not any more
) STRICT;

CREATE INDEX dataset_state_version ON dataset_state (version, number);

-- Every answer as it is now, in short, with the state in which it became so.
CREATE TABLE document_digest (
  collection TEXT NOT NULL,
  id         TEXT NOT NULL,
  digest     BLOB NOT NULL,
  state      INTEGER NOT NULL REFERENCES dataset_state (number),
  PRIMARY KEY (collection, id)
) STRICT, WITHOUT ROWID;

-- Answers that a state changed: their digests before and after; null where there was, or is, none.
CREATE TABLE document_change (
  state      INTEGER NOT NULL REFERENCES dataset_state (number),
  collection TEXT NOT NULL,
  id         TEXT NOT NULL,
  before     BLOB,
  after      BLOB,
  PRIMARY KEY (state, collection, id),
  CHECK (before IS NOT after)
) STRICT, WITHOUT ROWID;

-- All that happened to one answer, in order.
CREATE INDEX document_change_of ON document_change (collection, id, state);
