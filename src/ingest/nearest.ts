// Finds the known value that somebody most likely meant.
import { distance } from 'fastest-levenshtein';

/** `; did you mean 'putin'?`, or nothing where no candidate is near enough. */
export function didYouMean(written: string, candidates: Iterable<string>): string {
  const best = nearest(written, candidates);
  return best === undefined ? '' : `; did you mean '${best}'?`;
}

/**
 * The candidate with the fewest letters changed, if that is no more than a third of what was written (and at least
 * one, so that short names can be mistyped too). A difference in capitals alone counts as half a letter.
 */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const lower = written.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(written.length / 3)) + 0.75;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - written.length) >= least) continue;
    const edits = distance(lower, candidate.toLowerCase()) + (candidate === written ? 0 : 0.5);
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}
