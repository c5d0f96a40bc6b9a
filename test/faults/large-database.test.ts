// A database that takes long to be checked: the server starts at once, says that it is not ready, and is once it has looked.
import { copyFileSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import t from 'tap';
import { readConfig } from '../../src/config.ts';
import { checkedAtOnce } from '../../src/database/renewal.ts';
import { sealFile } from '../../src/database/seal.ts';
import { serve } from '../../src/server.ts';
import { seedsDatabase } from '../support/seeds-database.ts';
import { until } from '../workers/listening.ts';

t.test('a large file is checked beside', async (t) => {
  const file = path.join(t.testdir({}), 'large.sqlite');
  copyFileSync(seedsDatabase, file);
  const database = new Sqlite(file);
  database.exec(
    `CREATE TABLE ballast (body BLOB); INSERT INTO ballast VALUES (zeroblob(${checkedAtOnce + 1}))`,
  );
  const pages = Number(database.pragma('page_count', { simple: true }));
  const size = pages * Number(database.pragma('page_size', { simple: true }));
  database.close();
  if (statSync(file).size > size) truncateSync(file, size);
  sealFile(file);
  const app = await serve({ ...readConfig({}), DATABASE: file, PORT: 0, THREADS: 0, LOG_LEVEL: 'silent' });
  t.teardown(() => app.close());
  const [list, ready] = [await app.inject('/statements'), await app.inject('/health/ready')];
  t.equal(list.statusCode, 200, 'it answers meanwhile');
  t.equal(ready.statusCode, 503);
  t.match(ready.json().detail, /being checked/, 'and says why it is not ready');
  await until(async () => (await app.inject('/health/ready')).statusCode === 200);
});
