// The tables of the plain route: normalised, with the indexes that its questions need.
export const schema = `
CREATE TABLE agent (id TEXT PRIMARY KEY, en TEXT, ar TEXT, country TEXT) WITHOUT ROWID;
CREATE TABLE place (id TEXT PRIMARY KEY, en TEXT, ar TEXT, parent TEXT) WITHOUT ROWID;
CREATE TABLE topic (id TEXT PRIMARY KEY, en TEXT, ar TEXT, parent TEXT) WITHOUT ROWID;
CREATE TABLE event (id TEXT PRIMARY KEY, en TEXT, ar TEXT, parent TEXT) WITHOUT ROWID;
CREATE TABLE source (id TEXT PRIMARY KEY, en TEXT, ar TEXT, outlet TEXT) WITHOUT ROWID;
CREATE TABLE statement (id TEXT PRIMARY KEY, en TEXT, ar TEXT, said_on TEXT, event TEXT, place TEXT) WITHOUT ROWID;
CREATE TABLE speaker (statement TEXT, position INTEGER, id TEXT, PRIMARY KEY (statement, position)) WITHOUT ROWID;
CREATE TABLE addressee (statement TEXT, position INTEGER, id TEXT, PRIMARY KEY (statement, position)) WITHOUT ROWID;
CREATE TABLE about (statement TEXT, position INTEGER, id TEXT, PRIMARY KEY (statement, position)) WITHOUT ROWID;
CREATE TABLE mention (statement TEXT, position INTEGER, id TEXT, PRIMARY KEY (statement, position)) WITHOUT ROWID;
CREATE TABLE rendition (
  id TEXT PRIMARY KEY, statement TEXT, position INTEGER, source TEXT, via TEXT, mode TEXT, cue TEXT, lemma TEXT,
  language TEXT, paragraph INTEGER, start INTEGER, end INTEGER, note TEXT
) WITHOUT ROWID;
CREATE TABLE quote (
  rendition TEXT, position INTEGER, text TEXT, start INTEGER, end INTEGER, PRIMARY KEY (rendition, position)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE said USING fts5 (statement UNINDEXED, gist, quoted, tokenize = 'unicode61');
CREATE INDEX statement_by_day ON statement (said_on, id);
CREATE INDEX statement_by_speaker ON speaker (id, statement);
CREATE INDEX rendition_by_statement ON rendition (statement, position);
`;
