// Makes summits and the events that are parts of them.
import type { EventRecord } from '../../src/resources/events/schema.ts';
import type { PersonRecord } from '../../src/resources/people/schema.ts';
import type { PlaceRecord } from '../../src/resources/places/schema.ts';
import { idOf } from './names.ts';
import type { Random } from './random.ts';

/** An event of which the first day is known. */
export type DatedEvent = EventRecord & { start: string };

const parts = [
  { kind: 'arrival', en: 'arrival', ar: 'الوصول' },
  { kind: 'talks', en: 'talks', ar: 'المحادثات' },
  { kind: 'press-conference', en: 'press conference', ar: 'المؤتمر الصحافي' },
  { kind: 'interview', en: 'interview', ar: 'المقابلة' },
] as const;

/** A summit and its four parts, on two days of one of the years from 2018. */
export function summit(
  at: number,
  people: readonly PersonRecord[],
  places: readonly PlaceRecord[],
  random: Random,
): DatedEvent[] {
  const year = 2018 + at;
  const place = random.one(places);
  const name = { en: `${place.name['en']} summit ${year}`, ar: `قمة ${place.name['ar']} ${year}` };
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
