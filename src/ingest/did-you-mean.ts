// The words of a hint.
import { nearest } from '../text/nearest.ts';

/** `; did you mean 'putin'?`, or nothing if no candidate is near. */
export function didYouMean(written: string, candidates: Iterable<string>): string {
  const best = nearest(written, candidates);
  return best === undefined ? '' : `; did you mean '${best}'?`;
}
