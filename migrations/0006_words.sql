-- The project's own word index in place of FTS5: sets of documents that combine with filters, ranked block by block.

DROP TABLE search_text;

-- Stems of words, by the numbers under which their documents stand.
CREATE TABLE word_stem (
  number INTEGER PRIMARY KEY,
  stem   TEXT NOT NULL UNIQUE
) STRICT;

-- Words in the very form in which they stand in texts, normalised.
CREATE TABLE word_form (
  number INTEGER PRIMARY KEY,
  form   TEXT NOT NULL UNIQUE,
  stem   INTEGER NOT NULL REFERENCES word_stem (number)
) STRICT;

-- Where the words of a stem stand among 65,536 documents that follow one another (src/database/words/row.ts).
CREATE TABLE word_block (
  key     INTEGER PRIMARY KEY, -- stem * 65536 + number of the first document / 65536
  count   INTEGER NOT NULL,    -- documents
  quoted  INTEGER NOT NULL,    -- the highest impact in a document that has such a word inside quotation marks
  other   INTEGER NOT NULL,    -- and in one that has not; 0 where there is none
  forms   BLOB NOT NULL,       -- numbers of the forms that occur
  members BLOB NOT NULL,       -- the documents: sorted low halves of their numbers or, where that is shorter, bits
  impacts BLOB NOT NULL,       -- one byte for each document
  shapes  BLOB NOT NULL,       -- which form it has, one byte for each; empty where there is one form only
  places  BLOB NOT NULL        -- where in the document, for phrases
) STRICT;
