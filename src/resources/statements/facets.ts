// The facets of statements and of their renditions: which filters are counted, and what their values are called.

import { LRUCache } from 'lru-cache';
import type { Facet } from '../../http/lists/facets/facet.ts';
import { collectionOf, speakingKinds } from '../../records/kinds.ts';
import { unstatedOutlet } from '../organizations/schema.ts';

/** So many codes of a kind are remembered with their names. */
const mostRemembered = 1_000;

const speakers = speakingKinds.map((kind) => collectionOf[kind]);

const outlets: Facet['values'] = {
  collections: ['outlets'],
  others: { [unstatedOutlet]: { en: 'No outlet named', ar: 'لم تُذكر' } },
};

export const statementFacets: readonly Facet[] = [
  { name: 'speaker', values: { collections: speakers } },
  { name: 'outlet', values: outlets },
  { name: 'publisher', values: outlets },
  { name: 'via', values: outlets },
  { name: 'topic', values: { collections: ['topics'] } },
  { name: 'addressee', values: { collections: speakers } },
  { name: 'mention', values: { withKind: true } },
  { name: 'place', values: { collections: ['places'] } },
  { name: 'event', values: { collections: ['events'] } },
  { name: 'source', values: { collections: ['sources'] } },
  { name: 'mode', values: { name: (code) => modeNames[code as keyof typeof modeNames] } },
  { name: 'cue', values: { name: asWritten } },
  { name: 'proof', values: { name: (code) => proofNames[code as keyof typeof proofNames] } },
  { name: 'language', values: { name: displayed('language') } },
  { name: 'country', values: { name: displayed('region') } },
  { name: 'month', values: { name: inBoth(monthsOf) } },
];

const modeNames = {
  direct: { en: 'Direct speech', ar: 'كلام مباشر' },
  mixed: { en: 'Mixed speech', ar: 'كلام مباشر جزئيا' },
  indirect: { en: 'Indirect speech', ar: 'كلام غير مباشر' },
};

/** A word is its own name in every language. */
function asWritten(word: string): { en: string; ar: string } {
  return { en: word, ar: word };
}

const proofNames = {
  text: { en: 'Proven against the text', ar: 'مثبت من النص' },
  none: { en: 'Without a text', ar: 'بلا نص' },
};

/** Names of codes as Unicode CLDR has them. */
function displayed(type: 'language' | 'region'): (code: string) => { en: string; ar: string } {
  return inBoth((locale) => {
    const names = new Intl.DisplayNames(locale, { type });
    return (code) => names.of(code) as string; // what has no name is given as it is (ECMA-402, fallback "code")
  });
}

/** `2025-08` is August 2025, in digits that every reader shares. */
function monthsOf(locale: string): (month: string) => string {
  const format = new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
    numberingSystem: 'latn',
  });
  return (month) => format.format(new Date(`${month}-01T00:00:00Z`));
}

/** What has the words of a locale takes longer to make than a hundred names: it is made once, when first asked for. */
function inBoth(
  make: (locale: string) => (code: string) => string,
): (code: string) => { en: string; ar: string } {
  let both: { en: (code: string) => string; ar: (code: string) => string } | null = null;
  const known = new LRUCache<string, { en: string; ar: string }>({ max: mostRemembered });
  return (code) => {
    both ??= { en: make('en'), ar: make('ar') };
    const name = known.get(code) ?? { en: both.en(code), ar: both.ar(code) };
    known.set(code, name);
    return name;
  };
}
