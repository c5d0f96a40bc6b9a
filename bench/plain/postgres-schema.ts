// The tables of the plain route over PostgreSQL: normalised, with the indexes that its questions need.
export const tables = {
  named: ['id', 'name', 'country', 'parent'],
  statement: ['id', 'gist', 'said_on', 'event', 'place', 'words'],
  speaker: ['statement', 'position', 'id'],
  addressee: ['statement', 'position', 'id'],
  about: ['statement', 'position', 'id'],
  mention: ['statement', 'position', 'id'],
  rendition: ['id', 'statement', 'position', 'source', 'mode', 'language', 'body', 'quotes'],
} as const;

export const schema = `
  CREATE TABLE named (id text PRIMARY KEY, name json, country text, parent text);
  CREATE TABLE statement (id text PRIMARY KEY, gist json, said_on text, event text, place text, words text);
  CREATE TABLE speaker (statement text, position integer, id text, PRIMARY KEY (statement, position));
  CREATE TABLE addressee (statement text, position integer, id text, PRIMARY KEY (statement, position));
  CREATE TABLE about (statement text, position integer, id text, PRIMARY KEY (statement, position));
  CREATE TABLE mention (statement text, position integer, id text, PRIMARY KEY (statement, position));
  CREATE TABLE rendition (
    id text PRIMARY KEY, statement text, position integer, source text, mode text, language text, body json, quotes json
  )`;

export const indexes = `
  CREATE INDEX ON statement (said_on, id);
  CREATE INDEX ON speaker (id, statement);
  CREATE INDEX ON about (id, statement);
  CREATE INDEX ON named (parent);
  CREATE INDEX ON rendition (statement, position);
  ALTER TABLE statement ADD found tsvector GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED;
  CREATE INDEX ON statement USING gin (found);
  ANALYZE`;
