// Reduces several rounds to one figure.
import type { Load } from '../load/load.ts';

/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** The median of each figure over the rounds; what went wrong in any of them stays. */
export const medianLoad = (rounds: readonly Load[]): Load => ({
  rate: median(rounds.map(({ rate }) => rate)),
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
  max: Math.max(...rounds.map(({ max }) => max)),
  answers: rounds.reduce((sum, { answers }) => sum + answers, 0),
  errors: rounds.reduce((sum, { errors }) => sum + errors, 0),
  repeated: rounds.some(({ repeated }) => repeated),
  stolen: Math.max(...rounds.map(({ stolen }) => stolen)),
});

/** How the rates of two that were loaded in turn compare: the median over the rounds, for the machine is another in each. */
export const medianRatio = (ones: readonly Load[], others: readonly Load[]): number =>
  median(ones.map(({ rate }, round) => rate / (others[round]?.rate ?? Number.NaN)));
