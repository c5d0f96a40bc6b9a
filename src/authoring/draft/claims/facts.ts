// Finds facts that certain words tell: no agreement, no questions.
import { claimAt, type FoundClaim } from './claim.ts';
import { claimWords, eitherOf } from './lexicon.ts';

const FACTS = claimWords.facts.map(({ attribute, value, words }) => ({
  attribute,
  value,
  pattern: new RegExp(`(?<!\\p{L})(?:${eitherOf(words)})(?!\\p{L})`, 'iu'),
}));

/** Each fact of the lexicon that the sentence tells. */
export function facts(sentence: string): FoundClaim[] {
  return FACTS.flatMap(({ attribute, value, pattern }) => {
    const match = pattern.exec(sentence);
    return match === null ? [] : [claimAt(match, attribute, value)];
  });
}
