// GET /health/live and /health/ready: what those who run it ask.
import t from 'tap';
import { emptyDatabase } from '../../src/database/open.ts';
import { testApp } from '../support/app.ts';
import { isProblem } from '../support/problems.ts';

t.test('with data', async (t) => {
  const { ask } = await testApp(t);
  t.same((await ask('/health/live')).json(), { status: 'live' });
  t.match((await ask('/health/ready')).json(), { status: 'ready', version: /^[0-9a-f]{16}$/ });
});

t.test('without data it lives, but is not ready', async (t) => {
  const { ask } = await testApp(t, { database: emptyDatabase() });
  t.equal((await ask('/health/live')).statusCode, 200);
  const { detail } = isProblem(t, await ask('/health/ready'), 'not-ready');
  t.match(detail, /npm run ingest/, 'and says what to do');
});

t.test('with a database that broke it lives, but is not ready', async (t) => {
  const { ask, database } = await testApp(t);
  database.close();
  t.equal((await ask('/health/live')).statusCode, 200);
  const { detail } = isProblem(t, await ask('/health/ready'), 'not-ready');
  t.equal(detail, 'the database cannot be read', 'and says no more than that');
});
