// Draws pseudo-random numbers that are the same everywhere for the same seed, and skewed choices from lists.

/** The size of the table of a skewed choice: the rarest entry of a list of thousands still has a slot or two. */
const slots = 65_536;

/** Numbers that depend on the seed alone: a 32-bit xorshift (Marsaglia, 2003). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = mixed(seed) || 1; // from zero a xorshift never leaves
  }

  /** A whole number from 0 to below the bound; the bound is small against 2³². */
  below(bound: number): number {
    return Math.floor(this.#next() * bound);
  }

  /** A whole number from the least to the most, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True in this share of all cases. */
  chance(share: number): boolean {
    return this.#next() < share;
  }

  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T; // a list of choices is never empty
  }

  /** A number from 0 to below 1. */
  #next(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return (state >>> 0) / 2 ** 32;
  }
}

/** Spreads neighbouring seeds over all 32 bits, so that their streams do not resemble one another. */
function mixed(seed: number): number {
  let mix = Math.imul(seed + 0x6d2b79f5, 0x85ebca6b);
  mix ^= mix >>> 15;
  mix = Math.imul(mix, 0xc2b2ae35);
  return mix ^ (mix >>> 13);
}

/**
 * Chooses from a list so that the entry of rank k comes with weight 1 / (k + shift), after Zipf and Mandelbrot.
 * The shift flattens the top: with 0 the first of a few thousand entries takes a ninth of everything.
 */
export class Zipf<T> {
  readonly #table: T[] = [];

  constructor(list: readonly T[], shift = 0) {
    const weights = list.map((_, rank) => 1 / (rank + 1 + shift));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let upTo = 0;
    for (const [rank, entry] of list.entries()) {
      upTo += ((weights[rank] ?? 0) / total) * slots;
      while (this.#table.length < upTo) this.#table.push(entry);
    }
  }

  draw(random: Random): T {
    return this.#table[random.below(this.#table.length)] as T; // the table is full
  }

  /** Different entries, at most this many: where an entry is drawn twice, there are fewer. */
  some(random: Random, count: number): T[] {
    const drawn: T[] = [];
    for (let left = count; left > 0; left -= 1) {
      const entry = this.draw(random);
      if (!drawn.includes(entry)) drawn.push(entry);
    }
    return drawn;
  }
}
