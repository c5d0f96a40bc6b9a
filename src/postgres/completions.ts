// Completes names: those of which a word begins as typed, with the filters of /statements that each stands for.
import {
  type Candidate,
  completionsOf,
  endOfKeys,
  type FacetTotal,
  mostCandidates,
  valuesOf,
} from '../combining/completions.ts';
import { type Kind, suggestedFilters } from '../records/kinds.ts';
import type { Completion } from '../store/hits.ts';
import * as statements from './statements.ts';
import type { Version } from './version.ts';

/** The most used first. */
export async function completeName(
  { reader }: Version,
  key: string,
  kinds: readonly Kind[],
  limit: number,
): Promise<Completion[]> {
  const bounds = [key, endOfKeys(key), kinds, mostCandidates];
  const candidates = await reader.rows<Candidate>(statements.suggestions, bounds);
  if (candidates.length === 0) return [];
  const totals = await reader.rows<FacetTotal>(statements.countsOfTerms, [
    suggestedFilters,
    valuesOf(candidates),
  ]);
  return completionsOf(candidates, totals, key, limit);
}
