// Finds documents of all kinds by words, and names by their beginnings.

import type { Position } from '../database/plan.ts';
import type { Prepare } from '../database/prepare.ts';
import type { Range } from '../database/snapshot.ts';
import type { Store } from '../database/store.ts';
import { type Collection, collectionOf, type Kind, kinds } from '../references.ts';
import type { Hit } from '../text-index/text-index.ts';
import type { RankableQuery } from '../text-index/text-query.ts';

/** A document that was found, with its place in the order. */
export interface Found {
  collection: Collection;
  body: Buffer;
  position: Position;
}

/** One page of finds over these collections, best first, and how many there are in all. */
export function searchDocuments(
  store: Store,
  search: RankableQuery,
  collections: readonly Collection[],
  after: Position | null,
  limit: number,
): { found: Found[]; total: number } {
  const position = after && { score: after.weight, docId: numberUpTo(store, after.key) };
  const pages = rangesOf(store, collections).map((range) =>
    store.textIndex.best(search, null, range, { after: position, limit }),
  );
  const hits = pages
    .flatMap((page) => page.hits)
    .sort((a, b) => a.score - b.score || a.docId - b.docId)
    .slice(0, limit);
  return { found: foundOf(store, hits), total: pages.reduce((sum, { total }) => sum + total, 0) };
}

/** The numbers of these collections, in as few ranges as can be: what lies between two of them has no words. */
function rangesOf({ range }: Store, wanted: readonly Collection[]): Range[] {
  const all = kinds
    .map((kind) => collectionOf[kind])
    .map((collection) => ({ ...range(collection), isWanted: wanted.includes(collection) }))
    .filter(({ first, last }) => first <= last)
    .sort((a, b) => a.first - b.first);
  const ranges: Range[] = [];
  for (const [at, { first, last, isWanted }] of all.entries()) {
    const before = ranges.at(-1);
    if (!isWanted) continue;
    if (before && all[at - 1]?.isWanted) before.last = last;
    else ranges.push({ first, last });
  }
  return ranges;
}

/** What a cursor holds of a document: a key is unique in its collection only. */
const placeOf = (collection: Collection, sortKey: string): string => `${collection} ${sortKey}`;

/** The number at a place or, where its document is gone, the one before it. */
function numberUpTo({ prepare, range }: Store, place: string): number {
  const [collection = '', ...key] = place.split(' ');
  const query =
    'SELECT number FROM document WHERE collection = ? AND sort_key <= ? ORDER BY sort_key DESC LIMIT 1';
  const found = prepare(query).pluck().get(collection, key.join(' ')) as number | undefined;
  return found ?? range(collection as Collection).first - 1;
}

function foundOf({ prepare }: Store, hits: readonly Hit[]): Found[] {
  const query = prepare('SELECT collection, sort_key, body FROM document WHERE number = ?');
  return hits.map(({ docId, score }) => {
    const { collection, sort_key, body } = query.get(docId) as DocumentRow;
    return { collection, body, position: { key: placeOf(collection, sort_key), weight: score } };
  });
}

interface DocumentRow {
  collection: Collection;
  sort_key: string;
  body: Buffer;
}

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
