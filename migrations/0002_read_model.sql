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

-- The other way round, to count the values of a facet among documents.
CREATE INDEX posting_document ON posting (document, term);

-- Every name, alias, id and Wikidata id under the key by which spellings and scripts compare as equal.
CREATE TABLE name_key (
  kind TEXT NOT NULL,
  key  TEXT NOT NULL,
  id   TEXT NOT NULL,
  PRIMARY KEY (kind, key, id)
) STRICT, WITHOUT ROWID;

-- What can be searched for, by the number of its document. Words come normalised, and once more as stems, so FTS5 has
-- nothing to decide: the tokenizer splits at spaces. Contentless: the text itself stands in the documents.
CREATE VIRTUAL TABLE search_text USING fts5 (
  quoted, quoted_stems, -- words inside quotation marks; of anything but a statement, its own names
  own, own_stems,       -- gists, descriptions, notes
  names, names_stems,   -- names and aliases of what it is about
  content = '',
  tokenize = 'ascii'
);

-- Every beginning of a word in a name, with what it completes to and how much is behind it.
CREATE TABLE suggestion (
  key   TEXT NOT NULL,
  kind  TEXT NOT NULL,
  id    TEXT NOT NULL,
  form  TEXT NOT NULL, -- the name or alias as it is written
  PRIMARY KEY (key, kind, id)
) STRICT, WITHOUT ROWID;
