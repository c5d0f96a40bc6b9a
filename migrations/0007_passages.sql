-- The answer of a rendition repeats what stands in its statement's answer; so it is put together from pieces of that.
-- Indexes have names, so that a bulk load can make them after the rows.

DROP TABLE document;

-- An answer's JSON, one row for each item of each collection. Numbers run through a collection in its default order,
-- so a page is a range of numbers; `sort_key` says the same order in a form that outlives renumbering (cursors).
CREATE TABLE stored_document (
  number     INTEGER PRIMARY KEY,
  collection TEXT NOT NULL,
  id         TEXT NOT NULL,
  sort_key   TEXT NOT NULL,
  weight     INTEGER NOT NULL, -- how much is behind it: renditions of a statement, statements of anything else
  body       BLOB              -- JSON, UTF-8; null where `passage` says what it is made of
) STRICT;

CREATE UNIQUE INDEX stored_document_id ON stored_document (collection, id);
CREATE UNIQUE INDEX stored_document_sort_key ON stored_document (collection, sort_key);

-- Where the pieces of a rendition's answer stand in its statement's, in bytes: that begins with what tells of it in
-- short, up to `head_end`; the rendition stands from `start_offset` to `end_offset`, and that goes in before `join_offset`.
CREATE TABLE passage (
  document     INTEGER PRIMARY KEY REFERENCES stored_document (number),
  statement    INTEGER NOT NULL REFERENCES stored_document (number),
  head_end     INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  join_offset  INTEGER NOT NULL,
  end_offset   INTEGER NOT NULL,
  CHECK (0 < head_end AND head_end < start_offset AND start_offset < join_offset AND join_offset < end_offset)
) STRICT;

-- Documents with their bodies, whatever these are made of.
CREATE VIEW document AS
SELECT number, collection, id, sort_key, weight, coalesce(body, (
  SELECT CAST(
    substr(statement.body, start_offset + 1, join_offset - start_offset)
    || ',"statement":' || substr(statement.body, 1, head_end) || '}'
    || substr(statement.body, join_offset + 1, end_offset - join_offset) AS BLOB)
  FROM passage JOIN stored_document AS statement ON statement.number = passage.statement
  WHERE passage.document = stored_document.number
)) AS body
FROM stored_document;
