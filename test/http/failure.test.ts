// When the server itself is in trouble: 500 without details, 503 before any data, and a log that tells what the answer does not.
import { Writable } from 'node:stream';
import Sqlite from 'better-sqlite3';
import t from 'tap';
import { emptyDatabase } from '../../src/sqlite/open.ts';
import { testApp } from '../support/app.ts';
import { exampleUrl, paths } from '../support/examples.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';
import { isProblem } from '../support/problems.ts';

/** Routes that answer without any data. */
const dataless = ['/', '/health/live', '/problems', '/problems/{code}'];

/** A logger whose lines the test can read. */
function listening() {
  const lines: { level: number; reqId?: string; err?: { message: string } }[] = [];
  const stream = new Writable({
    write(line, _encoding, done) {
      lines.push(JSON.parse(String(line)));
      done();
    },
  });
  return { lines, logger: { level: 'info', stream } };
}

/** What is known of a state of the data once it is open; readiness, which reads it again, answers in its own way. */
const known = ['/health/ready', '/dataset', '/dataset.sqlite'];

t.test('before any data, every route that needs some says so', async (t) => {
  const { ask } = await testApp(t, { database: emptyDatabase() });
  for (const path of paths) {
    const response = await ask(exampleUrl(path));
    if (dataless.includes(path)) t.equal(response.statusCode, 200, `${path} needs none`);
    else isProblem(t, response, 'not-ready', path);
  }
});

t.test('what is refused on purpose is no failure in the log', async (t) => {
  const { lines, logger } = listening();
  const { ask } = await testApp(t, { database: emptyDatabase(), logger });
  for (const url of ['/statements', '/health/ready', '/dataset.sqlite']) {
    lines.length = 0;
    const { headers } = await ask(url);
    t.same(
      lines.map(({ level, reqId }) => [level, reqId]),
      [[30, headers['x-request-id']]],
      url,
    );
  }
});

t.test('a database that broke is a 500 that says nothing, and a log line that says all', async (t) => {
  const { lines, logger } = listening();
  const { ask, database } = await testApp(t, { logger });
  t.equal((await ask('/statements')).statusCode, 200, 'it worked before');
  t.same(
    lines.filter(({ level }) => level > 30),
    [],
    'and nothing was wrong',
  );
  database.close();
  for (const path of paths.filter((each) => ![...dataless, ...known].includes(each))) {
    lines.length = 0;
    const response = await ask(exampleUrl(path));
    const { detail, requestId } = isProblem(t, response, 'internal-error', path);
    t.equal(detail, 'the server failed to answer; the failure has been logged', `${path}: no details`);
    const logged = lines.find(({ level }) => level === 50);
    t.match(logged?.err?.message, /database/, `${path}: the log has them`);
    t.equal(logged?.reqId, requestId, `${path}: under the id that the client was told`);
  }
});

t.test('what is damaged in the middle of an answer', async (t) => {
  const { database: file } = await fixture(t, { ...bareRecords(), statement: [bareStatement('first')] });
  const database = new Sqlite(file);
  const { ask } = await testApp(t, { database });
  t.equal((await ask('/statements/first')).statusCode, 200);
  database.exec('DROP TABLE posting');
  isProblem(t, await ask('/statements?speaker=putin&mode=indirect'), 'internal-error', 'a table is gone');
  t.equal((await ask('/statements/first')).statusCode, 200, 'what does not need it is still answered');
  database.exec('PRAGMA foreign_keys = OFF; DROP TABLE document');
  isProblem(t, await ask('/people'), 'internal-error', 'the documents are gone');
});

t.test('all is logged once, with the id, and good requests without a warning', async (t) => {
  const { lines, logger } = listening();
  const { ask } = await testApp(t, { logger });
  for (const url of ['/statements', '/people/putin', '/dataset', '/people/putn', '/nowhere', '/?x=1']) {
    lines.length = 0;
    const { headers } = await ask(url);
    t.same(
      lines.map(({ level, reqId }) => [level, reqId]),
      [[30, headers['x-request-id']]],
      url,
    );
  }
});
