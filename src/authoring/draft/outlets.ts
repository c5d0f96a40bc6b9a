// Knows outlets by name: a lexicon of agencies, newspapers and broadcasters, and those of the record.
import { z } from 'zod';
import { nameKey } from '../../text/name-key.ts';
import { readLexicon } from './lexicons.ts';

const lexicon = readLexicon(
  'outlets',
  z.array(z.strictObject({ id: z.string(), names: z.array(z.string()) })),
);

const byKey = new Map(lexicon.flatMap(({ id, names }) => names.map((name) => [nameKey(name), id] as const)));

/** The id under which an outlet is drafted, or null where the name is no outlet's. */
export function outletId(text: string): string | null {
  const key = nameKey(text);
  const words = key.split(' ');
  for (let from = 0; from < words.length; from += 1)
    for (let to = words.length; to > from; to -= 1) {
      const name = words.slice(from, to).join(' ');
      const id =
        byKey.get(name) ??
        byKey.get(name.replace(/^(?:[وبل]ا?ل?|لل)(?=.{3})/u, '')) ??
        byKey.get(name.replace(/^ل/, 'ا'));
      if (id !== undefined) return id;
    }
  return null;
}

export function isOutletName(text: string): boolean {
  return outletId(text) !== null;
}
