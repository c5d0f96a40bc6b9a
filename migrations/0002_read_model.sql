-- The read model: what a request needs, ready to send. Derived from the truth at ingest, never edited by hand.

-- An answer's JSON, one row for each item of each collection. Numbers run through a collection in its default order,
-- so a page is a range of numbers; `sort_key` says the same order in a form that outlives renumbering (cursors).
CREATE TABLE document (
  number     INTEGER PRIMARY KEY,
  collection TEXT NOT NULL,
  id         TEXT NOT NULL,
  sort_key   TEXT NOT NULL,
  weight     INTEGER NOT NULL, -- how much is behind it: renditions of a statement, statements of anything else
  body       BLOB NOT NULL,    -- JSON, UTF-8
  UNIQUE (collection, id),
  UNIQUE (collection, sort_key)
) STRICT;

CREATE INDEX document_weight ON document (collection, weight DESC, number);

-- A value that a filter can ask for, with the number of documents that have it. Parents of places, topics and events
-- are expanded already: a statement made in Anchorage carries anchorage, alaska, united-states and north-america.
CREATE TABLE term (
  number     INTEGER PRIMARY KEY,
  collection TEXT NOT NULL,
  facet      TEXT NOT NULL,
  value      TEXT NOT NULL,
  documents  INTEGER NOT NULL,
  UNIQUE (collection, facet, value)
) STRICT;

-- Which documents have a term, in their default order.
CREATE TABLE posting (
  term     INTEGER NOT NULL REFERENCES term (number),
  document INTEGER NOT NULL REFERENCES document (number),
  PRIMARY KEY (term, document)
) STRICT, WITHOUT ROWID;

-- Every name, alias, id and Wikidata id under the key by which spellings and scripts compare as equal.
CREATE TABLE name_key (
  kind TEXT NOT NULL,
  key  TEXT NOT NULL,
  id   TEXT NOT NULL,
  PRIMARY KEY (kind, key, id)
) STRICT, WITHOUT ROWID;
