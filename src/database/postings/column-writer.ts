// Writes the columns of facets that have many terms, block by block as the documents come.
import type { Collection } from '../../references.ts';
import type { Database } from '../open.ts';
import { encodeColumn, mostWithoutColumns, type TermInBlock } from './columns.ts';

/** The terms of a facet that came so far, and how to find what they had in a block. */
export interface FacetTerms {
  collection: Collection;
  facet: string;
  /** How many there are. */
  size: number;
  /** Those with documents in the block that is being filled. */
  held(): TermInBlock[];
  /** What they have in blocks before it. */
  earlier(): Iterable<TermInBlock & { high: number }>;
}

/** Writes what there is to write of a block, the number of which is given; blocks come in ascending order. */
export type ColumnWriter = (facets: Iterable<FacetTerms>, high: number) => void;

/** Makes the writer of `facet_column`, which must be empty. */
export function columnWriter(database: Database): ColumnWriter {
  const insert = database.prepare('INSERT INTO facet_column VALUES (?, ?, ?, ?)');
  const wide = new Set<string>();
  return (facets, high) => {
    for (const { collection, facet, size, held, earlier } of facets) {
      if (size <= mostWithoutColumns) continue;
      const write = (at: number, terms: readonly TermInBlock[]): void => {
        if (terms.length > 0) insert.run(collection, facet, at, encodeColumn(terms));
      };
      const name = `${collection} ${facet}`;
      if (!wide.has(name)) for (const [at, terms] of byBlock(earlier())) write(at, terms);
      wide.add(name);
      write(high, held());
    }
  };
}

/** A facet becomes wide early, if at all; what it had before that is little. */
function byBlock(terms: Iterable<TermInBlock & { high: number }>): Map<number, TermInBlock[]> {
  const blocks = new Map<number, TermInBlock[]>();
  for (const { high, ...term } of terms) {
    const known = blocks.get(high);
    if (known) known.push(term);
    else blocks.set(high, [term]);
  }
  return blocks;
}
