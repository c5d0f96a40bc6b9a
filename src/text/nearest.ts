// The nearest of some texts to one that was mistyped.
import { distance } from 'fastest-levenshtein';

/** The nearest by Levenshtein distance, where at most a third of the letters differ. */
export function closest(key: string, known: Iterable<readonly [key: string, id: string]>): string | null {
  let best: { id: string; away: number } | null = null;
  for (const [candidate, id] of known) {
    if (Math.abs(candidate.length - key.length) >= (best?.away ?? Infinity)) continue;
    const away = distance(key, candidate);
    if (away <= Math.ceil(key.length / 3) && away < (best?.away ?? Infinity)) best = { id, away };
  }
  return best?.id ?? null;
}
