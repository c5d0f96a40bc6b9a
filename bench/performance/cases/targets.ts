// The targets of the issue, as functions of what was measured.
import type { Target } from '../results.ts';
import type { Found } from './loads.ts';

/** At least this share of what the bare route sends. */
export const ofCeiling =
  (share: number) =>
  ({ ofCeiling: reached }: Found): Target =>
    atLeast(share, reached, (ratio) => `${ratio.toFixed(2)} of the ceiling`);

/** At least so many times what the plain route answers. */
export const timesPlain =
  (times: number) =>
  ({ ofPlain: reached }: Found): Target =>
    atLeast(times, reached ?? Number.POSITIVE_INFINITY, (ratio) =>
      Number.isFinite(ratio)
        ? `${ratio.toFixed(1)} times the plain route`
        : 'the plain route gave no answer in time',
    );

/** The slowest of a hundred answers comes within so many milliseconds. */
export const slowest =
  (milliseconds: number) =>
  ({ ours: { p99 } }: Found): Target => ({
    text: `p99 under ${milliseconds} ms`,
    reached: `${p99.toFixed(1)} ms`,
    met: p99 < milliseconds,
  });

export const atLeast = (least: number, ratio: number, words: (ratio: number) => string): Target => ({
  text: `at least ${words(least)}`,
  reached: words(ratio),
  met: ratio >= least,
});

/** All of them. */
export const all =
  (...targets: ((found: Found) => Target)[]) =>
  (found: Found): Target[] =>
    targets.map((target) => target(found));
