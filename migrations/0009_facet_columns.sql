-- The terms of each document, for facets with very many values: counting them goes by what was found, not by all there are.
CREATE TABLE facet_column (
  collection TEXT    NOT NULL,
  facet      TEXT    NOT NULL,
  high       INTEGER NOT NULL, -- number of the block of 65,536 documents
  body       BLOB    NOT NULL, -- src/database/postings/columns.ts
  UNIQUE (collection, facet, high)
) STRICT;
