// A claim: what a source says of an event itself; what a seed says and what an answer says.
import { z } from 'zod';
import { knownDate } from '../../records/dates.ts';
import { byLanguage, identity, optionalPosition, positionRecord, proof, slug } from '../../records/fields.ts';
import { reference, self } from '../../records/references.ts';
import { sourceReference } from '../sources/schema.ts';

export const claimTypes = ['duration', 'date', 'count', 'text', 'reference'] as const;

const attribute = slug.meta({ description: 'Attribute of the claim.', examples: ['duration'] });
const precision = z.enum(['exact', 'approximate', 'nearly', 'over']).meta({
  description: 'Precision of the figure in the source. `nearly` means a little less, `over` a little more.',
  examples: ['nearly'],
});
const note = byLanguage
  .nullable()
  .meta({ description: 'A note for readers, by language.', examples: [null] });

const duration = z.strictObject({
  type: z.literal('duration'),
  value: z.iso.duration('expected an ISO 8601 duration such as "PT2H45M"').meta({
    description: 'ISO 8601 duration.',
    examples: ['PT2H45M'],
  }),
  precision: precision.default('exact'),
});
const date = z.strictObject({
  type: z.literal('date'),
  value: knownDate.meta({
    description: 'Year, month, day, or moment with its offset, ISO 8601.',
    examples: ['2021'],
  }),
  precision: precision.default('exact'),
});
const amount = z.strictObject({
  type: z.literal('count'),
  value: z.int().meta({ description: 'The number.', examples: [2] }),
  unit: slug
    .nullable()
    .default(null)
    .meta({ description: 'The counted things.', examples: ['points'] }),
  precision: precision.default('exact'),
});
const text = z.strictObject({
  type: z.literal('text'),
  value: byLanguage.meta({
    description: "The value in the record's own words, by language.",
    examples: [{ en: 'no agreement', ar: 'لا اتفاق' }],
  }),
});
const referenceRecord = z.strictObject({
  type: z.literal('reference'),
  value: z
    .string()
    .max(100)
    .regex(
      /^(?:(?:person|organization|place|event|topic)\/)?[a-z0-9]+(?:-[a-z0-9]+)*$/,
      'expected an id, or kind/id',
    ),
});

/** A claim as written in `claims.yaml`. Positions are filled in by `npm run locate`. */
export const claimRecord = z.strictObject({
  ...identity,
  event: slug,
  attribute,
  value: z.discriminatedUnion('type', [duration, date, amount, text, referenceRecord]),
  attributedTo: slug.nullable().default(null),
  source: slug,
  via: slug.nullable().default(null),
  ...positionRecord,
  note: note.default(null),
});

export type ClaimRecord = z.output<typeof claimRecord>;

const type = <T extends string>(name: T) =>
  z.literal(name).meta({ description: 'Type of the value.', examples: [name] });

/** A claim's value as the API answers: by its type. */
export const claimValue = z
  .discriminatedUnion('type', [
    z.object({ type: type('duration'), value: duration.shape.value, precision }),
    z.object({ type: type('date'), value: date.shape.value, precision }),
    z.object({
      type: type('count'),
      value: amount.shape.value,
      unit: slug.nullable().meta({ description: 'The counted things.', examples: ['points'] }),
      precision,
    }),
    z.object({ type: type('text'), value: text.shape.value }),
    z.object({ type: type('reference'), value: reference }),
  ])
  .meta({ id: 'ClaimValue', description: 'A value with its type.' });

export type ClaimValue = z.output<typeof claimValue>;

/** A claim as the API answers. */
export const claim = z
  .object({
    id: slug.meta({ description: 'Id of the claim.', examples: ['talks-duration-001'] }),
    ...self,
    event: reference.meta({ description: 'The event of the claim.' }),
    attribute,
    value: claimValue,
    attributedTo: reference.nullable().meta({
      description:
        'The person or organization that the source credits for it; null if the source states it in its own voice.',
    }),
    source: sourceReference,
    via: reference.nullable().meta({ description: 'The outlet that the passage credits.' }),
    proof,
    ...optionalPosition,
    note,
  })
  .meta({ id: 'Claim', description: 'A fact that a source states about an event.' });

export type Claim = z.output<typeof claim>;
