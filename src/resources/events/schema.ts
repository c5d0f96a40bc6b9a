// An event: what a seed says and what an answer says.
import { z } from 'zod';
import { canEndOn, knownDate } from '../../records/dates.ts';
import { byLanguage, identity, names, slug } from '../../records/fields.ts';
import { count, reference, self } from '../../records/references.ts';

export const eventKinds = [
  'summit',
  'arrival',
  'talks',
  'press-conference',
  'interview',
  'post',
  'remarks',
  'meeting',
  'other',
] as const;

const kind = z.enum(eventKinds).meta({ description: 'Kind of the event.', examples: ['press-conference'] });
const precision = 'a year, a month, a day, or a moment with its offset (ISO 8601)';
const start = knownDate.nullable().meta({
  description: `Its beginning, as the sources give it: ${precision}.`,
  examples: ['2025-08-15T11:30:00-08:00'],
});
const end = knownDate.nullable().meta({
  description: `Its end, as the sources give it: ${precision}.`,
  examples: ['2025-08-15'],
});
const role = byLanguage.nullable().meta({
  description: 'The part that the person took, by language.',
  examples: [{ en: 'Head of delegation', ar: 'رئيس الوفد' }],
});

/** An event as written in `events.yaml`. */
export const eventRecord = z
  .strictObject({
    ...identity,
    name: names,
    kind,
    partOf: slug.nullable().default(null),
    start: start.default(null),
    end: end.default(null),
    place: slug.nullable().default(null),
    participants: z
      .array(
        z.strictObject({ person: slug, delegation: slug.nullable().default(null), role: role.default(null) }),
      )
      .default([]),
  })
  .refine((event) => event.start === null || event.end === null || canEndOn(event.start, event.end), {
    message: 'expected an end that is not before the start',
    path: ['end'],
  });

export type EventRecord = z.output<typeof eventRecord>;

/** An event as the API answers. */
export const event = z
  .object({
    id: slug.meta({ description: 'Id of the event.', examples: ['alaska-2025'] }),
    ...self,
    name: names,
    kind,
    partOf: reference.nullable().meta({ description: 'The event that it is a part of.' }),
    parts: z.array(reference).meta({ description: 'The events that are directly a part of it.' }),
    start,
    end,
    place: reference.nullable().meta({ description: 'Where it took place, if recorded.' }),
    participants: z
      .array(
        z.object({
          person: reference,
          delegation: reference.nullable().meta({ description: 'The country that the person stood for.' }),
          role,
        }),
      )
      .meta({ description: 'The participants.' }),
    statements: z
      .object({ event: count, mention: count })
      .meta({ description: 'Statements made at it (or at a part of it), and statements that mention it.' }),
    claims: count.meta({ description: 'Claims about the event and its parts.' }),
    discrepancies: z.object({ all: count, conflicting: count }).meta({
      description: 'The same claims, grouped by attribute and compared: all groups, and those in conflict.',
    }),
  })
  .meta({ id: 'Event', description: 'An occasion in time: a summit, its parts, an interview, a post.' });

export type Event = z.output<typeof event>;
