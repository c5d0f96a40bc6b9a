// A database that takes long to be checked: the server starts at once, says that it is not ready, and is once it has looked.
import { copyFileSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import t from 'tap';
import { checkedAtOnce } from '../../src/database/renewal.ts';
import { sealFile } from '../../src/database/seal.ts';
import { startServer } from '../../torture/served.ts';
import { seedsDatabase } from '../support/app.ts';
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
  const server = await startServer(file, { THREADS: '0' });
  t.teardown(() => server.child.kill('SIGKILL'));
  t.equal((await server.ask('/statements')).status, 200, 'it answers meanwhile');
  await until(() => server.log().includes('the database is whole'));
  t.match(server.log(), /being checked/, 'and has said why it is not ready');
  t.equal((await server.ask('/health/ready')).status, 200, 'then it is');
  t.equal(await server.stop(), 0);
});
