-- Every term of each document, sixty-four documents to a row: values are counted by what was found, whatever facet they are of.
DROP TABLE facet_column;

CREATE TABLE document_terms (
  number INTEGER PRIMARY KEY, -- of the row: numbers of its documents without their six lowest bits
  body   BLOB NOT NULL        -- src/database/postings/term-rows.ts
) STRICT;
