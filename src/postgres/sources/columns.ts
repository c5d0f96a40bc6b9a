// Fetches the sets of all terms of a facet and makes its column of them, where many documents are counted by it.
import { countedIn, sizeOfVisit } from '../../combining/column-counts.ts';
import {
  type Columns,
  columnBytes,
  columnOf,
  type FacetColumn,
  isWorthColumn,
} from '../../combining/facet-columns.ts';
import type { Counted } from '../../combining/facets.ts';
import type { TermIndex } from '../../combining/source.ts';
import { type DocIdSet, emptySet } from '../../doc-ids/doc-id-set.ts';
import { decode } from '../../doc-ids/encoding.ts';
import type { Collection } from '../../records/kinds.ts';
import { integerOf } from '../copy-fields.ts';
import { copyDocIds } from '../statements.ts';
import type { Version } from '../version.ts';

/** The columns of these facets that are held or worth making. */
export async function fetchColumns(
  version: Version,
  terms: TermIndex,
  collection: Collection,
  counted: Counted,
  facets: readonly string[],
): Promise<Columns> {
  const { columns } = version.held;
  const found = new Map<string, FacetColumn>();
  const fetched = facets.map(async (facet) => {
    const among = countedIn(collection, counted, facet);
    const known = columns.get(nameOf(among, facet));
    if (known) found.set(facet, known);
    else if (isWorthColumn(sizeOfVisit(counted, facet), version.range(among)))
      found.set(facet, await fetchColumn(version, terms, among, facet));
  });
  await Promise.all(fetched);
  return (facet) => found.get(facet) ?? null;
}

const nameOf = (collection: Collection, facet: string): string => `${collection} ${facet}`;

async function fetchColumn(
  version: Version,
  terms: TermIndex,
  collection: Collection,
  facet: string,
): Promise<FacetColumn> {
  const numbers = terms.numbers(collection, facet);
  const sets = new Map<number, DocIdSet>();
  if (numbers.length > 0) {
    for (const [number, bytes] of await version.reader.copy(copyDocIds([...numbers])))
      sets.set(integerOf(number), decode(bytes as Uint8Array));
  }
  const inOrder = Array.from(numbers, (number) => sets.get(number) ?? emptySet);
  const column = columnOf(version.range(collection), inOrder);
  version.held.columns.set(nameOf(collection, facet), column, { size: columnBytes(column) });
  return column;
}
