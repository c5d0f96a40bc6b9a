// Completes names: those of which a word begins as typed, with the filter of /statements that each stands for.
import { filtersOfKinds, mostCandidates } from '../combining/completions.ts';
import type { Kind } from '../records/references.ts';
import type { Completion } from '../store/hits.ts';
import * as statements from './statements.ts';
import type { Version } from './version.ts';

interface Candidate {
  kind: Kind;
  id: string;
  form: string;
  key: string;
}

/** The most used first. Of the filters that a record can stand for, the one that leaves the most statements. */
export async function completeName(
  { reader }: Version,
  key: string,
  kinds: readonly Kind[],
  limit: number,
): Promise<Completion[]> {
  const candidates = await reader.rows<Candidate>(statements.suggestions, [
    key,
    `${key}\u{10ffff}`,
    kinds,
    mostCandidates,
  ]);
  const filters = filtersOfKinds.filter(([kind]) => candidates.some((candidate) => candidate.kind === kind));
  const counts = await reader.rows<{ facet: string; value: string; documents: number }>(
    statements.countsOfTerms,
    [[...new Set(filters.map(([, facet]) => facet))], [...new Set(candidates.map(({ id }) => id))]],
  );
  const countOf = new Map(counts.map(({ facet, value, documents }) => [`${facet} ${value}`, documents]));
  const best = new Map<string, Completion & { key: string }>();
  for (const candidate of candidates) {
    for (const [kind, facet] of filters) {
      if (kind !== candidate.kind) continue;
      const completion = { ...candidate, facet, count: countOf.get(`${facet} ${candidate.id}`) ?? 0 };
      const place = `${kind} ${candidate.id}`;
      const known = best.get(place);
      if (!known || isBetter(completion, known, key)) best.set(place, completion);
    }
  }
  return [...best.values()]
    .sort((a, b) => b.count - a.count || compare(a.id, b.id) || compare(a.kind, b.kind))
    .slice(0, limit)
    .map(({ kind, id, form, facet, count }) => ({ kind, id, form, facet, count }));
}

type Ranked = Completion & { key: string };

/** The filter with the most statements, then the form that is typed whole, then the shortest form. */
function isBetter(one: Ranked, other: Ranked, key: string): boolean {
  const order =
    other.count - one.count ||
    Number(other.key === key) - Number(one.key === key) ||
    [...one.form].length - [...other.form].length ||
    compareBytes(one.form, other.form) ||
    compare(one.facet, other.facet);
  return order < 0;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** As SQLite compares text. */
const compareBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
