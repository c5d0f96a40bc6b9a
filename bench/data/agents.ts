// Makes people, organizations that speak, and outlets.
import { type OrganizationRecord, outletKinds } from '../../src/resources/organizations/schema.ts';
import type { PersonRecord } from '../../src/resources/people/schema.ts';
import { idOf, type Name, personName, syllabic } from './names.ts';
import type { Random } from './random.ts';

const countryCodes = [
  ...[
    'US',
    'RU',
    'UA',
    'CN',
    'DE',
    'FR',
    'GB',
    'TR',
    'SA',
    'AE',
    'QA',
    'EG',
    'IN',
    'JP',
    'KR',
    'IT',
    'ES',
    'PL',
  ],
  ...[
    'FI',
    'SE',
    'NO',
    'NL',
    'BE',
    'HU',
    'RO',
    'BG',
    'GR',
    'RS',
    'IL',
    'IR',
    'IQ',
    'JO',
    'KW',
    'OM',
    'PK',
    'KZ',
  ],
  ...['BR', 'MX', 'CA', 'ZA'],
] as const;

const countryOf = (at: number): string => countryCodes[at % countryCodes.length] as string;

export function person(at: number, bodies: readonly OrganizationRecord[], random: Random): PersonRecord {
  const { name, family } = personName(at);
  const role = {
    title: { en: 'Envoy', ar: 'مبعوث' },
    organization: random.one(bodies).id,
    from: String(2000 + random.below(18)),
    to: null,
  };
  return {
    id: idOf(name),
    formerly: [],
    name: { ...name },
    aliases: [family.en, family.ar],
    roles: at % 3 === 0 ? [role] : [],
    country: countryOf(random.below(countryCodes.length)),
    wikidata: at % 2 === 0 ? `Q${900_000_000 + at}` : null,
  };
}

const bodyKinds = [
  { kind: 'ministry', en: 'Ministry', ar: 'وزارة' },
  { kind: 'government', en: 'Government', ar: 'حكومة' },
  { kind: 'company', en: 'Company', ar: 'شركة' },
  { kind: 'party', en: 'Party', ar: 'حزب' },
  { kind: 'alliance', en: 'Alliance', ar: 'تحالف' },
] as const;

export function body(at: number): OrganizationRecord {
  const { kind, en, ar } = bodyKinds[at % bodyKinds.length] as (typeof bodyKinds)[number];
  return organization(at, kind, titled(syllabic(at + 300, 3, '', ''), en, ar));
}

export function outlet(at: number): OrganizationRecord {
  const kind = outletKinds[at % outletKinds.length] as (typeof outletKinds)[number];
  return organization(at, kind, titled(syllabic(at * 5 + 700, 3, 's', 'س'), 'News', 'أخبار'));
}

/** `Batudi News` and `أخبار باتودي`: the kind comes last in English and first in Arabic. */
const titled = (name: Name, en: string, ar: string): Name => ({
  en: `${name.en} ${en}`,
  ar: `${ar} ${name.ar}`,
});

const organization = (at: number, kind: OrganizationRecord['kind'], name: Name): OrganizationRecord => ({
  id: idOf(name),
  formerly: [],
  name: { ...name },
  kind,
  aliases: [],
  country: countryOf(at),
  wikidata: null,
});
