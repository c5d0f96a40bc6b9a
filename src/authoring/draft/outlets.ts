// Knows outlets by name: a lexicon of agencies, newspapers and broadcasters, and those of the record.
import { z } from 'zod';
import { outletKinds } from '../../resources/organizations/schema.ts';
import { nameKey } from '../../text/name-key.ts';
import { readLexicon } from './lexicons.ts';

const entry = z.strictObject({ id: z.string(), kind: z.enum(outletKinds), names: z.array(z.string()) });

/** An outlet of the lexicon: the id and the kind under which it is drafted, and its names in both languages. */
export type Outlet = z.infer<typeof entry>;

const lexicon = readLexicon('outlets', z.array(entry));

const byKey = new Map(lexicon.flatMap((outlet) => outlet.names.map((name) => [nameKey(name), outlet.id])));
const byId = new Map(lexicon.map((outlet) => [outlet.id, outlet]));

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

/** The lexicon's entry of an id that outletId gave, or null. */
export function outletOf(id: string): Outlet | null {
  return byId.get(id) ?? null;
}
