// Makes the columns of facets by which many documents are counted, and holds those that are asked for most.
import { LRUCache } from 'lru-cache';
import { countedIn, sizeOfVisit } from '../../combining/column-counts.ts';
import {
  type Columns,
  columnBytes,
  columnOf,
  type FacetColumn,
  heldColumnBytes,
  isWorthColumn,
} from '../../combining/facet-columns.ts';
import type { Counted } from '../../combining/facets.ts';
import type { DocIdRange, DocIdSet } from '../../doc-ids/doc-id-set.ts';
import { decode } from '../../doc-ids/encoding.ts';
import type { Collection } from '../../records/kinds.ts';
import type { Prepare } from '../prepare.ts';

/** Gives the columns with which a facet of a selection is counted. */
export type FacetColumns = (collection: Collection, counted: Counted) => Columns;

/** The columns of a state that does not change. */
export function facetColumnsOf(
  prepare: Prepare,
  range: (collection: Collection) => DocIdRange,
): FacetColumns {
  const held = new LRUCache<string, FacetColumn>({ maxSize: heldColumnBytes });

  /** The sets of a facet, read one by one: all of them together take several times the memory of their column. */
  function* setsOf(collection: Collection, facet: string): Generator<DocIdSet> {
    const terms = 'SELECT number FROM term WHERE collection = ? AND facet = ? ORDER BY documents DESC, value';
    const query = prepare('SELECT doc_ids FROM posting WHERE term = ?').pluck();
    for (const number of prepare(terms).pluck().all(collection, facet))
      yield decode(query.get(number) as Buffer);
  }

  function readColumn(collection: Collection, facet: string): FacetColumn {
    const column = columnOf(range(collection), setsOf(collection, facet));
    held.set(`${collection} ${facet}`, column, { size: columnBytes(column) });
    return column;
  }

  return (collection, counted) => {
    const found = new Map<string, FacetColumn | null>(); // of one request: none is forgotten while it counts
    return (facet) => {
      const among = countedIn(collection, counted, facet);
      const known = found.get(facet) ?? held.get(`${among} ${facet}`);
      const isWorth = () => isWorthColumn(sizeOfVisit(counted, facet), range(among));
      const column = known ?? (isWorth() ? readColumn(among, facet) : null);
      found.set(facet, column);
      return column;
    };
  };
}
