// Holds the values of one facet document by document: many documents are counted by it without decoding all terms of each.
import { type Block, blockSize, offsetsOf } from '../doc-ids/block.ts';
import type { DocIdRange, DocIdSet } from '../doc-ids/doc-id-set.ts';

/**
 * The list of values that each document has. Many documents have the same list, so each list is stored once, as its last value and
 * the list before it (a trie). Values are their indexes among all terms of the facet.
 */
export interface FacetColumn {
  /** The number of the first document. */
  first: number;
  /** By document, the number of its list; 0 is the empty list. */
  lists: Uint8Array | Uint16Array | Uint32Array;
  /** By list, its last value. */
  values: Uint32Array;
  /** By list, the list without that value; it has a lower number. */
  parents: Uint32Array;
}

/** The columns of the facets that are counted; null for a facet for which the forward index is read instead. */
export type Columns = (facet: string) => FacetColumn | null;

/** Bounds the columns that a store holds in each thread, in bytes: those of ten facets of a million statements and two million renditions. */
export const heldColumnBytes = 48 * 1024 * 1024;

/** Documents of a collection that has columns, at most: beyond it the bound would hold too few of them. */
const mostDocuments = heldColumnBytes / 16;

/** The part of a collection from which on a column is made: an estimate. A column costs more than the first count, and less than a few. */
const worthColumn = 1 / 16;

/** Whether a column is made to count so many documents of a collection. */
export function isWorthColumn(documents: number, { first, last }: DocIdRange): boolean {
  const all = last - first + 1;
  return documents >= all * worthColumn && all <= mostDocuments;
}

/** Makes the column of a facet from the sets of its terms, in the order of the terms, which are of one collection. Holds one set at a time. */
export function columnOf({ first, last }: DocIdRange, sets: Iterable<DocIdSet>): FacetColumn {
  const lists = new Uint32Array(Math.max(last - first + 1, 0));
  const [values, parents] = [[0], [0]];
  const longer = [0]; // by list, the list that is longer by one value: the last one that was made of it
  let value = -1;
  for (const set of sets) {
    value += 1;
    eachOf(set, (number) => {
      const parent = lists[number - first] as number;
      let list = longer[parent] as number;
      if (list === 0 || values[list] !== value) {
        list = values.push(value) - 1;
        parents.push(parent);
        longer[parent] = list;
        longer.push(0);
      }
      lists[number - first] = list;
    });
  }
  return {
    first,
    lists: narrowed(lists, values.length),
    values: Uint32Array.from(values),
    parents: Uint32Array.from(parents),
  };
}

/** The numbers of so many lists in as few bytes each as will do. */
function narrowed(lists: Uint32Array, count: number): FacetColumn['lists'] {
  if (count <= 256) return new Uint8Array(lists);
  return count <= 65_536 ? new Uint16Array(lists) : lists;
}

/** The bytes of a column. */
export const columnBytes = ({ lists, values, parents }: FacetColumn): number =>
  lists.byteLength + values.byteLength + parents.byteLength;

/** By the index of each of so many values, how many of the documents have it. */
export function countValues(column: FacetColumn, documents: DocIdSet, size: number): Uint32Array {
  const { first, lists, values, parents } = column;
  const ofLists = new Uint32Array(values.length);
  eachOf(documents, (number) => {
    (ofLists[lists[number - first] as number] as number)++;
  });
  const counts = new Uint32Array(size);
  for (let list = values.length - 1; list > 0; list--) {
    const count = ofLists[list] as number;
    (counts[values[list] as number] as number) += count;
    (ofLists[parents[list] as number] as number) += count;
  }
  return counts;
}

/** Visits the values of each document that has any, as the first `count` numbers of an array that is used again. */
export function visitValues(
  { first, lists, values, parents }: FacetColumn,
  documents: DocIdSet,
  visit: (values: Uint32Array, count: number, document: number) => void,
): void {
  let found = new Uint32Array(64);
  eachOf(documents, (number) => {
    let count = 0;
    for (let list = lists[number - first] as number; list !== 0; list = parents[list] as number) {
      if (count === found.length) found = Uint32Array.from({ length: count * 2 }, (_, at) => found[at] ?? 0);
      found[count++] = values[list] as number;
    }
    if (count > 0) visit(found, count, number);
  });
}

function eachOf({ blockKeys, blocks }: DocIdSet, use: (number: number) => void): void {
  for (let at = 0; at < blocks.length; at++) {
    const base = (blockKeys[at] as number) * blockSize;
    const offsets = offsetsOf(blocks[at] as Block);
    for (let each = 0; each < offsets.length; each++) use(base + (offsets[each] as number));
  }
}
