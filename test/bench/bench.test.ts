// The benchmark works from end to end, on little data and in little time; how fast anything is, no test asserts.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import type { Results } from '../../bench/performance/results.ts';
import { unmeasured } from '../ingest/command.ts';
import { seedsDatabase } from '../support/seeds-database.ts';

interface Line {
  kind: string;
  id: string;
  gist: { ar: string };
  topics: string[];
  renditions: unknown[];
}

t.test('the same count gives the same data, in which words are as frequent as is said', async (t) => {
  const folder = t.testdir();
  const generated = async (count: number, name: string): Promise<string> => {
    const file = path.join(folder, name);
    const { status, stderr } = await unmeasured('../bench/performance/generate', [String(count), file]);
    t.equal(status, 0, stderr);
    return readFileSync(file, 'utf8');
  };
  const text = await generated(4_000, 'one.ndjson');
  t.ok(text === (await generated(4_000, 'two.ndjson')), 'twice the same bytes');
  t.ok(text.startsWith(await generated(500, 'less.ndjson')), 'fewer statements are a part of more');

  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const statements = lines.filter(({ kind }) => kind === 'statement');
  t.equal(new Set(statements.map(({ id }) => id)).size, 4_000, 'statements, each with an id of its own');
  const shareOf = (word: string): number =>
    statements.filter(({ gist }) => gist.ar.split(/[ .]/).includes(word)).length / statements.length;
  for (const [word, share] of [
    ['الرئيس', 0.61],
    ['السفير', 0.05],
    ['الاستفتاء', 0.001],
  ] as const) {
    t.ok(Math.abs(shareOf(word) - share) < 0.01, `${word} stands in ${shareOf(word)}, said to be ${share}`);
  }
  const mean = (lengths: number[]): number =>
    lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  t.ok(
    Math.abs(mean(statements.map(({ renditions }) => renditions.length)) - 2) < 0.1,
    'two renditions a statement',
  );
  t.ok(Math.abs(mean(statements.map(({ topics }) => topics.length)) - 2) < 0.1, 'two topics a statement');
});

t.test('bare inserts of a share of all rows', async (t) => {
  const folder = t.testdir();
  const copied = async (...oneOf: string[]): Promise<number> => {
    const args = [seedsDatabase, path.join(folder, 'copy.sqlite'), ...oneOf];
    const { status, stdout, stderr } = await unmeasured('../bench/performance/references/inserts', args);
    t.equal(status, 0, stderr);
    return (JSON.parse(stdout) as { rows: number }).rows;
  };
  const all = await copied();
  const third = await copied('3');
  t.ok(third > all / 4 && third < all / 2, `${third} of ${all} are a third`);
});

t.test('wrong arguments are told', async (t) => {
  for (const [args, complaint] of [
    [['--cases', 'speed'], /no case speed; there are ingest, start/],
    [['many'], /expected a whole number, found 'many'/],
    [['--load', 'ab'], /expected wrk or built-in/],
  ] as const) {
    const { status, stderr } = await unmeasured('bench', args);
    t.equal(status, 2, args.join(' '));
    t.match(stderr, complaint);
  }
});

/** One of each sort at least, and every filter that the plain route has to understand as the server does. */
const cases = [
  ...['ingest', 'start', 'not-modified', 'speaker', 'place'],
  ...['three-filters', 'deep', 'two-words', 'facets', 'csv', 'item-beside'],
];

t.test('a small run measures every sort of case and writes a page', async (t) => {
  const folder = t.testdir();
  const page = path.join(folder, 'performance.md');
  const options = [
    '--load',
    'built-in',
    '--seconds',
    '0.1',
    '--rounds',
    '1',
    '--folder',
    folder,
    '--page',
    page,
  ];
  const { status, stderr } = await unmeasured('bench', ['500', ...options, '--cases', cases.join()]);
  t.equal(status, 0, stderr);

  const { rows } = JSON.parse(readFileSync(path.join(folder, 'results-500.json'), 'utf8')) as Results;
  t.same(rows.map(({ id }) => id).sort(), [...cases].sort(), 'a row for each case');
  for (const row of rows) {
    t.ok(
      !row.notes.some((note) => /failed|other statements/.test(note)),
      `${row.id}: ${row.notes.join(' ')}`,
    );
    if (row.kind !== 'load') continue;
    t.equal(row.ours.errors, 0, `${row.id}: every request was answered`);
    t.ok(row.ours.answers > 0 && (row.ceiling?.answers ?? 0) > 0, `${row.id}: both answered`);
    t.equal(row.plain?.errors ?? 0, 0, `${row.id}: the plain route answered, too`);
  }
  const text = readFileSync(page, 'utf8');
  for (const { title } of rows.filter(({ kind }) => kind === 'load')) t.match(text, title);
  t.notMatch(text, /NaN|undefined|null|Infinity/, 'a page without holes');

  const again = await unmeasured('bench', ['500', ...options, '--cases', 'start']);
  t.equal(again.status, 0, again.stderr);
  const later = JSON.parse(readFileSync(path.join(folder, 'results-500.json'), 'utf8')) as Results;
  t.same(later.rows.map(({ id }) => id).sort(), ['ingest', 'start']);
  t.match(readFileSync(page, 'utf8'), /whose database was kept/, 'what is not measured again says so');
});
