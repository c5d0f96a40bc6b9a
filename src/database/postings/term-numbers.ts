// Numbers filter terms in the order in which they first come, for documents that are made apart from where they are written.
import type { Collection } from '../../references.ts';
import { mapUnder } from './map-under.ts';

/** A term by what it says. */
export type NewTerm = readonly [collection: Collection, facet: string, value: string];

/** What it holds grows with the terms. Numbers begin at 1. */
export class TermNumbers {
  readonly #known = new Map<Collection, Map<string, Map<string, number>>>();
  #fresh: NewTerm[] = [];
  #count = 0;

  of(collection: Collection, facet: string, value: string): number {
    const values = mapUnder(mapUnder(this.#known, collection), facet);
    const known = values.get(value);
    if (known !== undefined) return known;
    this.#fresh.push([collection, facet, value]);
    this.#count += 1;
    values.set(value, this.#count);
    return this.#count;
  }

  /** The terms that were numbered since this was asked last, in the order of their numbers. */
  takeFresh(): NewTerm[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }
}
