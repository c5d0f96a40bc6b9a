// A database that takes long to be checked: the server starts at once, says that it is not ready, and is once it has looked.
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import { readConfig } from '../../src/config.ts';
import { serve } from '../../src/server.ts';
import { enlarge } from '../support/ballast.ts';
import { seedsDatabase } from '../support/seeds-database.ts';
import { until } from '../workers/listening.ts';

t.test('a large file is checked beside', async (t) => {
  const file = path.join(t.testdir({}), 'large.sqlite');
  copyFileSync(seedsDatabase, file);
  enlarge(file);
  const app = await serve({ ...readConfig({}), DATABASE: file, PORT: 0, THREADS: 0, LOG_LEVEL: 'silent' });
  t.teardown(() => app.close());
  const [list, ready] = [await app.inject('/statements'), await app.inject('/health/ready')];
  t.equal(list.statusCode, 200, 'it answers meanwhile');
  t.equal(ready.statusCode, 503);
  t.match(ready.json().detail, /being checked/, 'and says why it is not ready');
  await until(async () => (await app.inject('/health/ready')).statusCode === 200);
});
