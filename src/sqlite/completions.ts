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
import type { Prepare } from './prepare.ts';

const candidatesQuery = `
  SELECT kind, id, form, key FROM suggestion
  WHERE key >= ? AND key < ? AND kind IN (SELECT value FROM json_each(?)) LIMIT ${mostCandidates}`;

const totalsQuery = `
  SELECT facet, value, documents FROM term
  WHERE collection = 'statements' AND facet IN (SELECT value FROM json_each(?)) AND value IN (SELECT value FROM json_each(?))`;

/** The most used first. */
export function completeName(
  prepare: Prepare,
  key: string,
  kinds: readonly Kind[],
  limit: number,
): Completion[] {
  const bounds = [key, endOfKeys(key), JSON.stringify(kinds)];
  const candidates = prepare(candidatesQuery).all(...bounds) as Candidate[];
  if (candidates.length === 0) return [];
  const totals = prepare(totalsQuery).all(
    JSON.stringify(suggestedFilters),
    JSON.stringify(valuesOf(candidates)),
  );
  return completionsOf(candidates, totals as FacetTotal[], key, limit);
}
