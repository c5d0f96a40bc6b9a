// Prepared statements are kept, and not without bound.
import Sqlite from 'better-sqlite3';
import t from 'tap';
import { preparer } from '../../src/sqlite/prepare.ts';

t.test('each text is prepared once, and the oldest are let go of when there are too many', async (t) => {
  const database = new Sqlite(':memory:');
  const prepare = preparer(database);
  const first = prepare('SELECT 0');
  t.equal(prepare('SELECT 0'), first, 'the same text is the same statement');
  for (let at = 1; at <= 500; at += 1) prepare(`SELECT ${at}`);
  t.not(prepare('SELECT 0'), first, 'after five hundred others it is prepared again');
  t.equal(prepare('SELECT 0').pluck().get(), 0);
  database.close();
});
