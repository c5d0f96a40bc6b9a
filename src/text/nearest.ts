// Finds the value that was most likely meant by one that is mistyped.
import { distance } from 'fastest-levenshtein';

/** The candidate with the fewest letters changed (Levenshtein), if these are at most a third; of equal ones the first. */
export const nearest = (text: string, candidates: Iterable<string>): string | undefined =>
  nearestEntry(text, pairs(candidates));

function* pairs(candidates: Iterable<string>): Generator<[string, string]> {
  for (const candidate of candidates) yield [candidate, candidate];
}

/** The same where each candidate stands for a value: returns the value. */
export function nearestEntry<T>(text: string, entries: Iterable<readonly [string, T]>): T | undefined {
  let best: T | undefined;
  let fewest = Math.ceil(text.length / 3) + 1;
  for (const [candidate, value] of entries) {
    if (Math.abs(candidate.length - text.length) >= fewest) continue;
    const changed = distance(text, candidate);
    if (changed < fewest) [best, fewest] = [value, changed];
  }
  return best;
}
