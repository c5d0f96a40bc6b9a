// Chance that comes out the same in every run: a small generator (mulberry32) with a seed of its own.

export interface Chance {
  /** A whole number from 0 up to, not including, the bound. */
  below(bound: number): number;
  /** One of the things. */
  one<T>(things: readonly T[]): T;
  /** Up to `most` different ones of the things, at least one. */
  some<T>(things: readonly T[], most: number): T[];
}

export function chance(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  const one = <T>(things: readonly T[]): T => {
    if (things.length === 0) throw new Error('there is nothing to choose from');
    return things[below(things.length)] as T;
  };
  return {
    below,
    one,
    some: (things, most) => [...new Set(Array.from({ length: 1 + below(most) }, () => one(things)))],
  };
}
