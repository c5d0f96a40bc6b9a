// Finds how long a meeting lasted: 'nearly three hours', 'ساعتين و45 دقيقة'.
import { claimAt, type FoundClaim } from './claim.ts';
import { NEAR, NUMBER_WORDS, numberOf, precisionOf } from './numbers.ts';

const HOURS = new RegExp(
  `(?:(?<near>${NEAR})\\s+)?(?:(?<number>\\p{N}+|${NUMBER_WORDS})\\s+(?:ساعات|ساعة|hours?)|(?<dual>ساعتين|ساعتان))(?:\\s+و?(?:and\\s+)?(?<minutes>\\p{N}{1,2})\\s+(?:دقيقة|minutes))?`,
  'giu',
);

/** Durations in hours and minutes. */
export function durations(sentence: string): FoundClaim[] {
  return [...sentence.matchAll(HOURS)].flatMap((match): FoundClaim[] => {
    const groups = match.groups ?? {};
    const hours = numberOf(groups['number'] ?? groups['dual'] ?? '');
    if (hours === null) return [];
    const minutes = groups['minutes'] === undefined ? '' : `${numberOf(groups['minutes']) ?? 0}M`;
    const value = {
      type: 'duration',
      value: `PT${hours}H${minutes}`,
      precision: precisionOf(groups['near']),
    };
    return [claimAt(match, 'duration', value)];
  });
}
