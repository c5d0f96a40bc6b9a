// The words that tell facts of a meeting, from the lexicon.
import { z } from 'zod';
import { readLexicon } from '../lexicons.ts';

const words = z.array(z.string());

export const claimWords = readLexicon(
  'claims',
  z.strictObject({
    about: words,
    facts: z.array(
      z.strictObject({ attribute: z.string(), value: z.record(z.string(), z.unknown()), words }),
    ),
    counted: z.array(z.strictObject({ unit: z.string(), words })),
    attended: words,
  }),
);

/** A regular expression for one of several, the longest first. */
export function eitherOf(all: readonly string[]): string {
  return [...all].sort((one, other) => other.length - one.length).join('|');
}
