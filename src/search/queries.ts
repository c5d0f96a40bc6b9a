// Finds documents of all kinds by words, and names by their beginnings.

import { scored } from '../database/matches.ts';
import type { Position, Search } from '../database/plan.ts';
import type { Prepare } from '../database/prepare.ts';
import type { Collection, Kind } from '../references.ts';

/** A document that was found, with its place in the order. */
export interface Found {
  collection: Collection;
  body: Buffer;
  position: Position;
}

/** One page of finds over these collections, best first, and how many there are in all. */
export function searchDocuments(
  prepare: Prepare,
  search: Search & { kind: 'matching' },
  collections: readonly Collection[],
  after: Position | null,
  limit: number,
): { found: Found[]; total: number } {
  const { sql, values } = scored(search, { first: 0, last: Number.MAX_SAFE_INTEGER });
  const hits = `WITH hit AS MATERIALIZED (${sql})`;
  const among = 'JOIN document ON number = document WHERE collection IN (SELECT value FROM json_each(?))';
  const tie = "sort_key || ' ' || collection"; // a key is unique in its collection only
  const rest = after ? `AND (score > ? OR (score = ? AND ${tie} > ?))` : '';
  const query = `${hits} SELECT collection, body, ${tie} AS key, score FROM hit ${among} ${rest}
    ORDER BY score, key LIMIT ?`;
  const kinds = JSON.stringify(collections);
  const position = after ? [after.weight, after.weight, after.key] : [];
  const rows = prepare(query).all(...values, kinds, ...position, limit) as FoundRow[];
  const total = prepare(`${hits} SELECT count(*) FROM hit ${among}`)
    .pluck()
    .get(...values, kinds);
  return { found: rows.map(foundOf), total: Number(total) };
}

interface FoundRow {
  collection: Collection;
  body: Buffer;
  key: string;
  score: number;
}

const foundOf = ({ collection, body, key, score }: FoundRow): Found => ({
  collection,
  body,
  position: { key, weight: score },
});

/** A name that begins as was typed, with how many statements each filter that it could stand for leaves. */
export interface Completion {
  kind: Kind;
  id: string;
  form: string;
  facet: string;
  count: number;
}

/** So many names that begin alike are weighed against each other; bounds what one letter more may cost. */
const mostWeighed = 2_000;

/**
 * Names of which a word begins with the key, the most used first. Of the filters that a thing could stand for, the one
 * that leaves the most statements.
 */
export function completions(
  prepare: Prepare,
  key: string,
  kinds: readonly Kind[],
  limit: number,
): Completion[] {
  const query = `
    WITH candidate AS MATERIALIZED (
      SELECT kind, id, form, key FROM suggestion
      WHERE key >= ? AND key < ? AND kind IN (SELECT value FROM json_each(?)) LIMIT ${mostWeighed}
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
  return prepare(query).all(...bounds, JSON.stringify(standsFor), key, limit) as Completion[];
}

/** The filters of /statements that a thing of each kind can stand for. */
const standsFor = [
  ['person', 'speaker'],
  ['person', 'addressee'],
  ['person', 'mention'],
  ['organization', 'speaker'],
  ['organization', 'outlet'],
  ['organization', 'addressee'],
  ['organization', 'mention'],
  ['place', 'place'],
  ['place', 'mention'],
  ['topic', 'topic'],
  ['event', 'event'],
  ['event', 'mention'],
];
