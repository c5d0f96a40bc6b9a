// Puts something else in the place of the database of a running server: nothing wrong is answered, the log names the problem,
// and the server recovers by itself.
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import t from 'tap';
import { seedsDatabase } from '../support/prepared.ts';
import { type Answer, ask, askPatiently, startServer, until } from './server.ts';

/** Requests that read each part of the database. */
const urls = [
  '/statements?limit=100',
  '/statements?speaker=putin&facets=topic,outlet',
  '/statements?place=alaska&sort=-renditions&limit=5',
  '/renditions?limit=50',
  '/search?q=peace',
  '/suggest?q=Put',
  '/people?limit=100',
  '/changes?limit=50',
  '/statements?format=ndjson',
];

const good = readFileSync(seedsDatabase);
const half = good.subarray(0, good.length / 2);
const damaged = /the database is damaged/;
const foreign = /not a Summit Record database; make one with/;

interface Replacement {
  what: string;
  replace: (database: string) => void;
  logged: RegExp;
}

const replacements: Replacement[] = [
  { what: 'nothing', replace: (file) => rmSync(file), logged: /is gone or out of reach; put it back/ },
  { what: 'an empty file', replace: (file) => put(file, Buffer.alloc(0)), logged: foreign },
  { what: 'the file, emptied in place', replace: (file) => truncateSync(file), logged: foreign },
  { what: 'half of the file', replace: (file) => put(file, half), logged: damaged },
  {
    what: 'the file, cut in half in place',
    replace: (file) => truncateSync(file, half.length),
    logged: damaged,
  },
  {
    what: 'a database of another application',
    replace: (file) => put(file, foreignDatabase(file)),
    logged: foreign,
  },
  {
    what: 'an older schema',
    replace: (file) => put(file, ofSchema(file, 0)),
    logged: /bring it up to date with|make one with/,
  },
  {
    what: 'a newer schema',
    replace: (file) => put(file, ofSchema(file, 99)),
    logged: /use the newer release/,
  },
  {
    what: 'a text',
    replace: (file) => put(file, Buffer.from('Not a database. '.repeat(1_000))),
    logged: /not a SQLite database; move it away/,
  },
  {
    what: 'a folder',
    replace: (file) => {
      rmSync(file);
      mkdirSync(file);
    },
    logged: /a folder, not a file/,
  },
];

t.test('each replacement is noticed, and ended by the good file', async (t) => {
  const folder = t.testdir({ served: {} });
  const database = path.join(folder, 'served', 'data.sqlite');
  copyFileSync(seedsDatabase, database);
  const server = await startServer(t, database);
  const right = new Map<string, string>();
  for (const url of urls) right.set(url, textOf(await askPatiently(server.port, url)));

  let asked = 0;
  /** The same question in another spelling, so that no response cache has its answer. */
  const uncached = (url: string): string => url.replace('?', `?${'&'.repeat((asked++ % 500) + 1)}`);
  for (const { what, replace, logged } of replacements) {
    await t.test(what, async (t) => {
      const before = server.log().length;
      replace(database);
      const ready = await ask(server.port, '/health/ready');
      t.equal(ready.status, 503, 'not ready');
      t.type(JSON.parse(ready.body.toString()).detail, 'string', 'says why');
      for (const url of urls) {
        const answer = await ask(server.port, uncached(url));
        if (answer.status === 503) t.match(answer.headers['content-type'], 'application/problem+json', url);
        else t.equal(textOf(answer), right.get(url), `${url}: the answer from the data before`);
      }
      await until(() => logged.test(server.log().slice(before))).catch(() => undefined);
      t.match(server.log().slice(before), logged);
      put(database, good);
      t.equal((await ask(server.port, '/health/ready')).status, 200, 'ready again');
      for (const url of urls)
        t.equal(textOf(await askPatiently(server.port, uncached(url))), right.get(url), url);
    });
  }
  t.equal(await server.stop(), 0, 'the server ends well');
});

/** Puts a file in the place of whatever is there, in one step. */
function put(file: string, bytes: Buffer): void {
  writeFileSync(`${file}.new`, bytes);
  rmSync(file, { recursive: true, force: true });
  renameSync(`${file}.new`, file);
}

function foreignDatabase(file: string): Buffer {
  return changed(file, Buffer.alloc(0), 'CREATE TABLE contacts (name TEXT)');
}

const ofSchema = (file: string, schema: number): Buffer =>
  changed(file, good, `PRAGMA user_version = ${schema}`);

/** The bytes of a database after some SQL was run on it. */
function changed(file: string, bytes: Buffer, sql: string): Buffer {
  const copy = `${file}.copy`;
  writeFileSync(copy, bytes);
  new Sqlite(copy).exec(sql).close();
  const result = readFileSync(copy);
  rmSync(copy);
  return result;
}

/** The body without what depends on the request's spelling and id. */
const textOf = ({ body }: Answer): string =>
  body
    .toString()
    .replaceAll(/\?&+/g, '?')
    .replaceAll(/"requestId":"[^"]+"/g, '');
