// The facets of statements: which filters are counted, and what their values are called.
import type { Facet } from '../http/facets/facet.ts';
import { unstatedOutlet } from '../sources/schema.ts';

export const statementFacets: readonly Facet[] = [
  { name: 'speaker', values: { collections: ['people', 'organizations'] } },
  {
    name: 'outlet',
    values: { collections: ['outlets'], others: { [unstatedOutlet]: { en: 'Not stated', ar: 'غير مذكور' } } },
  },
  { name: 'topic', values: { collections: ['topics'] } },
  { name: 'place', values: { collections: ['places'] } },
  { name: 'event', values: { collections: ['events'] } },
  { name: 'source', values: { collections: ['sources'] } },
  { name: 'mode', values: { name: (code) => modeNames[code as keyof typeof modeNames] } },
  { name: 'language', values: { name: displayed('language') } },
  { name: 'country', values: { name: displayed('region') } },
  { name: 'month', values: { name: monthName } },
];

const modeNames = {
  direct: { en: 'Direct speech', ar: 'كلام مباشر' },
  mixed: { en: 'Mixed speech', ar: 'كلام مباشر في بعضه' },
  indirect: { en: 'Indirect speech', ar: 'كلام غير مباشر' },
};

/** Names of codes as Unicode CLDR has them. */
function displayed(type: 'language' | 'region'): (code: string) => { en: string; ar: string } {
  const en = new Intl.DisplayNames('en', { type });
  const ar = new Intl.DisplayNames('ar', { type });
  return (code) => ({ en: en.of(code) ?? code, ar: ar.of(code) ?? code });
}

/** `2025-08` is August 2025, in digits that every reader shares. */
function monthName(month: string): { en: string; ar: string } {
  const day = new Date(`${month}-01T00:00:00Z`);
  const format = (locale: string) =>
    new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(day);
  return { en: format('en'), ar: format('ar-u-nu-latn') };
}
