// The tables of one count, one for each sort of case; a table without rows is left out.
import type { Results, Row, Target } from '../results.ts';
import { duration, mebibytes, milliseconds, number, ratio, table, times } from './words.ts';

type RowOf<K extends Row['kind']> = Extract<Row, { kind: K }>;

const rowsOf = <K extends Row['kind']>({ rows }: Results, kind: K): RowOf<K>[] =>
  rows.filter((row): row is RowOf<K> => row.kind === kind);

const targetsOf = (targets: readonly Target[]): [string, string] => [
  targets.map(({ text }) => text).join('; ') || '–',
  targets.map(({ reached, met }) => (met ? 'met' : `**not met**: ${reached}`)).join('; ') || '–',
];

const words = ['target', 'met'];

/** A table with the sentence that stands above it. */
type Section = (results: Results) => string | null;

export const requests: Section = (results) =>
  section(
    'The server and its references answer in turn. *Of the ceiling* is our rate against the bare route with the same bytes, *of plain* against the plain route: each the median of what the rounds gave.',
    ['case', 'requests/s', 'p50', 'p99', 'of the ceiling', 'of plain', 'target', 'met'],
    rowsOf(results, 'load').map(({ title, ours, ofCeiling, ofPlain, connections, targets, notes }) => [
      withNotes(connections === 1 ? `${title} (one at a time)` : title, notes),
      ...[number(ours.rate), milliseconds(ours.p50), milliseconds(ours.p99)],
      ...[times(ofCeiling), times(ofPlain), ...targetsOf(targets)],
    ]),
  );

export const references: Section = (results) =>
  section(
    'What the references reached in the same rounds:',
    ['case', 'bytes of an answer', 'ceiling, requests/s', 'plain, requests/s', 'plain, p99'],
    rowsOf(results, 'load').map(({ title, bytes, ceiling, plain }) => [
      title,
      number(bytes),
      ceiling ? number(ceiling.rate) : '–',
      plain ? number(plain.rate) : '–',
      plain ? milliseconds(plain.p99) : '–',
    ]),
  );

export const downloads: Section = (results) =>
  section(
    'Everything as one answer, against a process that reads the same rows from SQLite and throws them away:',
    ['case', 'time', 'MB/s', 'reading alone', 'memory more', 'target', 'met'],
    rowsOf(results, 'download').map(({ title, seconds, bytes, reading, growth, targets, notes }) => [
      withNotes(title, notes),
      ...[duration(seconds), number(bytes / 1e6 / seconds), duration(reading), mebibytes(growth)],
      ...targetsOf(targets),
    ]),
  );

export const ingest: Section = (results) =>
  section(
    'The ingest reads, checks, loads and derives everything; the reference only inserts the rows that came of it, by prepared statements into the same tables with the same indexes. Neither is held on one core.',
    ['statements/s', 'time', 'bare inserts', 'rows', 'database', 'peak memory', 'target', 'met'],
    rowsOf(results, 'ingest').map(({ statements, seconds, inserts, rows, size, peak, targets, notes }) => [
      ...[number(statements / seconds), withNotes(duration(seconds), notes), duration(inserts), number(rows)],
      ...[mebibytes(size), mebibytes(peak), ...targetsOf(targets)],
    ]),
  );

export const start: Section = (results) =>
  section(
    'From the start of the process to its first answer, with the file in the cache of the system; memory then and after all cases of this page. *Anonymous* is what the process holds itself, *resident* has pages of files in it.',
    ['first answer', 'anonymous', 'resident', 'anonymous after load', 'resident after load', 'target', 'met'],
    rowsOf(results, 'start').map(({ milliseconds: time, started, loaded, targets }) => [
      ...[milliseconds(time), mebibytes(started.anonymous), mebibytes(started.resident)],
      ...[loaded ? mebibytes(loaded.anonymous) : '–', loaded ? mebibytes(loaded.resident) : '–'],
      ...targetsOf(targets),
    ]),
  );

export const beside: Section = (results) =>
  section(
    'Light requests, one at a time, alone and while broad searches, facets that nobody asked for and a download of everything are under way on the same core:',
    ['case', 'p50 alone', 'p99 alone', 'p50 beside', 'p99 beside', 'heavy answers', 'target', 'met'],
    rowsOf(results, 'beside').map(({ title, idle, busy, heavy, targets, notes }) => [
      withNotes(title, notes),
      ...[milliseconds(idle.p50), milliseconds(idle.p99), milliseconds(busy.p50), milliseconds(busy.p99)],
      ...[number(heavy), ...targetsOf(targets)],
    ]),
  );

export const workers: Section = ({ rows, ...results }) =>
  section(
    'With `WORKERS`, no process held on a core. The load generator shares the cores with the servers.',
    ['case', 'one worker, requests/s', 'two workers, requests/s', 'times'],
    rowsOf({ ...results, rows }, 'workers').map(({ title, one, two }) => [
      ...[title, number(one.rate), number(two.rate), ratio(two.rate, one.rate)],
    ]),
  );

export const others: Section = (results) =>
  section(
    'Other servers over the same data, each asked what it can answer; ours in the same rounds:',
    ['server and question', 'requests/s', 'p99', 'ours, requests/s', 'ours, p99', 'times', 'what differs'],
    rowsOf(results, 'other').map(({ title, ours, theirs, notes }) => [
      ...[title, number(theirs.rate), milliseconds(theirs.p99), number(ours.rate), milliseconds(ours.p99)],
      ...[ratio(ours.rate, theirs.rate), notes.join(' ')],
    ]),
  );

function section(
  sentence: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string | null {
  return rows.length === 0 ? null : `${sentence}\n\n${table(head, rows, [...words, 'what differs'])}`;
}

const withNotes = (title: string, notes: readonly string[]): string => [title, ...notes].join('. ');
