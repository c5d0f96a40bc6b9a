/**
 * Builds the full-text table of the plain route: one row for each statement with its gists and quotations, FTS5 with
 * its own tokenizer (unicode61), in a file beside the database.
 *
 *     node dist/bench/performance/references/plain-text.js <database> <file to make>
 */
import { rmSync } from 'node:fs';
import process from 'node:process';
import Sqlite from 'better-sqlite3';

const [database = '', file = ''] = process.argv.slice(2);
rmSync(file, { force: true });
const text = new Sqlite(file);
text.pragma('journal_mode = OFF'); // when it is cut off it is made anew
text.pragma('synchronous = OFF');
text.prepare('ATTACH ? AS truth').run(database);
text.exec(`
  CREATE VIRTUAL TABLE said USING fts5 (statement UNINDEXED, gist, quoted, tokenize = 'unicode61');
  INSERT INTO said
  SELECT id,
    (SELECT group_concat(gist, ' ') FROM truth.statement_gist WHERE statement = id),
    (SELECT group_concat(text, ' ') FROM truth.rendition JOIN truth.rendition_quote ON rendition = rendition.id
      WHERE statement = statement.id)
  FROM truth.statement;
  INSERT INTO said (said) VALUES ('optimize');
`);
text.close();
