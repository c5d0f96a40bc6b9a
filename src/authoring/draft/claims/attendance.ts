// Finds who was there: people of the record after 'attended by', 'بحضور'.

import type { Names } from '../names.ts';
import type { FoundClaim } from './claim.ts';
import { claimWords, eitherOf } from './lexicon.ts';

const ATTENDED = new RegExp(`(?<!\\p{L})(?:${eitherOf(claimWords.attended)})\\s+([^.؛;]{3,240})`, 'iu');

/** A claim for each person of the record who is named after the words. */
export function attendance(sentence: string, names: Names): FoundClaim[] {
  const match = ATTENDED.exec(sentence);
  if (match === null) return [];
  const words = match[1] ?? '';
  const end = match.index + match[0].trimEnd().length;
  return names
    .allIn(words)
    .filter(({ kind }) => kind === 'person')
    .map(({ id }) => ({
      start: match.index,
      end,
      attribute: 'participant',
      value: { type: 'reference', value: `person/${id}` },
    }));
}
