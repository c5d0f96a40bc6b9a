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

/** A shorter beginning is shared by chance. */
const shortestBeginning = 3;

/** The value of the entry that begins most like a text, if at least half of the text is its beginning; of equal ones the first. */
export function alikeEntry<T>(text: string, entries: Iterable<readonly [string, T]>): T | undefined {
  let best: T | undefined;
  let longest = Math.max(shortestBeginning, Math.ceil(text.length / 2)) - 1;
  for (const [candidate, value] of entries) {
    const shared = beginningOf(text, candidate);
    if (shared > longest) [best, longest] = [value, shared];
  }
  return best;
}

/** How many letters two texts begin with in common. */
function beginningOf(text: string, other: string): number {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  return at;
}
