// The statements that read the log of changes.
import type { ChangeSpan } from '../store/changes.ts';
import type { Statement } from './statements.ts';

/** Which of the statements: before the first revision there was nothing, and every document of the last one was added. */
export interface ChangesAsked {
  isFromStart: boolean;
  asks: ChangeSpan['asks'];
}

/** All of them, for those who check statements. */
export const everyChangeStatement = (): Statement[] =>
  [true, false]
    .flatMap((isFromStart) =>
      (['different', 'touched'] as const).flatMap((asks) => [
        changesPage({ isFromStart, asks }),
        changesCount({ isFromStart, asks }),
      ]),
    )
    .concat(latestChanges);

/** Values: base, last revision, collections; place, collection and id after which the page begins; limit. */
export const changesPage = (asked: ChangesAsked): Statement => ({
  name: nameOf('changes_page', asked),
  text: `
    SELECT place, collection, id, version, derived_at AS at,
      CASE WHEN before IS NULL THEN 'added' WHEN after IS NULL THEN 'removed' ELSE 'changed' END AS change
    FROM ${net(asked)} AS net JOIN @dataset_state ON number = state
    WHERE (place, collection, id) > ($4, $5, $6)
    ORDER BY place, collection, id LIMIT $7`,
});

/**
 * The last change of each document that is there, and of each that was removed, newest first. Values as for a page; the change
 * after which the page begins comes after all of it.
 */
export const latestChanges: Statement = {
  name: 'latest_changes',
  text: `
    SELECT place, collection, id, change, version, derived_at AS at
    FROM (
      SELECT state AS place, collection, id, CASE WHEN added = state THEN 'added' ELSE 'changed' END AS change
      FROM @document_digest WHERE state > $1::integer AND state <= $2::integer
      UNION ALL
      SELECT state, collection, id, 'removed' FROM @document_change AS late
      WHERE after IS NULL AND state > $1::integer AND state <= $2::integer
        AND NOT EXISTS (
          SELECT 1 FROM @document_digest AS kept WHERE kept.collection = late.collection AND kept.id = late.id
        )
        AND NOT EXISTS (
          SELECT 1 FROM @document_change AS later
          WHERE later.collection = late.collection AND later.id = late.id AND later.state > late.state
        )
    ) AS newest JOIN @dataset_state ON number = place
    WHERE collection = ANY ($3::text[]) AND (place, collection, id) < ($4, $5, $6)
    ORDER BY place DESC, collection DESC, id DESC LIMIT $7`,
};

/** Values: base, last revision, collections. */
export const changesCount = (asked: ChangesAsked): Statement => ({
  name: nameOf('changes_count', asked),
  text: `SELECT count(*)::integer AS count FROM ${net(asked)} AS net`,
});

const nameOf = (name: string, { isFromStart, asks }: ChangesAsked): string =>
  `${name}_${isFromStart ? 'all' : 'since'}_${asks}`;

/** The first change of a document after some revision. */
const firstChange = (column: string, document: string, revision: string): string => `
  (SELECT ${column} FROM @document_change AS early
   WHERE early.collection = ${document}.collection AND early.id = ${document}.id AND early.state > ${revision}
   ORDER BY early.state LIMIT 1)`;

/** The last change of each document, with the digest before its first. */
const logged = `
  SELECT collection, id, state, state AS place, after, ${firstChange('before', 'late', '$1::integer')} AS before
  FROM @document_change AS late
  WHERE state > $1::integer AND state <= $2::integer AND NOT EXISTS (
    SELECT 1 FROM @document_change AS later
    WHERE later.collection = late.collection AND later.id = late.id AND later.state > late.state
      AND later.state <= $2::integer
  )`;

const everything = `
  SELECT collection, id, state, $1::integer AS place, digest AS after, NULL::bytea AS before
  FROM @document_digest AS held
  WHERE state <= $2::integer OR ${firstChange('before IS NOT NULL', 'held', '$2::integer')}`;

/** A document that was added and removed again did not change in either sense. */
const conditions = {
  different: 'before IS DISTINCT FROM after',
  touched: '(before IS NOT NULL OR after IS NOT NULL)',
};

const net = ({ isFromStart, asks }: ChangesAsked): string => `
  (SELECT * FROM (${isFromStart ? everything : logged}) AS changed
   WHERE ${conditions[asks]} AND collection = ANY ($3::text[]))`;
