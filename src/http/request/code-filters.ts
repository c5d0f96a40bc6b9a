// Filters by codes: how a code is told from a mistake, in any case, and the rows that several lists have.
import { isCountry, nearestCountry, nearestLanguage } from '../../records/codes.ts';
import { proofs, slug } from '../../records/fields.ts';
import type { Collection } from '../../records/kinds.ts';
import { canonicalTag, languageFault } from '../../records/languages.ts';
import type { Filter } from './filters.ts';

/** The filter by what a thing is, out of a closed set; `what` names the thing with its article. */
export const kindFilter = (what: string, kinds: readonly string[], example: string): Filter => ({
  param: 'kind',
  description: `Kind of ${what}: ${kinds.join(', ')}.`,
  example,
  values: oneOf(kinds),
});

/** The filter by what is proven against a text; `whose` says in a few words what of. */
export const proofFilter = (whose: string): Filter => ({
  param: 'proof',
  description: `${whose}: \`text\`; \`none\` if only a URL or a citation of the source is known.`,
  example: 'text',
  values: oneOf(proofs),
});

/** The filter by country; `whose` says in a few words what of. */
export const countryFilter = (whose: string, example: string): Filter => ({
  param: 'country',
  description: `${whose}, ISO 3166-1 alpha-2.`,
  example,
  values: { codes: countryCode, nearest: nearestCountry },
});

/** Values from a closed set of codes, in any case. */
export const oneOf = (closed: readonly string[]) => ({
  closed,
  codes: (value: string): string | null =>
    closed.includes(value.toLowerCase()) ? value.toLowerCase() : null,
});

/** Kebab-case names that are not a closed set, in any case. */
export const kebabCase = (value: string): string | null => {
  const read = slug.safeParse(value.toLowerCase());
  return read.success ? read.data : null;
};

/** ISO 3166-1 alpha-2 codes, in any case. */
const countryCode = (value: string): string | null =>
  isCountry(value.toUpperCase()) ? value.toUpperCase() : null;

/** BCP 47 tags, in any case; the answer is the canonical form. */
function languageCode(value: string): string | null {
  const tag = canonicalTag(value);
  return tag !== null && languageFault(tag) === null ? tag : null;
}

/** Languages as values: a tag stands for all that begin with it. */
export const languageValues: Filter['values'] = { codes: languageCode, nearest: nearestLanguage };

/** The filter by id, which every list has. */
export const idFilter = (collection: Collection, example: string): Filter => ({
  param: 'id',
  description: 'Only the items with these ids.',
  example,
  values: { idsOf: collection },
});
