// Finds the documents of a list, a page at a time or all in a row: from filter terms to ready JSON.
import { type Fragment, firstAtOrAfter, matches, type Range, type Resolved, resolve } from './matches.ts';
import type { Order, Page, Plan, Position } from './plan.ts';
import type { Prepare } from './prepare.ts';

interface Row {
  number: number;
  body: Buffer;
  sort_key: string;
  weight: number;
}

/** Finds one page. The number of SQL statements does not depend on how much is found. */
export function selectPage(prepare: Prepare, plan: Plan): Page {
  const resolved = resolve(prepare, plan);
  if (resolved === null) return { bodies: [], total: 0, next: null };
  // One row more than the page holds tells whether there is a next one.
  const { sql, values } = rowsQuery(prepare, plan, resolved);
  const rows = prepare(`${sql} LIMIT ?`).all(...values, plan.limit + 1) as Row[];
  const shown = rows.slice(0, plan.limit);
  const last = shown.at(-1);
  return {
    bodies: shown.map(({ body }) => body),
    total: resolved.total ?? count(prepare, resolved),
    next: last && rows.length > plan.limit ? { key: last.sort_key, weight: last.weight } : null,
  };
}

/** Finds everything, one document after another; no more of it is held than the caller has taken. */
export function* selectAll(prepare: Prepare, plan: Plan): Generator<Buffer> {
  const resolved = resolve(prepare, plan);
  if (resolved === null) return;
  const { sql, values } = rowsQuery(prepare, plan, resolved);
  for (const { body } of prepare(sql).iterate(...values) as Iterable<Row>) yield body;
}

function count(prepare: Prepare, resolved: Resolved): number {
  const { sql, values } = matches(resolved, resolved.range);
  return Number(
    prepare(`SELECT count(*) FROM (${sql})`)
      .pluck()
      .get(...values),
  );
}

/** The rows after the position, in order. */
function rowsQuery(prepare: Prepare, { collection, order, after }: Plan, resolved: Resolved): Fragment {
  const { by, reversed } = order;
  const beyond = after && firstBeyond(prepare, collection, after, order);
  const isCut = beyond !== null && by === 'key';
  const hits = matches(
    resolved,
    isCut ? cut(resolved.range, beyond, order) : resolved.range,
    by === 'relevance',
  );
  const rest = after && beyond !== null && !isCut ? afterValue(after.weight, beyond, order) : nothing;
  const sorting = by === 'key' ? '' : `${rankOf[by]} ${reversed ? 'DESC' : 'ASC'},`;
  // FTS5 gives its score only where it finds the row; in a walk along postings, the limit is to stop the walk.
  return {
    sql: `WITH hit AS ${by === 'relevance' ? 'MATERIALIZED' : 'NOT MATERIALIZED'} (${hits.sql})
      SELECT number, body, sort_key, ${by === 'relevance' ? 'score' : 'weight'} AS weight
      FROM hit JOIN document ON number = document
      ${rest.sql} ORDER BY ${sorting} number ${reversed ? 'DESC' : 'ASC'}`,
    values: [...hits.values, ...rest.values],
  };
}

const nothing: Fragment = { sql: '', values: [] };

/** What a sort goes by, so that less is better: the heaviest and the most relevant come first. */
const rankOf = { weight: '-weight', relevance: 'score' } as const;

/** The first number beyond the position in the direction of the order, whether or not its document is still there. */
function firstBeyond(
  prepare: Prepare,
  collection: Plan['collection'],
  { key }: Position,
  { reversed }: Order,
): number {
  if (reversed) return firstAtOrAfter(prepare, collection, key) - 1;
  return firstAtOrAfter(prepare, collection, `${key}\0`); // no key lies between a key and that
}

const cut = ({ first, last }: Range, beyond: number, { reversed }: Order): Range =>
  reversed ? { first, last: Math.min(last, beyond) } : { first: Math.max(first, beyond), last };

/** What comes after a weight or score, ties by number. */
function afterValue(value: number, beyond: number, { by, reversed }: Order): Fragment {
  const rank = by === 'relevance' ? 'score' : '-weight';
  const at = by === 'relevance' ? value : -value;
  return {
    sql: reversed
      ? `WHERE ${rank} < ? OR (${rank} = ? AND number <= ?)`
      : `WHERE ${rank} > ? OR (${rank} = ? AND number >= ?)`,
    values: [at, at, beyond],
  };
}
