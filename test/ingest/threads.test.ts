// A large input is checked, and its answers are made, in threads: the same data, the same problems, and an end to all of it.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import t, { type Test } from 'tap';
import { parse } from 'yaml';
import type { IngestOptions } from '../../src/ingest/ingest.ts';
import { databaseBeside, type Files, load, query, shown, world, write } from './world.ts';

/** Threads for everything, however little it is. */
const always: Partial<IngestOptions> = { threadsFrom: { bytes: 0, statements: 0 } };

/** What tells the truth, the answers, and where everything stands in them. */
const tables = [
  ...[
    'record',
    'statement',
    'statement_mention',
    'rendition',
    'rendition_quote',
    'stored_document',
    'passage',
  ],
  ...['term', 'posting', 'document_terms', 'text_stem', 'text_form', 'text_block', 'document_digest'],
];

/** Statements that refer to what the world holds, of several sizes. */
function bulk(count: number): string[] {
  const [statement] = parse(world['statements.yaml']) as { renditions: object[] }[];
  return Array.from({ length: count }, (_, at) => {
    const renditions = statement?.renditions.map((each) => ({
      ...each,
      id: `s-${at}-report`,
      note: `note ${at} `.repeat(at % 50).trim() || null,
    }));
    return JSON.stringify({ kind: 'statement', ...statement, id: `s-${at}`, renditions });
  });
}

/** The world with more, loaded with threads and without. */
async function bothWays(t: Test, more: Files) {
  const folder = write(path.join(t.testdir(), 'world'), { ...world, ...more });
  const beside = await load(folder, { ...always, database: `${folder}-threads.sqlite` });
  const alone = await load(folder);
  return { folder, beside, alone };
}

t.test('the same data', async (t) => {
  const { folder, beside, alone } = await bothWays(t, { 'more.ndjson': `\n${bulk(700).join('\n')}\n \n` });
  t.same(beside, alone);
  t.equal(beside.counts.statement.added, 701);
  for (const table of tables) {
    const rows = (file: string) => query(file, `SELECT * FROM ${table}`);
    t.same(rows(`${folder}-threads.sqlite`), rows(databaseBeside(folder)), table);
  }
  const again = await load(folder, { ...always, database: `${folder}-threads.sqlite` });
  t.equal(again.counts.statement.unchanged, 701, 'and it is known again');
});

t.test('the same problems, at the same places', async (t) => {
  const [first = '', second = '', third = '', ...others] = bulk(300);
  const faulty = [
    ...[first, '{"kind": "statement"', second, second, third.replace('"ada"', '"adda"')],
    ...[...others, '{"kind": "statement", "id": "Not An Id"}', third.replace('"mixed"', '"mixd"')],
  ];
  const { folder, beside, alone } = await bothWays(t, {
    'more.ndjson': faulty.join('\n'),
    'none.ndjson': ' \n',
    'wrong.ndjson': Buffer.from([0xff, 0xfe, 0x0a]),
  });
  t.ok(beside.problemCount > 6);
  t.same(shown(beside.problems, folder), shown(alone.problems, folder));
});

t.test('a file that goes away while others are read', async (t) => {
  const folder = path.join(t.testdir(), 'world');
  write(folder, { ...world, 'more.ndjson': bulk(100).join('\n'), 'other.ndjson': bulk(1).join('\n') });
  const report = await load(folder, {
    ...always,
    onProgress: () => {
      rmSync(path.join(folder, 'other.ndjson'), { force: true, recursive: true });
      mkdirSync(path.join(folder, 'other.ndjson'));
    },
  });
  t.match(shown(report.problems, folder), [/^other\.ndjson: cannot be read: EISDIR/]);
});

t.test('stopped in each phase, nothing goes on and nothing is left', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), { ...world, 'more.ndjson': bulk(700).join('\n') });
  for (const stopped of ['read', 'derive']) {
    const controller = new AbortController();
    const loading = load(folder, {
      ...always,
      signal: controller.signal,
      onProgress: ({ phase }) => phase === stopped && controller.abort(new Error('stop')),
    });
    await t.rejects(loading, { message: 'stop' });
  }
});
