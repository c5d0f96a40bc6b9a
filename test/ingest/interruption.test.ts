// What an ingest leaves behind when it is stopped, killed, or not alone: the old data or the new, whole.
import { readdirSync, statSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { parse } from 'yaml';
import { openForReading } from '../../src/sqlite/open.ts';
import { run, start } from './command.ts';
import { contentOf, databaseBeside, load, query, world, write } from './world.ts';

/** Enough statements to keep an ingest busy for some seconds. */
function bulk(count: number): string {
  const [statement] = parse(world['statements.yaml']) as { renditions: object[] }[];
  const lines = Array.from({ length: count }, (_, at) => {
    const renditions = statement?.renditions.map((each) => ({ ...each, id: `s-${at}-report` }));
    return JSON.stringify({ kind: 'statement', ...statement, id: `s-${at}`, renditions });
  });
  return lines.join('\n');
}

/** A loaded world, and a folder with much more that is not loaded yet. */
async function worldAndMore(t: Test, count: number) {
  const dir = t.testdir();
  const folder = write(path.join(dir, 'world'), world);
  await load(folder);
  const more = write(path.join(dir, 'more'), { 'bulk.ndjson': bulk(count) });
  return { folder, more, database: databaseBeside(folder), before: contentOf(databaseBeside(folder)) };
}

for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  t.test(`${signal} gives up what was built and says so`, async (t) => {
    const { more, database, before } = await worldAndMore(t, 15_000);
    const { child, ended } = start('ingest', [more], { DATABASE: database });
    await isBuilding(database);
    const { PRIORITY_BELOW_NORMAL: behind } = constants.priority;
    t.equal(getPriority(child.pid), behind, 'whoever serves goes first');
    child.kill(signal);
    const end = await ended;
    t.match(end, { status, signal: null, stdout: '', stderr: /Interrupted; nothing was written\.\n$/ });
    t.equal(contentOf(database), before);
    t.strictSame(filesOf(database), ['world.sqlite']);
  });
}

t.test('killed while it builds, the database is the old one, and the next ingest succeeds', async (t) => {
  const { more, database, before } = await worldAndMore(t, 2_000); // test/system/ingest-killed.test.ts kills at any moment
  const { child, ended } = start('ingest', [more], { DATABASE: database });
  await isBuilding(database);
  child.kill('SIGKILL');
  await ended;
  t.strictSame(query(database, 'PRAGMA integrity_check'), [['ok']]);
  t.equal(contentOf(database), before);
  await load(more, { database });
  t.strictSame(query(database, 'SELECT count(*) FROM statement'), [[2001]]);
  t.strictSame(filesOf(database), ['world.sqlite'], 'nothing is left beside it');
});

t.test('two at once: one waits for the other, nothing is lost', async (t) => {
  const dir = t.testdir();
  const one = write(path.join(dir, 'one'), world);
  const two = write(path.join(dir, 'two'), { 'people.yaml': '- { id: cy, name: { en: Cy, ar: ساي } }\n' });
  const database = path.join(dir, 'both.sqlite');
  const ends = await Promise.all([one, two].map((folder) => run('ingest', [folder], { DATABASE: database })));
  t.strictSame(
    ends.map(({ status }) => status),
    [0, 0],
    ends.map(({ stderr }) => stderr).join(),
  );
  t.strictSame(query(database, 'SELECT count(*) FROM person'), [[3]]);
});

t.test('who reads meanwhile sees the old data until the new is complete', async (t) => {
  const { more, database } = await worldAndMore(t, 3_000);
  const reader = openForReading(database);
  t.teardown(() => reader.close());
  const seen = () =>
    reader
      .prepare(
        "SELECT (SELECT version FROM dataset), (SELECT count(*) FROM statement), (SELECT count(*) FROM document WHERE collection = 'statements')",
      )
      .raw()
      .get();
  const old = seen();
  let looks = 0;
  const report = await load(more, {
    database,
    onProgress: () => {
      looks += 1;
      if (JSON.stringify(seen()) !== JSON.stringify(old)) t.fail('half of the new was seen');
    },
  });
  t.ok(looks > 10);
  t.strictSame(seen(), old, 'who has it open goes on with the old');
  const other = openForReading(database);
  t.teardown(() => other.close());
  t.strictSame(
    other.prepare('SELECT version, (SELECT count(*) FROM statement) FROM dataset').raw().get(),
    [report.versionAfter, 3001],
    'who opens it now has the new',
  );
});

/** The database and what lies beside it under its name. */
const filesOf = (database: string): string[] =>
  readdirSync(path.dirname(database)).filter((name) => name.startsWith(path.basename(database)));

/** Waits until an ingest is at work: from then on it builds a file beside the database. */
async function isBuilding(database: string): Promise<void> {
  while ((statSync(`${database}.next`, { throwIfNoEntry: false })?.size ?? 0) === 0) await wait(20);
}
