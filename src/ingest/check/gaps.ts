// Kinds of which not all records could be read, so that references to them cannot be judged.
import type { Kind } from '../../records/kinds.ts';

export class Gaps {
  readonly #kinds = new Set<Kind>();

  /** Notes that records of these kinds could not be read. */
  add(kinds: readonly Kind[]): void {
    for (const kind of kinds) this.#kinds.add(kind);
  }

  isIn(kinds: readonly Kind[]): boolean {
    return kinds.some((kind) => this.#kinds.has(kind));
  }
}
