-- Which documents have a term, as one set for each: a request combines sets instead of rows.

DROP TABLE posting;

-- The documents of a term: blocks of 65,536 numbers, sorted members or bits (src/database/postings/encoding.ts).
CREATE TABLE posting (
  term    INTEGER PRIMARY KEY,
  members BLOB NOT NULL
) STRICT;

-- By weight, documents are found by the facet `weight`, one term for each.
DROP INDEX document_weight;
