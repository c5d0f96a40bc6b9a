// Finds the best documents of several collections for a search.
import { bestNumbers, partsOf, placeOf } from '../combining/found.ts';
import type { Collection } from '../records/kinds.ts';
import type { Hits } from '../store/hits.ts';
import type { Position } from '../store/plan.ts';
import type { RankableQuery } from '../text/query.ts';
import { keyNumbers } from './pages.ts';
import type { Snapshot } from './snapshot.ts';

/** The best documents, at most `limit` after a position, and the exact number of all. */
export function searchDocuments(
  snapshot: Snapshot,
  search: RankableQuery,
  collections: readonly Collection[],
  after: Position | null,
  limit: number,
): Hits {
  const position = after && {
    score: after.weight,
    docId: keyNumbers(snapshot).after(...partsOf(after.key)) - 1,
  };
  const { hits: best, total } = bestNumbers(snapshot, search, collections, position, limit);
  const query = snapshot.prepare('SELECT collection, sort_key AS key, body FROM document WHERE number = ?');
  const hits = best.map(({ docId, score }) => {
    const { collection, key, body } = query.get(docId) as Row;
    return { collection, body, position: { key: placeOf(collection, key), weight: score } };
  });
  return { hits, total };
}

interface Row {
  collection: Collection;
  key: string;
  body: Buffer;
}
