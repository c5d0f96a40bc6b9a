// Knows countries by name, capital and adjective in both languages.
import { z } from 'zod';
import { nameKey } from '../../text/name-key.ts';
import { readLexicon } from './lexicons.ts';

const lexicon = readLexicon(
  'countries',
  z.array(
    z.strictObject({
      code: z.string(),
      names: z.array(z.string()),
      capitals: z.array(z.string()),
      adjectives: z.array(z.string()),
    }),
  ),
);

const adjectives = new Map<string, string>();
const governments = new Map<string, { code: string; name: string }>();

for (const { code, names, capitals, adjectives: words } of lexicon) {
  for (const name of [...names, ...capitals])
    governments.set(nameKey(name), { code, name: names[0] ?? code });
  for (const word of words) for (const form of formsOf(word)) adjectives.set(nameKey(form), code);
}

/** الأميركي also as الأميركية, أميركي, أميركية, الأميركيين. */
function formsOf(word: string): string[] {
  if (!word.startsWith('ال')) return [word];
  const bare = word.slice(2);
  return [word, bare, ...['ة', 'ين', 'ون', 'تان', 'ان'].flatMap((ending) => [word + ending, bare + ending])];
}

/** The country of an adjective (الأميركي, Russian), or null. */
export function countryOfAdjective(word: string): string | null {
  return adjectives.get(nameKey(word)) ?? null;
}

/** The country whose government a name or a capital stands for (واشنطن, Moscow), or null. */
export function governmentOf(text: string): { code: string; name: string } | null {
  return governments.get(nameKey(text)) ?? null;
}
