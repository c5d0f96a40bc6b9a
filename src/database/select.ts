// Finds the documents of one page: from filter terms to ready JSON, in a fixed number of SQL statements.
import type { Collection } from '../references.ts';
import type { Database } from './open.ts';
import { preparer } from './prepare.ts';

/** Values of one facet: a document must have any of them, or (negated) none. */
export interface Group {
  facet: string;
  values: string[];
  negated: boolean;
}

/** By the collection's own order, or by weight (heaviest first, ties in the collection's order); or that, reversed. */
export interface Order {
  by: 'key' | 'weight';
  reversed: boolean;
}

/** Where a page ended; keeps its meaning when documents come and go. */
export interface Position {
  key: string;
  weight: number;
}

/** What to find: documents of a collection that satisfy every group and lie between two sort keys. */
export interface Plan {
  collection: Collection;
  groups: Group[];
  keys: { from?: string; before?: string };
  order: Order;
  after: Position | null;
  limit: number;
}

/** One page: the bodies as stored, the exact number of all matches, and where to go on (null at the end). */
export interface Page {
  bodies: Buffer[];
  total: number;
  next: Position | null;
}

interface Row {
  number: number;
  body: Buffer;
  sort_key: string;
  weight: number;
}

/** Numbers of documents, both ends inclusive. */
interface Range {
  first: number;
  last: number;
}

interface Terms {
  numbers: number[];
  documents: number;
  negated: boolean;
}

/** SQL with its parameters. */
interface Fragment {
  sql: string;
  values: (string | number)[];
}

/** Makes the function that finds pages in a database. */
export function pageSelector(database: Database): (plan: Plan) => Page {
  const prepare = preparer(database);

  function firstAtOrAfter(collection: Collection, key: string): number {
    const atKey =
      'SELECT number FROM document WHERE collection = ? AND sort_key >= ? ORDER BY sort_key LIMIT 1';
    const found = prepare(atKey).pluck().get(collection, key) as number | undefined;
    if (found !== undefined) return found;
    const last = 'SELECT number FROM document WHERE collection = ? ORDER BY sort_key DESC LIMIT 1';
    return ((prepare(last).pluck().get(collection) as number | undefined) ?? -1) + 1;
  }

  /** The term numbers of each group; null where a group can have no document at all. */
  function lookUp({ collection, groups }: Plan): Terms[] | null {
    const sql = `SELECT number, documents FROM term
      WHERE collection = ? AND facet = ? AND value IN (SELECT value FROM json_each(?))`;
    const found: Terms[] = [];
    for (const { facet, values, negated } of groups) {
      const rows = prepare(sql).all(collection, facet, JSON.stringify(values)) as TermRow[];
      if (rows.length === 0 && !negated) return null;
      if (rows.length > 0) found.push(joined(rows, negated));
    }
    return found;
  }

  function count(plan: Plan, range: Range, groups: Terms[]): number {
    const [only] = groups;
    const whole = plan.keys.from === undefined && plan.keys.before === undefined;
    if (groups.length === 0) return range.last - range.first + 1;
    if (whole && groups.length === 1 && only?.numbers.length === 1 && !only.negated) return only.documents;
    const { sql, values } = matches(range, groups);
    return Number(
      prepare(`SELECT count(*) FROM (${sql})`)
        .pluck()
        .get(...values),
    );
  }

  return (plan) => {
    const range = {
      first: firstAtOrAfter(plan.collection, plan.keys.from ?? ''),
      last: firstAtOrAfter(plan.collection, plan.keys.before ?? '\u{10ffff}') - 1,
    };
    const groups = lookUp(plan);
    if (groups === null || range.last < range.first) return { bodies: [], total: 0, next: null };
    const boundary = plan.after ? firstAtOrAfter(plan.collection, plan.after.key) : 0;
    const isAt = plan.after ? keyAt(plan.collection, boundary) === plan.after.key : false;
    const { sql, values } = pageQuery(plan, range, groups, { boundary, isAt });
    const rows = prepare(sql).all(...values) as Row[];
    const shown = rows.slice(0, plan.limit);
    const last = shown.at(-1);
    return {
      bodies: shown.map(({ body }) => body),
      total: count(plan, range, groups),
      next: last && rows.length > plan.limit ? { key: last.sort_key, weight: last.weight } : null,
    };
  };

  function keyAt(collection: Collection, number: number): string | undefined {
    const sql = 'SELECT sort_key FROM document WHERE number = ? AND collection = ?';
    return prepare(sql).pluck().get(number, collection) as string | undefined;
  }
}

