// Finds the known value that somebody most likely meant.
import { distance } from 'fastest-levenshtein';

/** `; did you mean 'putin'?`, or nothing where no candidate is near enough. */
export function didYouMean(written: string, candidates: Iterable<string>): string {
  const best = nearest(written, candidates);
  return best === undefined ? '' : `; did you mean '${best}'?`;
}

/**
 * The candidate with the fewest letters changed, if they are few for the length of what was written: one of three, two
 * of up to eight (as when two change places), a third of anything longer. A capital counts as half a letter.
 */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = editsAllowed(written.length) + 0.75;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - written.length) >= least) continue;
    const letters = distance(written.toLowerCase(), candidate.toLowerCase());
    const edits = (letters + distance(written, candidate)) / 2;
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

const editsAllowed = (length: number): number => (length <= 3 ? 1 : Math.max(2, Math.floor(length / 3)));
