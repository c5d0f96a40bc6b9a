// /dataset.ndjson holds every record as it came: ingested into an empty database it gives the same version.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import { ingest } from '../../../src/ingest/ingest.ts';
import { inProject } from '../../../src/project.ts';
import { type Kind, kinds } from '../../../src/records/kinds.ts';
import { run } from '../../ingest/command.ts';
import { shown } from '../../ingest/world.ts';
import { testApp } from '../../support/app.ts';
import { fixture, madeUp } from '../../support/fixture.ts';
import { type Seeds, seeds } from '../../support/seeds.ts';
import { summits } from './world.ts';

interface Line {
  kind: Kind;
  record: { id: string };
}

const linesOf = (body: string): Line[] =>
  body
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

t.test('every record of the seeds, kinds in loading order, ids in order', async (t) => {
  const { ask } = await testApp(t);
  const lines = linesOf((await ask('/dataset.ndjson')).body);
  const expected = kinds.flatMap((kind) =>
    seeds[kind].map(({ id }) => `${kind} ${id}`).sort((a, b) => (a < b ? -1 : 1)),
  );
  t.same(
    lines.map(({ kind, record }) => `${kind} ${record.id}`),
    expected,
  );
  const byId = new Map(lines.map(({ kind, record }) => [`${kind} ${record.id}`, record]));
  for (const kind of kinds) {
    for (const record of seeds[kind]) t.match(byId.get(`${kind} ${record.id}`), record, record.id);
  }
});

t.test('through the command, from seeds to seeds', async (t) => {
  const { ask, get } = await testApp(t);
  const { version } = await get<{ version: string }>('/dataset');
  const folder = t.testdir({ 'dataset.ndjson': (await ask('/dataset.ndjson')).body });
  const database = path.join(folder, 'again.sqlite');
  const end = await run('ingest', [path.join(folder, 'dataset.ndjson')], { DATABASE: database });
  t.match(end, { status: 0, stderr: '' });
  t.match(end.stdout, `Dataset version ${version}.`);
  const again = await testApp(t, { database });
  t.equal(
    (await again.ask('/dataset.ndjson')).body,
    (await ask('/dataset.ndjson')).body,
    'and to the letter',
  );
  const seedsAgain = await run('ingest', [inProject('seeds')], { DATABASE: database });
  t.match(seedsAgain.stdout, `Nothing changed; the dataset stays at version ${version}.`);
});

t.test('no line holds what a reader could take for a line break', async (t) => {
  const records = summits.find(([name]) => name.startsWith('letters'))?.[1] as Seeds;
  const { database } = await fixture(t, records);
  const { ask, get } = await testApp(t, { database });
  for (const path of ['/dataset.ndjson', '/people?format=ndjson', '/people?format=ndjson&fields=aliases']) {
    const { body } = await ask(path);
    t.match(body, '"x\\u2028x"', path);
    t.notMatch(body, /[\u2028\u2029\u0085]/);
  }
  t.match(await get('/people/ada'), { aliases: /x\u2028x/ });
});

/** Loads records, downloads them, loads that, and compares. */
async function roundTrip(t: Parameters<typeof testApp>[0], records: Seeds): Promise<void> {
  const { database } = await fixture(t, records);
  const { ask, get } = await testApp(t, { database });
  const { version } = await get<{ version: string }>('/dataset');
  const file = path.join(path.dirname(database), 'download.ndjson');
  writeFileSync(file, (await ask('/dataset.ndjson')).body);
  const report = await ingest({ database: `${file}.sqlite`, paths: [file] });
  t.same(shown(report.problems), []);
  t.equal(report.versionAfter, version);
  const into = await ingest({ database, paths: [file] });
  const changes = Object.values(into.counts).map(({ added, changed, removed }) => added + changed + removed);
  t.same(new Set(changes), new Set([0]), 'no record is another one');
}

for (const [name, records] of summits) t.test(name, (t) => roundTrip(t, records));

t.test('hundreds of made-up statements', (t) => roundTrip(t, madeUp(300, 7)));

t.test('a dataset without records', async (t) => {
  const folder = t.testdir({ 'topics.yaml': '[]' });
  const database = path.join(folder, 'none.sqlite');
  await ingest({ database, paths: [path.join(folder, 'topics.yaml')] });
  const { ask, get } = await testApp(t, { database });
  const whole = await ask('/dataset.ndjson');
  t.match(whole, { statusCode: 200, body: '', headers: { 'content-length': '0' } });
  for (const range of ['bytes=0-', 'bytes=-1']) {
    const response = await ask('/dataset.ndjson', { headers: { range } });
    t.match(response, { statusCode: 416, headers: { 'content-range': 'bytes */0' } }, range);
  }
  t.match(await get('/changes'), { data: [], page: { total: 0, next: null } });
});
