// Finds the best documents of several collections for a search, as numbers.
import type { DocIdRange } from '../doc-ids/doc-id-set.ts';
import { type Collection, collectionOf, kinds } from '../records/kinds.ts';
import type { RankableQuery } from '../text/query.ts';
import type { Hit } from '../text-index/text-index.ts';
import type { Source } from './source.ts';

/** The best documents, at most `limit` after a position, and the exact number of all. */
export function bestNumbers(
  source: Source,
  search: RankableQuery,
  collections: readonly Collection[],
  after: Hit | null,
  limit: number,
): { hits: Hit[]; total: number } {
  const pages = rangesOf(source, collections).map((range) =>
    source.textIndex.best(search, null, range, { after, limit }),
  );
  const hits = pages
    .flatMap((page) => page.hits)
    .sort((a, b) => a.score - b.score || a.docId - b.docId)
    .slice(0, limit);
  return { hits, total: pages.reduce((sum, { total }) => sum + total, 0) };
}

/** The collections that have words; others may lie between them. */
const withWords: readonly Collection[] = [...kinds.map((kind) => collectionOf[kind]), 'renditions'];

/** The numbers of these collections, in as few ranges as possible. */
function rangesOf({ range }: Source, wanted: readonly Collection[]): DocIdRange[] {
  const all = withWords
    .map((collection) => ({ ...range(collection), isWanted: wanted.includes(collection) }))
    .filter(({ first, last }) => first <= last)
    .sort((a, b) => a.first - b.first);
  const ranges: DocIdRange[] = [];
  for (const [at, { first, last, isWanted }] of all.entries()) {
    const before = ranges.at(-1);
    if (!isWanted) continue;
    if (before && all[at - 1]?.isWanted) before.last = last;
    else ranges.push({ first, last });
  }
  return ranges;
}

/** A sort key is unique in its collection only. */
export const placeOf = (collection: Collection, sortKey: string): string => `${collection} ${sortKey}`;

/** The collection and the sort key of a place. */
export function partsOf(place: string): [collection: Collection, sortKey: string] {
  const [collection = '', ...key] = place.split(' ');
  return [collection as Collection, key.join(' ')];
}
