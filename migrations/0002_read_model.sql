-- The read model: what a request needs, ready to send. The ingest derives it from the records each time.

-- The dataset as a whole: one row. `version` is a hash of the digests of all records, `derivation` names the code that
-- made the answers: two answers are the same where both are the same.
CREATE TABLE dataset (
  singleton   INTEGER PRIMARY KEY CHECK (singleton = 1),
  version     TEXT NOT NULL,
  derivation  TEXT NOT NULL,
  languages   TEXT NOT NULL, -- JSON: those of its texts (src/store/languages.ts)
  ingested_at TEXT NOT NULL
) STRICT;

-- The states of the answers, one for each ingest that changed any. Times rise with the numbers, whatever the clock does.
CREATE TABLE dataset_state (
  number     INTEGER PRIMARY KEY,
  version    TEXT NOT NULL,
  derivation TEXT NOT NULL,
  derived_at TEXT NOT NULL UNIQUE,
  is_logged  INTEGER NOT NULL CHECK (is_logged IN (0, 1)) -- 0: what changed in it is not known, or not any more
) STRICT;

CREATE INDEX dataset_state_version ON dataset_state (version, number);

-- The digest of each answer, with the state that gave the answer this content, and the state that added the answer.
CREATE TABLE document_digest (
  collection TEXT NOT NULL,
  id         TEXT NOT NULL,
  digest     BLOB NOT NULL,
  state      INTEGER NOT NULL REFERENCES dataset_state (number),
  added      INTEGER NOT NULL REFERENCES dataset_state (number),
  PRIMARY KEY (collection, id)
) STRICT, WITHOUT ROWID;

-- The newest changes, and the newest answers of a collection.
CREATE INDEX document_digest_state ON document_digest (state);
CREATE INDEX document_digest_added ON document_digest (collection, added);

-- The log of changes: digests of an answer before and after a state; null where there was, or is, no such answer.
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

-- An answer's JSON, one row for each item of each collection. Numbers run through a collection in its default order,
-- so a page is a range of numbers; `sort_key` says the same order in a form that outlives renumbering (cursors).
CREATE TABLE document (
  number     INTEGER PRIMARY KEY,
  collection TEXT NOT NULL,
  id         TEXT NOT NULL,
  sort_key   TEXT NOT NULL,
  weight     INTEGER NOT NULL, -- how much is behind it: renditions of a statement, statements of anything else
  body       BLOB NOT NULL     -- JSON, UTF-8
) STRICT;

-- Indexes have names, so that the ingest can make them after the rows.
CREATE UNIQUE INDEX document_id ON document (collection, id);
CREATE UNIQUE INDEX document_sort_key ON document (collection, sort_key);

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

-- The documents of a term, as a set of their numbers (src/doc-ids/encoding.ts).
CREATE TABLE posting (
  term    INTEGER PRIMARY KEY,
  doc_ids BLOB NOT NULL
) STRICT;

-- The dates of documents that are known to the moment, in milliseconds since 1970. Terms hold all dates by the day.
CREATE TABLE document_moment (
  number INTEGER PRIMARY KEY,
  at     INTEGER NOT NULL
) STRICT;

CREATE INDEX document_moment_at ON document_moment (at);

-- The terms of each document, 64 documents to a row, for counting the values of facets.
CREATE TABLE document_terms (
  number INTEGER PRIMARY KEY, -- of the row: the numbers of its documents without their six lowest bits
  body   BLOB NOT NULL        -- src/sqlite/postings/forward-index.ts
) STRICT;

-- The number of each rendition's statement, in the order of the renditions: integers of 32 bits, 65,536 to a row.
CREATE TABLE rendition_statement (
  block   INTEGER PRIMARY KEY,
  numbers BLOB NOT NULL
) STRICT;

-- /dataset.ndjson in pieces of whole lines: where a piece starts and how long it is, in bytes, and its records.
CREATE TABLE record_piece (
  start  INTEGER PRIMARY KEY,
  length INTEGER NOT NULL,
  kind   TEXT NOT NULL,
  first  TEXT NOT NULL, -- ids, both inclusive
  last   TEXT NOT NULL
) STRICT;

-- Every name, alias, id and Wikidata id under the key by which spellings and scripts compare as equal.
CREATE TABLE name_key (
  kind TEXT NOT NULL,
  key  TEXT NOT NULL,
  id   TEXT NOT NULL,
  PRIMARY KEY (kind, key, id)
) STRICT, WITHOUT ROWID;

-- Ids that were given up, each with the record that took its place.
CREATE TABLE retired_id (
  kind      TEXT NOT NULL,
  retired   TEXT NOT NULL,
  successor TEXT NOT NULL,
  PRIMARY KEY (kind, retired)
) STRICT, WITHOUT ROWID;

-- Every beginning of a word in a name, with what it completes to and how much is behind it.
CREATE TABLE suggestion (
  key   TEXT NOT NULL,
  kind  TEXT NOT NULL,
  id    TEXT NOT NULL,
  form  TEXT NOT NULL, -- the name or alias as it is written
  PRIMARY KEY (key, kind, id)
) STRICT, WITHOUT ROWID;

-- The text index (src/text-index/README.md): its dictionary of stems and of forms, and the postings of each stem.
CREATE TABLE text_stem (
  number INTEGER PRIMARY KEY,
  stem   TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE text_form (
  number INTEGER PRIMARY KEY,
  form   TEXT NOT NULL UNIQUE, -- a word as it stands in a text, normalised
  stem   INTEGER NOT NULL REFERENCES text_stem (number)
) STRICT;

-- The postings of a stem in one block of 65,536 document numbers.
CREATE TABLE text_block (
  key               INTEGER PRIMARY KEY, -- number of the stem * 65536 + number of the block
  count             INTEGER NOT NULL,    -- documents
  max_quoted_impact INTEGER NOT NULL,    -- of the documents that have the stem inside quotation marks; 0 if there are none
  max_other_impact  INTEGER NOT NULL,    -- of the others
  forms             BLOB NOT NULL,       -- numbers of the forms that occur
  docs              BLOB NOT NULL,       -- the documents: sorted offsets in the block or, where that is shorter, a bitmap
  impacts           BLOB NOT NULL,       -- one byte for each document
  form_codes        BLOB NOT NULL,       -- which form it has, one byte for each; empty if there is one form only
  positions         BLOB NOT NULL        -- for phrases
) STRICT;
