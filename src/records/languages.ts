// Language tags (BCP 47): which are valid, and how each is written.
import { createRequire } from 'node:module';

/** What the registry of subtags knows a subtag as: `{ ar: { language: 53 } }`. */
type Registry = Readonly<Record<string, Readonly<Record<string, number>> | undefined>>;

let registry: Registry | undefined;

/** IANA's registry of subtags. It is read with the first tag. */
function subtags(): Registry {
  registry ??= createRequire(import.meta.url)('language-subtag-registry/data/json/index.json') as Registry;
  return registry;
}

/** Languages for private use (RFC 5646, 2.2.1). */
const privateUse = /^q[a-t][a-z]$/;

/** Tags without fault: to check one takes longer than all other checks of a record. */
const checked = new Set<string>();
const maxChecked = 10_000;

/** Why a text is no language tag in its canonical form (RFC 5646, 4.5), with the way out; null where it is one. */
export function languageFault(tag: string): string | null {
  if (checked.has(tag)) return null;
  const fault = faultOf(tag);
  if (fault === null && checked.size < maxChecked) checked.add(tag);
  return fault;
}

function faultOf(tag: string): string | null {
  const canonical = canonicalTag(tag.replaceAll('_', '-'));
  if (canonical === null) return "expected a BCP 47 tag such as 'ar' or 'zh-Hans'";
  const { language, script, region } = new Intl.Locale(canonical);
  const unknown =
    (!privateUse.test(language) && unknownSubtag('language', language)) ||
    unknownSubtag('script', script) ||
    unknownSubtag('region', region);
  if (unknown) return `${unknown}; expected a BCP 47 tag such as 'ar' or 'zh-Hans'`;
  return canonical === tag ? null : `expected the canonical form '${canonical}'`;
}

const unknownSubtag = (type: string, subtag: string | undefined): string | null =>
  subtag === undefined || subtags()[subtag.toLowerCase()]?.[type] !== undefined
    ? null
    : `no known ${type} '${subtag}'`;

/** The canonical form of a tag in any case; null where it is not shaped like one. */
export function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** The ranges that a tag lies in (RFC 4647, basic filtering): `zh-Hant-TW` is found by itself, by `zh-Hant` and by `zh`. */
export function languageRanges(tag: string): string[] {
  const parts = tag.split('-');
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('-'));
}

/** Scripts that run from right to left, by ISO 15924. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

type Direction = 'ltr' | 'rtl';

/** Directions that were worked out: a page asks for each of its texts, and the records have few languages. */
const directions = new Map<string, Direction>();

/** The direction of a language of the records, by the script that it is written in (CLDR, likely subtags). */
export function directionOf(language: string): Direction {
  const known = directions.get(language);
  if (known) return known;
  const direction = rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
  directions.set(language, direction);
  return direction;
}
