// Both stores answer every question alike, to the byte.
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import { compareServers } from '../../support/compare-servers.ts';
import { needsPostgres, startPostgres } from '../../support/postgres/database.ts';
import { isPooling, startPgBouncer } from '../../support/postgres/pgbouncer.ts';
import { publishFile } from '../../support/postgres/publishing.ts';
import { seedsDatabase } from '../../support/prepared.ts';
import { askPatiently, startServer } from '../server.ts';

const pooled = { skip: !isPooling && 'PgBouncer 1.21 or newer is not installed' };

t.test('some fourteen hundred questions', needsPostgres, async (t) => {
  const postgres = await startPostgres(t);
  const file = path.join(t.testdir({ data: {} }), 'data', 'seeds.sqlite');
  mkdirSync(path.dirname(file), { recursive: true });
  copyFileSync(seedsDatabase, file);
  t.match(await publishFile(file, postgres.address()), { status: 0 });
  const one = await startServer(t, file);
  const other = await startServer(t, file, { DATABASE: postgres.address() });
  const { asked, differences } = await compareServers(
    `http://127.0.0.1:${one.port}`,
    `http://127.0.0.1:${other.port}`,
  );
  t.ok(asked > 1_000, `${asked} questions`);
  const about = differences.map(({ question: { url }, what }) => `${what} of ${url}`);
  t.same(about, ['body of /dataset'], 'which says that there is no file');
  const { status, body } = await askPatiently(other.port, '/dataset.sqlite');
  t.equal(status, 404);
  t.match(String(body), /no database file/);
  t.equal(other.log(), '', 'nothing went wrong');

  await t.test('through PgBouncer in transaction mode', pooled, async (t) => {
    const port = await startPgBouncer(t, postgres.port);
    const through = await startServer(t, file, {
      DATABASE: `postgres://postgres@127.0.0.1:${port}/summit`,
    });
    const found = await compareServers(`http://127.0.0.1:${other.port}`, `http://127.0.0.1:${through.port}`);
    t.ok(found.asked > 1_000, `${found.asked} questions`);
    t.same(found.differences, []);
    t.equal(through.log(), '', 'nothing went wrong');
  });
});
