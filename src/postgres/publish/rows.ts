// Reads the rows of the SQLite file that fill the tables of a version.

import type { DocIdRange } from '../../doc-ids/doc-id-set.ts';
import { encodeSet } from '../../doc-ids/encoding.ts';
import type { Collection } from '../../records/kinds.ts';
import { additionsOf } from '../../sqlite/additions.ts';
import type { Database } from '../../sqlite/open.ts';
import { preparer } from '../../sqlite/prepare.ts';
import { readPieces } from '../../sqlite/record-pieces.ts';
import { additions, recordPieces, type Table } from '../tables.ts';
import type { Value } from './copy-rows.ts';

/** The rows of a table in the order of its key. */
export function rowsOf(database: Database, table: Table): Iterable<Value[]> {
  if (table === recordPieces) return pieces(database);
  if (table === additions) return addedSets(database);
  return database.prepare(table.rows).raw().iterate() as Iterable<Value[]>;
}

function* pieces(database: Database): Generator<Value[]> {
  const prepare = preparer(database);
  const starts = database.prepare(recordPieces.rows).all() as { start: number; length: number }[];
  for (const { start, length } of starts) {
    const body = Buffer.concat([...readPieces(prepare, start, start + length - 1)]);
    yield [start, length, body];
  }
}

function* addedSets(database: Database): Generator<Value[]> {
  const prepare = preparer(database);
  for (const [collection, range] of rangesOf(database)) {
    for (const { weight, docIds } of additionsOf(prepare, collection, range))
      yield [collection, weight, encodeSet(docIds())];
  }
}

const rangesOf = (database: Database): Map<Collection, DocIdRange> => {
  const query =
    'SELECT collection, min(number) AS first, max(number) AS last FROM document GROUP BY collection';
  const rows = database.prepare(query).all() as ({ collection: Collection } & DocIdRange)[];
  return new Map(rows.map(({ collection, first, last }) => [collection, { first, last }]));
};

/** The number of rows of a table. */
export const countOf = (database: Database, { rows }: Table): number =>
  database.prepare(`SELECT count(*) FROM (${rows})`).pluck().get() as number;

/** Rows of a sample, at most: enough to see that bytes arrived as they were, few enough to take no time. */
const sampleSize = 200;

/** The condition that selects a sample of a table of so many rows, by a list of values, which an index finds; null for tables that have none. */
export function sampleOf({ sampledBy }: Table, count: number): string | null {
  if (sampledBy === undefined) return null;
  const distance = Math.max(1, Math.floor(count / sampleSize));
  const values = Array.from({ length: Math.floor(count / distance) + 1 }, (_, at) => at * distance);
  return `${sampledBy} IN (${values.join(', ')})`;
}

/** The rows of the SQLite file that satisfy the condition. */
export const sampledRows = (database: Database, { rows, sampledBy }: Table, condition: string): Value[][] =>
  database
    .prepare(
      rows.replace(
        'WHERE true',
        `WHERE ${sampledBy === 'stem' ? condition.replace('stem', 'key / 65536') : condition}`,
      ),
    )
    .raw()
    .all() as Value[][];
