// Ranks the names that complete what was typed, each with the filters that its record can stand for.
import { filtersOf, filterValue, type Kind } from '../records/kinds.ts';
import type { Completion } from '../store/hits.ts';

/** All values that filters can have for the records of candidates. */
export const valuesOf = (candidates: readonly Candidate[]): string[] => [
  ...new Set(
    candidates.flatMap(({ kind, id }) => filtersOf(kind).map((facet) => filterValue(facet, kind, id))),
  ),
];

/** Names that begin alike and are compared by their counts, at most: bounds the cost of a short key. */
export const mostCandidates = 2_000;

/** A name of which a word begins as typed, and its key from that word on. */
export interface Candidate {
  kind: Kind;
  id: string;
  form: string;
  key: string;
}

/** How many statements carry a value of a facet. */
export interface FacetTotal {
  facet: string;
  value: string;
  documents: number;
}

/** The first key that does not complete what was typed. One letter begins half of everything, and means a whole name. */
export const endOfKeys = (key: string): string => key + ([...key].length > 1 ? '\u{10ffff}' : '\u{1}');

/**
 * The records of the candidates, the most used first; each with every filter that it can stand for and that leaves a
 * statement, the speaker first. A record behind which there is no statement is offered once.
 */
export function completionsOf(
  candidates: readonly Candidate[],
  totals: readonly FacetTotal[],
  key: string,
  limit: number,
): Completion[] {
  const countOf = new Map(totals.map(({ facet, value, documents }) => [`${facet} ${value}`, documents]));
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const record = `${candidate.kind} ${candidate.id}`;
    const known = best.get(record);
    if (!known || compareForms(candidate, known, key) < 0) best.set(record, candidate);
  }
  return [...best.values()]
    .map((candidate) => completionsFor(candidate, countOf))
    .sort((a, b) => most(b) - most(a) || compareRecords(a[0], b[0]))
    .flat()
    .slice(0, limit);
}

type Filters = [Completion, ...Completion[]];

function completionsFor({ kind, id, form }: Candidate, countOf: ReadonlyMap<string, number>): Filters {
  const all = filtersOf(kind).map((facet): Completion => {
    const value = filterValue(facet, kind, id);
    return { kind, id, form, facet, value, count: countOf.get(`${facet} ${value}`) ?? 0 };
  }) as Filters;
  const used = all.filter(({ count }) => count > 0);
  return used.length > 0 ? (used as Filters) : [all[0]];
}

const most = (filters: Filters): number => Math.max(...filters.map(({ count }) => count));

/** The form that is typed whole, then the shortest one. */
const compareForms = (one: Candidate, other: Candidate, key: string): number =>
  Number(other.key === key) - Number(one.key === key) ||
  [...one.form].length - [...other.form].length ||
  compare(one.form, other.form);

const compareRecords = (a: Completion, b: Completion): number =>
  compare(a.id, b.id) || compare(a.kind, b.kind);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
