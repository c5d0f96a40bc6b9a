// Completes names: those of which a word begins as typed, with the filter of /statements that each stands for.
import { filtersOfKinds, mostCandidates } from '../combining/completions.ts';
import type { Kind } from '../records/references.ts';
import type { Completion } from '../store/hits.ts';
import type { Prepare } from './prepare.ts';

/** The most used first. Of the filters that a record can stand for, the one that leaves the most statements. */
export function completeName(
  prepare: Prepare,
  key: string,
  kinds: readonly Kind[],
  limit: number,
): Completion[] {
  const query = `
    WITH candidate AS MATERIALIZED (
      SELECT kind, id, form, key FROM suggestion
      WHERE key >= ? AND key < ? AND kind IN (SELECT value FROM json_each(?)) LIMIT ${mostCandidates}
    ),
    counted AS (
      SELECT candidate.kind, id, form, key, filter.facet, coalesce(documents, 0) AS count
      FROM candidate
      JOIN (SELECT json_extract(value, '$[0]') AS kind, json_extract(value, '$[1]') AS facet FROM json_each(?)) AS filter
        ON filter.kind = candidate.kind
      LEFT JOIN term ON collection = 'statements' AND term.facet = filter.facet AND term.value = id
    ),
    ranked AS (
      SELECT *, row_number() OVER (PARTITION BY kind, id ORDER BY count DESC, key = ? DESC, length(form), form, facet) AS place
      FROM counted
    )
    SELECT kind, id, form, facet, count FROM ranked WHERE place = 1
    ORDER BY count DESC, id, kind LIMIT ?`;
  const bounds = [key, `${key}\u{10ffff}`, JSON.stringify(kinds)];
  return prepare(query).all(...bounds, JSON.stringify(filtersOfKinds), key, limit) as Completion[];
}
