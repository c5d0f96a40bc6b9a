// Finds the best documents of several collections for a search.
import { type Collection, collectionOf, kinds } from '../records/references.ts';
import type { Hits } from '../store/hits.ts';
import type { Position } from '../store/plan.ts';
import type { RankableQuery } from '../text/query.ts';
import type { Range, Snapshot } from './snapshot.ts';

/** The best documents, at most `limit` after a position, and the exact number of all. */
export function searchDocuments(
  snapshot: Snapshot,
  search: RankableQuery,
  collections: readonly Collection[],
  after: Position | null,
  limit: number,
): Hits {
  const position = after && { score: after.weight, docId: numberUpTo(snapshot, after.key) };
  const pages = rangesOf(snapshot, collections).map((range) =>
    snapshot.textIndex.best(search, null, range, { after: position, limit }),
  );
  const best = pages
    .flatMap((page) => page.hits)
    .sort((a, b) => a.score - b.score || a.docId - b.docId)
    .slice(0, limit);
  const query = snapshot.prepare('SELECT collection, sort_key AS key, body FROM document WHERE number = ?');
  const hits = best.map(({ docId, score }) => {
    const { collection, key, body } = query.get(docId) as Row;
    return { collection, body, position: { key: placeOf(collection, key), weight: score } };
  });
  return { hits, total: pages.reduce((sum, { total }) => sum + total, 0) };
}

interface Row {
  collection: Collection;
  key: string;
  body: Buffer;
}

/** The numbers of these collections, in as few ranges as possible: collections between two of them have no words. */
function rangesOf({ range }: Snapshot, wanted: readonly Collection[]): Range[] {
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

/** A sort key is unique in its collection only. */
const placeOf = (collection: Collection, sortKey: string): string => `${collection} ${sortKey}`;

/** The number of the document at a place or, where it is gone, of the one before. */
function numberUpTo({ prepare, range }: Snapshot, place: string): number {
  const [collection = '', ...key] = place.split(' ');
  const query =
    'SELECT number FROM document WHERE collection = ? AND sort_key <= ? ORDER BY sort_key DESC LIMIT 1';
  const found = prepare(query).pluck().get(collection, key.join(' ')) as number | undefined;
  return found ?? range(collection as Collection).first - 1;
}
