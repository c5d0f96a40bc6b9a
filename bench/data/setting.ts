// Makes the records that all statements share: people, organizations, places, topics and events with their trees.
import type { OrganizationRecord } from '../../src/resources/organizations/schema.ts';
import type { PersonRecord } from '../../src/resources/people/schema.ts';
import type { PlaceRecord } from '../../src/resources/places/schema.ts';
import type { TopicRecord } from '../../src/resources/topics/schema.ts';
import { body, outlet, person } from './agents.ts';
import { Random } from './random.ts';
import { type DatedEvent, summit } from './summit.ts';
import { place, topic } from './trees.ts';

const sizes = {
  people: 3000,
  bodies: 300,
  outlets: 200,
  places: 300,
  topics: 300,
  summits: 8,
};

/** Everything that statements refer to. Lists begin with the most frequent records. */
export interface Setting {
  people: PersonRecord[];
  /** Organizations that speak, and outlets. */
  bodies: OrganizationRecord[];
  outlets: OrganizationRecord[];
  places: PlaceRecord[];
  topics: TopicRecord[];
  events: DatedEvent[];
}

/** The same records, whatever the number of statements. */
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
