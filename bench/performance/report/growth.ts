// Compares the rates at one count with those at a smaller one.
import type { LoadRow, Results } from '../results.ts';
import { number, table } from './words.ts';

/** At least this share of the rate may stay when there are five times as many statements. */
const least = 0.7;

/**
 * The rates at one million against those at five million, where both were measured. Two runs on one machine can differ by
 * a factor of two, so each rate counts as a share of its own run's ceiling.
 */
export function growthTable(all: readonly Results[]): string | null {
  const [small, large] = [1_000_000, 5_000_000].map((count) =>
    all.find(({ statements }) => statements === count),
  );
  if (!small || !large) return null;
  const rows = loads(large).flatMap((row) => {
    const before = loads(small).find(({ id }) => id === row.id);
    return before ? [rowOf(before, row)] : [];
  });
  const head = ['case', 'at 1 million', 'at 5 million', 'kept', 'target', 'met'];
  return rows.length === 0 ? null : table(head, rows, ['target', 'met']);
}

const loads = ({ rows }: Results): LoadRow[] => rows.filter((row): row is LoadRow => row.kind === 'load');

function rowOf(before: LoadRow, after: LoadRow): string[] {
  const kept = after.ofCeiling / before.ofCeiling;
  const met = kept >= least ? 'met' : '**not met**';
  const rates = [before, after].map(({ ours }) => number(ours.rate));
  return [after.title, ...rates, kept.toFixed(2), `at least ${least}`, met];
}
