// Finds places of the record where the meeting was held: 'في قاعدة ...', 'in Anchorage'.

import type { Names } from '../names.ts';
import type { FoundClaim } from './claim.ts';

const IN_PLACE =
  /(?:^|\s)(?:في|ب|بقاعدة|بمدينة|بولاية|in|at)\s+((?:\p{L}|[-'’_])+(?:\s(?:\p{L}|[-'’_])+){0,3})/giu;

/** The attribute under which the record compares a place of a kind. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  base: 'venue',
  building: 'venue',
  city: 'city',
  region: 'region',
};

/** Places of the record after a word of place. */
export function places(sentence: string, names: Names): FoundClaim[] {
  return [...sentence.matchAll(IN_PLACE)].flatMap((match): FoundClaim[] => {
    const words = match[1] ?? '';
    const place = names.allIn(words).find(({ kind }) => kind === 'place');
    if (place === undefined) return [];
    const start = match.index + match[0].length - words.length;
    const attribute = ATTRIBUTES[place.placeKind ?? ''] ?? 'place';
    const value = { type: 'reference', value: `place/${place.id}` };
    return [{ start, end: start + words.length, attribute, value }];
  });
}
