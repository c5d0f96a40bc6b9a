// From a selection to SQL that finds its documents: filter values become term numbers, sort keys become numbers.
import type { Collection } from '../references.ts';
import type { Search, Selection } from './plan.ts';
import type { Prepare } from './prepare.ts';

/** SQL with its parameters. */
export interface Fragment {
  sql: string;
  values: (string | number)[];
}

/** Numbers of documents, both ends inclusive. */
export interface Range {
  first: number;
  last: number;
}

/** The terms of one group, with how many documents they have between them at most. */
interface Terms {
  numbers: number[];
  documents: number;
  negated: boolean;
}

/** A selection in the numbers of the read model as it stands now. */
export interface Resolved {
  range: Range;
  groups: Terms[];
  search: Search | null;
  /** How many documents match, where that is known without counting. */
  total: number | null;
}

/** Looks a selection up; null where nothing can match. Costs two statements and one for each group. */
export function resolve(prepare: Prepare, selection: Selection): Resolved | null {
  const { collection, keys } = selection;
  const range = {
    first: firstAtOrAfter(prepare, collection, keys.from ?? ''),
    last: firstAtOrAfter(prepare, collection, keys.before ?? pastAllKeys) - 1,
  };
  const groups = lookUp(prepare, selection);
  if (groups === null || range.last < range.first) return null;
  const search = selection.search ?? null;
  return { range, groups, search, total: search ? null : knownTotal(selection, range, groups) };
}

const pastAllKeys = '\u{10ffff}';

/** The number of the first document whose key is not before the given one; one past the last where there is none. */
export function firstAtOrAfter(prepare: Prepare, collection: Collection, key: string): number {
  const atKey =
    'SELECT number FROM document WHERE collection = ? AND sort_key >= ? ORDER BY sort_key LIMIT 1';
  const found = prepare(atKey).pluck().get(collection, key) as number | undefined;
  if (found !== undefined) return found;
  const last = 'SELECT number FROM document WHERE collection = ? ORDER BY sort_key DESC LIMIT 1';
  return ((prepare(last).pluck().get(collection) as number | undefined) ?? -1) + 1;
}

/** The terms of each group; null where a group that must be satisfied has none. */
function lookUp(prepare: Prepare, { collection, groups }: Selection): Terms[] | null {
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

interface TermRow {
  number: number;
  documents: number;
}

const joined = (rows: TermRow[], negated: boolean): Terms => ({
  numbers: rows.map(({ number }) => number),
  documents: rows.reduce((sum, { documents }) => sum + documents, 0),
  negated,
});

/** The whole collection and the documents of one term are counted at ingest. */
function knownTotal({ keys }: Selection, range: Range, groups: Terms[]): number | null {
  const [only, ...others] = groups;
  if (!only) return range.last - range.first + 1;
  const isWhole = keys.from === undefined && keys.before === undefined;
  return isWhole && others.length === 0 && only.numbers.length === 1 && !only.negated ? only.documents : null;
}

/**
 * Selects the numbers of all documents in the range that satisfy the groups and the search, led by what finds fewest:
 * the search where there is one, or else the rarest positive group. With `scored`, the score stands beside the number.
 */
export function matches({ groups, search }: Resolved, range: Range, scored = false): Fragment {
  const [rarest] = groups.filter(({ negated }) => !negated).sort((a, b) => a.documents - b.documents);
  const leader = search?.kind === 'matching' ? null : rarest;
  const source = search?.kind === 'matching' ? found(search, range, scored) : leading(leader);
  const conditions = [
    ...groups.filter((group) => group !== leader).map(having),
    ...(search?.kind === 'excluding' ? [without(search.match)] : []),
  ];
  return {
    sql: `SELECT * FROM (${source.sql}) AS found WHERE document BETWEEN ? AND ? ${conditions.map(({ sql }) => sql).join(' ')}`,
    values: [...source.values, range.first, range.last, ...conditions.flatMap(({ values }) => values)],
  };
}

const having = ({ numbers, negated }: Terms): Fragment => ({
  sql: `AND ${negated ? 'NOT ' : ''}EXISTS (
    SELECT 1 FROM posting WHERE term IN (SELECT value FROM json_each(?)) AND document = found.document)`,
  values: [JSON.stringify(numbers)],
});

const without = (match: string): Fragment => ({
  sql: 'AND document NOT IN (SELECT rowid FROM search_text WHERE search_text MATCH ?)',
  values: [match],
});

function leading(leader: Terms | null | undefined): Fragment {
  if (!leader) return { sql: 'SELECT number AS document FROM document', values: [] };
  const { numbers } = leader;
  if (numbers.length === 1) return { sql: 'SELECT document FROM posting WHERE term = ?', values: numbers };
  return {
    sql: 'SELECT DISTINCT document FROM posting WHERE term IN (SELECT value FROM json_each(?))',
    values: [JSON.stringify(numbers)],
  };
}

function found(search: Matching, range: Range, withScore: boolean): Fragment {
  if (withScore) return scored(search, range);
  return {
    sql: 'SELECT rowid AS document FROM search_text WHERE search_text MATCH ? AND rowid BETWEEN ? AND ?',
    values: [search.match, range.first, range.last],
  };
}

type Matching = Search & { kind: 'matching' };

/**
 * What the search finds, as `document` and `score`. The lower the score the better: words in the very form that was
 * asked for come before other forms, words inside quotation marks before words about them, and within that bm25
 * decides, which is never positive and far from a thousand. Weights are by column: quoted, own, names, stems at half of
 * their exact form.
 */
export function scored(search: Matching, { first, last }: Range): Fragment {
  const hits = 'FROM search_text WHERE search_text MATCH ? AND rowid BETWEEN ? AND ?';
  return {
    sql: `SELECT rowid AS document, bm25(search_text, 8, 4, 4, 2, 2, 1)
        - 2000 * (rowid IN (SELECT rowid ${hits})) - 1000 * (rowid IN (SELECT rowid ${hits})) AS score ${hits}`,
    values: [search.exact, search.quoted, search.match].flatMap((match) => [match, first, last]),
  };
}
