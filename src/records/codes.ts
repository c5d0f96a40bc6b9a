// Codes of countries and languages: which there are, and which one was most likely meant.
import { nearest, nearestEntry } from '../text/nearest.ts';

/** Officially assigned codes of ISO 3166-1 alpha-2. `UK`, `EU` and `ZZ` are none: they are reserved, or for private use. */
const countries = new Set(
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH
  CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN
  GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI
  LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM
  PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD
  TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`.split(
    /\s+/,
  ),
);

/** Whether a code, in capital letters, is one of a country. */
export const isCountry = (code: string): boolean => countries.has(code);

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** The code that took the place of an old or unofficial one (`UK` is `GB`), of the country of a name, or of the most like letters. */
export function nearestCountry(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  const canonical = canonicalRegion(code);
  if (canonical !== undefined && countries.has(canonical)) return canonical;
  if (code.length > 2) return nearestEntry(text.trim().toLowerCase(), namesOf('region'));
  const alike = [...countries].sort((a, b) => Number(b[0] === code[0]) - Number(a[0] === code[0]));
  return nearest(code, alike);
}

/** The tag of the language of a name, or the canonical form of another tag: `eng` is `en`, `iw` is `he`. */
export function nearestLanguage(text: string): string | undefined {
  const tag = text.trim().toLowerCase();
  const names = namesOf('language');
  const codes = names.map(([, code]) => code);
  return canonicalLanguage(tag) ?? nearestEntry(tag, names) ?? nearest(tag, codes);
}

function canonicalRegion(code: string): string | undefined {
  return /^[A-Z]{2,3}$/.test(code) ? tolerant(() => new Intl.Locale(`und-${code}`).region) : undefined;
}

function canonicalLanguage(tag: string): string | undefined {
  const canonical = tolerant(() => Intl.getCanonicalLocales(tag)[0]);
  return canonical !== undefined && canonical !== tag && languageNames.of(canonical) ? canonical : undefined;
}

/** The result; nothing where a text is not even shaped like a tag, for which Intl throws. */
function tolerant(read: () => string | undefined): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** Tags of two letters (ISO 639-1) that there are. */
const languageCodes = (): string[] =>
  letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((tag) => languageNames.of(tag) !== undefined);

type Names = [name: string, code: string][];

/** The names by type: they are made when first asked for, as all of them take milliseconds. */
const made: { region?: Names; language?: Names } = {};

/** English and Arabic names in small letters, with their codes. */
function namesOf(type: 'region' | 'language'): Names {
  made[type] ??= ['en', 'ar'].flatMap((locale) => {
    const names = new Intl.DisplayNames(locale, { type });
    const codes = type === 'region' ? [...countries] : languageCodes();
    return codes.map((code): [string, string] => [String(names.of(code)).toLowerCase(), code]);
  });
  return made[type];
}