interface TermRow {
  number: number;
  documents: number;
}

const joined = (rows: TermRow[], negated: boolean): Terms => ({
  numbers: rows.map(({ number }) => number),
  documents: rows.reduce((sum, { documents }) => sum + documents, 0),
  negated,
});

/** Selects the numbers of all documents in the range that satisfy the groups, led by the rarest positive one. */
function matches(range: Range, groups: Terms[]): Fragment {
  const [leader] = groups.filter(({ negated }) => !negated).sort((a, b) => a.documents - b.documents);
  const others = groups.filter((group) => group !== leader);
  const conditions = others.map(
    ({ negated }) => `AND ${negated ? 'NOT ' : ''}EXISTS (
      SELECT 1 FROM posting WHERE term IN (SELECT value FROM json_each(?)) AND document = found.document)`,
  );
  const source = leader ? leading(leader) : { sql: 'SELECT number AS document FROM document', values: [] };
  return {
    sql: `SELECT document FROM (${source.sql}) AS found WHERE document BETWEEN ? AND ? ${conditions.join(' ')}`,
    values: [
      ...source.values,
      range.first,
      range.last,
      ...others.map(({ numbers }) => JSON.stringify(numbers)),
    ],
  };
}

const leading = ({ numbers }: Terms): Fragment =>
  numbers.length === 1
    ? { sql: 'SELECT document FROM posting WHERE term = ?', values: numbers }
    : {
        sql: 'SELECT DISTINCT document FROM posting WHERE term IN (SELECT value FROM json_each(?))',
        values: [JSON.stringify(numbers)],
      };

/** Where the last page ended: the first number at or after its key, and whether that very key is still there. */
interface Mark {
  boundary: number;
  isAt: boolean;
}

/** Selects one row more than the page holds, to know whether there is a next one. */
function pageQuery({ order, after, limit }: Plan, range: Range, groups: Terms[], mark: Mark): Fragment {
  const { by, reversed } = order;
  const beyond = reversed ? mark.boundary - 1 : mark.isAt ? mark.boundary + 1 : mark.boundary;
  const within = after && by === 'key' ? narrowed(range, beyond, reversed) : range;
  const found = matches(within, groups);
  const rest =
    after && by === 'weight' ? afterWeight(after.weight, beyond, reversed) : { sql: '', values: [] };
  const direction = reversed ? 'DESC' : 'ASC';
  const sorting = by === 'key' ? '' : `weight ${reversed ? 'ASC' : 'DESC'},`;
  return {
    sql: `SELECT number, body, sort_key, weight FROM (${found.sql}) JOIN document ON number = document
      ${rest.sql} ORDER BY ${sorting} number ${direction} LIMIT ?`,
    values: [...found.values, ...rest.values, limit + 1],
  };
}

const narrowed = ({ first, last }: Range, beyond: number, reversed: boolean): Range =>
  reversed ? { first, last: Math.min(last, beyond) } : { first: Math.max(first, beyond), last };

const afterWeight = (weight: number, beyond: number, reversed: boolean): Fragment => ({
  sql: reversed
    ? 'WHERE weight > ? OR (weight = ? AND number <= ?)'
    : 'WHERE weight < ? OR (weight = ? AND number >= ?)',
  values: [weight, weight, beyond],
});
