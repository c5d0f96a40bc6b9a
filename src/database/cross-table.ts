// Counts how many documents of a selection carry each pair of values of two facets.
import type { Selection } from './plan.ts';
import type { Terms } from './postings/reader.ts';
import { selected } from './selected.ts';
import type { Snapshot } from './snapshot.ts';

/** Documents that carry a value of each of two facets. */
export interface PairCount {
  values: [string, string];
  count: number;
}

/** All pairs of values of two facets that occur together, most frequent first, ties by the values. */
export function countPairs(
  snapshot: Snapshot,
  selection: Selection,
  [one, other]: readonly [string, string],
): PairCount[] {
  const { terms } = snapshot;
  const [ones, others] = [new TermsOfFacet(terms, one), new TermsOfFacet(terms, other)];
  const counts = new Map<number, number>();
  const width = terms.numbered.end; // so that a pair of term numbers is one number, which stays exact below 94 million terms
  terms.eachDocument(selected(snapshot, selection), (found, length) => {
    ones.take(found, length);
    others.take(found, length);
    for (const a of ones.taken) {
      for (const b of others.taken) {
        const pair = a * width + b;
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
    }
  });
  const pairs = [...counts].map(([pair, count]): PairCount => {
    return { values: [ones.value(Math.floor(pair / width)), others.value(pair % width)], count };
  });
  return pairs.sort(byCountAndValues);
}

/** Picks the terms of one facet from those of a document. */
class TermsOfFacet {
  /** The numbers of those that the document has, which was given last. */
  readonly taken: number[] = [];
  readonly #terms: Terms;
  readonly #facet: string;
  /** The values of terms that were met; null for those of other facets. */
  readonly #values = new Map<number, string | null>();

  constructor(terms: Terms, facet: string) {
    this.#terms = terms;
    this.#facet = facet;
  }

  take(found: Uint32Array, length: number): void {
    this.taken.length = 0;
    for (let at = 0; at < length; at++) {
      const number = found[at] as number;
      if (this.#valueOf(number) !== null) this.taken.push(number);
    }
  }

  /** What a term says that was taken. */
  value(number: number): string {
    return this.#valueOf(number) as string;
  }

  #valueOf(number: number): string | null {
    const known = this.#values.get(number);
    if (known !== undefined) return known;
    const [term] = this.#terms.numbered.at([number]);
    const own = term?.facet === this.#facet ? term.value : null;
    this.#values.set(number, own);
    return own;
  }
}

const byCountAndValues = (a: PairCount, b: PairCount): number =>
  b.count - a.count || compare(a.values[0], b.values[0]) || compare(a.values[1], b.values[1]);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
