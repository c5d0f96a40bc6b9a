// Makes the records that all statements share: people, organizations, places, topics and events with their trees.
import type { EventRecord } from '../../../src/events/schema.ts';
import type { OrganizationRecord } from '../../../src/organizations/schema.ts';
import { outletKinds } from '../../../src/organizations/schema.ts';
import type { PersonRecord } from '../../../src/people/schema.ts';
import type { PlaceRecord } from '../../../src/places/schema.ts';
import type { TopicRecord } from '../../../src/topics/schema.ts';
import { idOf, type Name, personName, syllabic } from './names.ts';
import { Random } from './random.ts';
import { arabicWords, englishWords } from './vocabulary.ts';

const sizes = {
  people: 3000,
  bodies: 300,
  outlets: 200,
  countries: 40,
  places: 300,
  topics: 300,
  summits: 8,
};

/** Everything that statements refer to; where order matters, the most frequent first. */
export interface Setting {
  people: PersonRecord[];
  /** Organizations that speak, and outlets. */
  bodies: OrganizationRecord[];
  outlets: OrganizationRecord[];
  places: PlaceRecord[];
  topics: TopicRecord[];
  events: (EventRecord & { start: string })[];
}

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

/** The same for any number of statements. */
export function makeSetting(): Setting {
  const random = new Random(1);
  const bodies = listOf(sizes.bodies, body);
  const people = listOf(sizes.people, (at) => person(at, bodies, random));
  const places = listOf(sizes.places, (at) => place(at, random));
  return {
    people,
    bodies,
    outlets: listOf(sizes.outlets, outlet),
    places,
    topics: listOf(sizes.topics, topic),
    events: listOf(sizes.summits, (at) => summit(at, people, places, random)).flat(),
  };
}

const listOf = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

const countryOf = (at: number): string => countryCodes[at % countryCodes.length] as string;

function person(at: number, bodies: readonly OrganizationRecord[], random: Random): PersonRecord {
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

function body(at: number): OrganizationRecord {
  const { kind, en, ar } = bodyKinds[at % bodyKinds.length] as (typeof bodyKinds)[number];
  return organization(at, kind, titled(syllabic(at + 300, 3, '', ''), en, ar));
}

function outlet(at: number): OrganizationRecord {
  const kind = outletKinds[at % outletKinds.length] as (typeof outletKinds)[number];
  return organization(at, kind, titled(syllabic(at * 5 + 700, 3, 's', 'س'), 'News', 'أخبار'));
}

/** `Batudi News` and `أخبار باتودي`: what it is stands last in English and first in Arabic. */
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

/** Five continents, forty countries in them, and in these regions, cities and buildings, each in one before it. */
function place(at: number, random: Random): PlaceRecord {
  const name = syllabic(at * 13 + 5, 3, 'nia', 'نيا');
  const parent =
    at < 5 ? null : at < 45 ? at % 5 : at < 130 ? random.between(5, 44) : random.between(5, at - 1);
  const kinds = ['region', 'city', 'city', 'base', 'building'] as const;
  return {
    id: idOf(name),
    formerly: [],
    name: { ...name },
    kind: at < 5 ? 'continent' : at < 45 ? 'country' : random.one(kinds),
    within: parent === null ? null : idOf(syllabic(parent * 13 + 5, 3, 'nia', 'نيا')),
    latitude: random.between(-600, 700) / 10,
    longitude: random.between(-1790, 1790) / 10,
    aliases: [],
    wikidata: null,
  };
}

/** Twelve broad topics, and under each a tree three deep. */
function topic(at: number): TopicRecord {
  const parent = at < 12 ? null : topicName(at < 72 ? at % 12 : 12 + (at % 60));
  const name = topicName(at);
  return {
    id: idOf(name),
    formerly: [],
    name: { ...name },
    broader: parent === null ? null : idOf(parent),
    description: { en: `What is said of ${name.en}.`, ar: `ما يقال في ${name.ar}.` },
  };
}

/** Two words of the vocabulary; each second word stands with one first word only, so that no name comes twice. */
const topicName = (at: number): Name => ({
  en: `${englishWords[at % 40]} ${englishWords[200 + at]}`,
  ar: `${arabicWords[at % 40]} ${arabicWords[200 + at]}`,
});

const parts = [
  { kind: 'arrival', en: 'arrival', ar: 'الوصول' },
  { kind: 'talks', en: 'talks', ar: 'المحادثات' },
  { kind: 'press-conference', en: 'press conference', ar: 'المؤتمر الصحافي' },
  { kind: 'interview', en: 'interview', ar: 'المقابلة' },
] as const;

/** A summit and its four parts, on two days of one of the years from 2018. */
function summit(
  at: number,
  people: readonly PersonRecord[],
  places: readonly PlaceRecord[],
  random: Random,
): Setting['events'] {
  const year = 2018 + at;
  const place = random.one(places);
  const name = { en: `${place.name.en} summit ${year}`, ar: `قمة ${place.name.ar} ${year}` };
  const id = idOf(name);
  const month = String(random.between(1, 12)).padStart(2, '0');
  const [first, second] = [`${year}-${month}-14`, `${year}-${month}-15`];
  const participants = people.slice(at * 4, at * 4 + 6).map((each) => ({
    person: each.id,
    delegation: random.one(places.slice(5, 45)).id,
    role: null,
  }));
  const shared = { formerly: [], place: place.id, end: second, participants };
  return [
    { ...shared, id, name, kind: 'summit', partOf: null, start: first },
    ...parts.map(({ kind, en, ar }) => ({
      ...shared,
      ...{ id: `${id}-${kind}`, name: { en: `${name.en}: ${en}`, ar: `${ar} في ${name.ar}` } },
      ...{ kind, partOf: id, start: kind === 'arrival' ? first : second, participants: [] },
    })),
  ];
}
