// Reads the log of changes: the net effect of all that was logged between two revisions.
import type { ChangePosition, ChangeSpan, DocumentChange, Revision } from '../store/changes.ts';
import type { ChangeLog, Stream } from '../store/store.ts';
import { batchesOf } from './pinned.ts';
import type { Prepare } from './prepare.ts';
import type { Snapshot } from './snapshot.ts';

const revisionQuery = 'SELECT number, version, derived_at AS at FROM dataset_state';

/** Opens the log of a snapshot. */
export function changeLogOf(snapshot: Snapshot): ChangeLog {
  const { prepare } = snapshot;
  const newest = (): Revision => prepare(`${revisionQuery} ORDER BY number DESC LIMIT 1`).get() as Revision;
  const revision = (number: number): Revision =>
    (prepare(`${revisionQuery} WHERE number = ?`).get(number) as Revision | undefined) ?? newest();

  /** The oldest revision from which the log is complete. */
  const oldest = (): number =>
    prepare('SELECT max(number) FROM dataset_state WHERE is_logged = 0').pluck().get() as number;

  return {
    newest,
    revision,
    ofVersion(version) {
      const query = `${revisionQuery} WHERE version = ? AND number >= ? ORDER BY number LIMIT 1`;
      return (prepare(query).get(version, oldest()) as Revision | undefined) ?? null;
    },
    at(moment) {
      const query = `${revisionQuery} WHERE derived_at <= ? ORDER BY number DESC LIMIT 1`;
      const found = (prepare(query).get(moment) as Revision | undefined) ?? null;
      return found === null || found.number >= oldest() ? found : undefined;
    },
    versions(limit) {
      const query =
        'SELECT version FROM dataset_state WHERE number >= ? GROUP BY version ORDER BY max(number) DESC LIMIT ?';
      return prepare(query).pluck().all(oldest(), limit) as string[];
    },
    page: (span, after, limit) => [...changesAfter(prepare, span, after, limit)],
    count: (span) =>
      prepare(`SELECT count(*) FROM ${net(span)}`)
        .pluck()
        .get(valuesOf(span)) as number,
    latest: (span, after, limit) => latestChanges(prepare, span, after, limit),
    everything: (span, after): Stream<DocumentChange[]> =>
      batchesOf(snapshot, (pinned) => changesAfter(pinned.prepare, span, after, null)),
  };
}

/** The first change of a document after some revision. */
const firstChange = (column: string, document: string, revision: string): string => `
  (SELECT ${column} FROM document_change AS first
   WHERE first.collection = ${document}.collection AND first.id = ${document}.id AND first.state > ${revision}
   ORDER BY first.state LIMIT 1)`;

/** The last change of each document, with the digest before its first; in the order of the log. */
const logged = `
  SELECT collection, id, state, state AS place, after, ${firstChange('before', 'last', ':base')} AS before
  FROM document_change AS last
  WHERE state > :base AND state <= :to AND NOT EXISTS (
    SELECT 1 FROM document_change AS later
    WHERE later.collection = last.collection AND later.id = last.id AND later.state > last.state AND later.state <= :to
  )`;

/** Before the first revision there was nothing: every document of the last one was added. */
const everything = `
  SELECT collection, id, state, 0 AS place, digest AS after, NULL AS before
  FROM document_digest WHERE state <= :to OR ${firstChange('before IS NOT NULL', 'document_digest', ':to')}`;

/** A document that was added and removed again did not change in either sense. */
const conditions = {
  different: 'before IS NOT after',
  touched: '(before IS NOT NULL OR after IS NOT NULL)',
};

/** The plus keeps SQLite from walking the log by collections: its order is that of revisions. */
const net = ({ base, asks }: ChangeSpan): string => `
  (SELECT * FROM (${base === 0 ? everything : logged})
   WHERE ${conditions[asks]} AND +collection IN (SELECT value FROM json_each(:collections)))`;

const valuesOf = ({ base, to, collections }: ChangeSpan) => ({
  to,
  collections: JSON.stringify(collections),
  ...(base === 0 ? {} : { base }),
});

/** The last change of each document that is there, and of each that was removed. */
const lastChanges = `
  SELECT state AS place, collection, id, iif(added = state, 'added', 'changed') AS change
  FROM document_digest WHERE state > :base AND state <= :to
  UNION ALL
  SELECT state, collection, id, 'removed' FROM document_change AS last
  WHERE after IS NULL AND state > :base AND state <= :to
    AND NOT EXISTS (SELECT 1 FROM document_digest AS kept WHERE kept.collection = last.collection AND kept.id = last.id)
    AND NOT EXISTS (
      SELECT 1 FROM document_change AS later
      WHERE later.collection = last.collection AND later.id = last.id AND later.state > last.state
    )`;

function latestChanges(
  prepare: Prepare,
  { base, to, collections }: Omit<ChangeSpan, 'asks'>,
  after: ChangePosition | null,
  limit: number,
): DocumentChange[] {
  const query = prepare(`
    SELECT place, collection, id, change, version, derived_at AS at
    FROM (${lastChanges}) CROSS JOIN dataset_state ON number = place
    WHERE +collection IN (SELECT value FROM json_each(:collections))
      AND (place, collection, id) < (:afterPlace, :afterCollection, :afterId)
    ORDER BY place DESC, collection DESC, id DESC LIMIT :limit`);
  return query.all({
    base,
    to,
    collections: JSON.stringify(collections),
    afterPlace: after?.place ?? Number.MAX_SAFE_INTEGER,
    afterCollection: after?.collection ?? '',
    afterId: after?.id ?? '',
    limit,
  }) as DocumentChange[];
}

function changesAfter(
  prepare: Prepare,
  span: ChangeSpan,
  after: ChangePosition | null,
  limit: number | null,
): Iterable<DocumentChange> {
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
  }) as Iterable<DocumentChange>;
}
