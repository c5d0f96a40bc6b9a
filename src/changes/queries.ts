// Finds what became of documents between two states: the net effect of all that was logged.
import type { Prepare } from '../database/prepare.ts';
import type { Collection } from '../references.ts';
import type { Change } from './schema.ts';
import type { Since } from './since.ts';

/** Changes after one state (0 is before the first) up to another, in some collections. */
export interface Span {
  base: number;
  to: number;
  asks: Since['asks'];
  collections: readonly Collection[];
}

/** A change with its place in the order. */
export interface Row extends Omit<Change, 'href'> {
  place: number;
}

/** Where a page ended. */
export type After = Pick<Row, 'place' | 'collection' | 'id'>;

/** The first that happened to a document after some state. */
const firstChange = (column: string, document: string, state: string): string => `
  (SELECT ${column} FROM document_change AS first
   WHERE first.collection = ${document}.collection AND first.id = ${document}.id AND first.state > ${state}
   ORDER BY first.state LIMIT 1)`;

/** The last that happened to each document, with what it was before the first; the log's own order is that of changes. */
const logged = `
  SELECT collection, id, state, state AS place, after, ${firstChange('before', 'last', ':base')} AS before
  FROM document_change AS last
  WHERE state > :base AND state <= :to AND NOT EXISTS (
    SELECT 1 FROM document_change AS later
    WHERE later.collection = last.collection AND later.id = last.id AND later.state > last.state AND later.state <= :to
  )`;

/** Before the first state there was nothing, so that all that was there in the last one was added. */
const everything = `
  SELECT collection, id, state, 0 AS place, digest AS after, NULL AS before
  FROM document_digest WHERE state <= :to OR ${firstChange('before IS NOT NULL', 'document_digest', ':to')}`;

/** What came and went is no change in any case. */
const counts = { different: 'before IS NOT after', touched: '(before IS NOT NULL OR after IS NOT NULL)' };

/** The plus keeps the collections from deciding how the log is walked: by its states. */
const net = ({ base, asks }: Span): string => `
  (SELECT * FROM (${base === 0 ? everything : logged})
   WHERE ${counts[asks]} AND +collection IN (SELECT value FROM json_each(:collections)))`;

const valuesOf = ({ base, to, collections }: Span) => ({
  to,
  collections: JSON.stringify(collections),
  ...(base === 0 ? {} : { base }),
});

/** How many documents changed. */
export const countChanges = (prepare: Prepare, span: Span): number =>
  prepare(`SELECT count(*) FROM ${net(span)}`)
    .pluck()
    .get(valuesOf(span)) as number;

/** The changes beyond a position, in order; no more of them is held than the caller has taken. */
export function changesAfter(
  prepare: Prepare,
  span: Span,
  after: After | null,
  limit: number | null,
): Iterable<Row> {
  const query = prepare(`
    SELECT place, collection, id, version, derived_at AS at,
      CASE WHEN before IS NULL THEN 'added' WHEN after IS NULL THEN 'removed' ELSE 'changed' END AS change
    FROM ${net(span)} CROSS JOIN dataset_state ON number = state -- in this order, so that a page ends early
    WHERE (place, collection, id) > (:afterPlace, :afterCollection, :afterId)
    ORDER BY place, collection, id LIMIT :limit`);
  return query.iterate({
    ...valuesOf(span),
    afterPlace: after?.place ?? 0,
    afterCollection: after?.collection ?? '',
    afterId: after?.id ?? '',
    limit: limit ?? -1,
  }) as Iterable<Row>;
}
