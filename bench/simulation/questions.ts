// What is asked of the simulated tables, and how long each answer takes.
import { buffer } from 'node:stream/consumers';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { median } from '../median.ts';
import { schema } from './tables.ts';

/** One question with the median of its times in milliseconds. */
export interface Timed {
  title: string;
  milliseconds: number;
}

/** Each statement is asked so many times, after once that does not count, or as long as this. */
const times = 7;
const longest = 4_000;

/** Terms and words by their numbers in `tables.ts`: 0 and 1 in half of the documents, 2 in a fifth, 6 in a twentieth. */
const questions: readonly [title: string, sql: string][] = [
  ['a round trip', 'SELECT 1'],
  ['exact total of two broad filters', total(0, 2)],
  ['exact total of three broad filters', total(0, 1, 2)],
  ['exact total of a broad and a rare filter', total(0, 80)],
  [
    'the first block with documents that three broad filters find',
    `SELECT block, a.bits & b.bits & c.bits FROM term_block a JOIN term_block b USING (block) JOIN term_block c USING (block)
     WHERE a.term = 0 AND b.term = 1 AND c.term = 2 ORDER BY block LIMIT 1`,
  ],
  ['best 20 of a word in two thirds of the documents', best(0)],
  ['best 20 of a word in a twentieth', best(3)],
  ['best 20 of two words, in a quarter and a twentieth', bestOfTwo(1, 3)],
  ['best 20 of two words, in a twentieth each', bestOfTwo(3, 4)],
  ['counts of all lists of terms, of a tenth of the documents', counts(10)],
  ['counts of all lists of terms, of all documents', counts(1)],
];

function total(...terms: number[]): string {
  const names = terms.map((_, at) => `t${at}`);
  const joined = names.slice(1).map((name) => `JOIN term_block ${name} USING (block)`);
  const chosen = terms.map((term, at) => `t${at}.term = ${term}`);
  const bits = names.map((name) => `${name}.bits`).join(' & ');
  return `SELECT sum(bit_count(${bits})) FROM term_block t0 ${joined.join(' ')} WHERE ${chosen.join(' AND ')}`;
}

function best(stem: number): string {
  return `SELECT n FROM impact, unnest(numbers) AS n WHERE stem = ${stem} ORDER BY level DESC, block LIMIT 20`;
}

function bestOfTwo(one: number, other: number): string {
  return `SELECT n, a.level + b.level AS sum
    FROM (SELECT level, block, unnest(numbers) AS n FROM impact WHERE stem = ${one}) a
    JOIN (SELECT level, block, unnest(numbers) AS n FROM impact WHERE stem = ${other}) b USING (block, n)
    ORDER BY sum DESC, n LIMIT 20`;
}

function counts(part: number): string {
  return `SELECT list, count(*) FROM entry WHERE number < (SELECT max(number) / ${part} FROM entry) GROUP BY list`;
}

export async function ask(client: Client): Promise<Timed[]> {
  await client.query('SET max_parallel_workers_per_gather = 0'); // the costs of one core
  const timed: Timed[] = [];
  for (const [title, sql] of questions) timed.push(await timeOf(title, () => client.query(sql)));
  const blob = (name: string, sql: string) =>
    timeOf(
      name,
      async () => (await buffer(client.query(copyTo(`COPY (${sql}) TO STDOUT (FORMAT binary)`)))).length,
    );
  timed.push(await blob('the set of a broad filter, fetched', 'SELECT bits FROM term_block WHERE term = 0'));
  timed.push(
    await blob('a word in two thirds of the documents, fetched', 'SELECT numbers FROM impact WHERE stem = 0'),
  );
  return timed;
}

async function timeOf(title: string, run: () => Promise<unknown>): Promise<Timed> {
  const found: number[] = [];
  await run();
  const end = performance.now() + longest;
  while (found.length < times && (found.length === 0 || performance.now() < end)) {
    const from = performance.now();
    await run();
    found.push(performance.now() - from);
  }
  return { title, milliseconds: median(found) };
}

/** Bytes of each table with its index. */
export async function sizes(client: Client): Promise<{ table: string; bytes: number }[]> {
  const { rows } = await client.query<{ table: string; bytes: string }>(
    `SELECT relname AS table, pg_total_relation_size(oid) AS bytes FROM pg_class
     WHERE relnamespace = '${schema}'::regnamespace AND relkind = 'r' ORDER BY relname`,
  );
  return rows.map(({ table, bytes }) => ({ table, bytes: Number(bytes) }));
}
