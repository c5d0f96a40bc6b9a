// A discrepancy: one attribute of one event with every value that sources give it; what an answer says.
import { z } from 'zod';
import { reference, self } from '../../records/references.ts';
import { claim, claimTypes, claimValue } from '../claims/schema.ts';
import { type Rule, relations, rules } from './relations.ts';

export const statuses = ['conflicting', 'different', 'compatible', 'agreed', 'single'] as const;

export type Status = (typeof statuses)[number];

const status = z.enum(statuses).meta({
  description:
    '`conflicting`: two values that cannot both be true, such as two figures, dates, places or lists of people; `different`: values that may or may not both be true, such as two texts; `compatible`: several values that can all be true; `agreed`: several sources, one value; `single`: one source.',
  examples: ['compatible'],
});

export const conflicts = ['within-source', 'between-sources', 'between-voices'] as const;

export type Conflict = (typeof conflicts)[number];

const label = z.string().meta({
  description: 'The value in short, as `values` and `relations` name it.',
  examples: ['nearly PT3H'],
});
const labels = z.array(label).meta({ description: 'Values in short.', examples: [['PT2H45M']] });
const some = (description: string) =>
  z
    .int()
    .min(1)
    .meta({ description, examples: [1] });
const counts = { sources: some('Number of sources.'), claims: some('Number of claims.') };
const countsOfPart = z
  .object(counts)
  .meta({ description: 'Numbers of the claims and sources that give it.' });
const attributedTo = reference.nullable().meta({
  description: 'The person or organization that the sources credit; null if they state it themselves.',
});

const said = claim
  .pick({
    id: true,
    href: true,
    source: true,
    via: true,
    attributedTo: true,
    paragraph: true,
    start: true,
    end: true,
    note: true,
  })
  .meta({ id: 'ClaimPlace', description: 'A claim that gives the value, with its position in the source.' });

const given = z
  .object({
    label,
    value: claimValue,
    range: z
      .object({
        from: z.string().meta({ description: 'Lower end, included.', examples: ['PT2H42M'] }),
        to: z.string().meta({ description: 'Upper end, included.', examples: ['PT3H'] }),
      })
      .nullable()
      .meta({
        description: 'The range of a figure (docs/discrepancies.md); null for texts and references.',
      }),
    counts: countsOfPart,
    claims: z.array(said).min(1).meta({ description: 'The claims that give it; at most 50.' }),
  })
  .meta({ id: 'GivenValue', description: 'One value, with the claims that give it.' });

export type GivenValue = z.output<typeof given>;

const ruleNames = Object.keys(rules) as [Rule, ...Rule[]];

const relation = z
  .object({
    left: labels,
    right: labels,
    relation: z.enum(relations).meta({
      description: 'Whether both can be true: `compatible`: yes; `conflicting`: no; `different`: not known.',
      examples: ['compatible'],
    }),
    rule: z
      .enum(ruleNames)
      .meta({ description: 'The rule behind it (docs/discrepancies.md).', examples: ['ranges-overlap'] }),
  })
  .meta({ id: 'ValueRelation', description: 'The relation of two values, or of two lists of members.' });

export type ValueRelation = z.output<typeof relation>;

const voice = z
  .object({ attributedTo, status, values: labels, counts: countsOfPart })
  .meta({ id: 'Voice', description: 'The values that sources give in one voice, and their agreement.' });

export type Voice = z.output<typeof voice>;

/** A discrepancy as the API answers. */
export const discrepancy = z
  .object({
    id: z.string().meta({
      description: 'The id of the event and the attribute.',
      examples: ['alaska-2025-talks-duration'],
    }),
    ...self,
    event: reference.meta({ description: 'The event of the claims.' }),
    attribute: claim.shape.attribute,
    types: z
      .array(z.enum(claimTypes))
      .min(1)
      .meta({ description: 'Types of its values.', examples: [['duration']] }),
    list: z.boolean().meta({
      description: 'Whether its values are lists of members, which are compared as lists.',
      examples: [false],
    }),
    status,
    conflicts: z.array(z.enum(conflicts)).meta({
      description:
        'Where the conflict lies. `within-source`: one source contradicts itself; `between-sources`: sources differ in one voice; `between-voices`: what is credited to someone differs from what another voice says.',
      examples: [[]],
    }),
    counts: z
      .object({
        ...counts,
        values: some('Number of different values.'),
        voices: some('Number of voices.'),
      })
      .meta({ description: 'Numbers of the claims and sources that give it.' }),
    values: z.array(given).min(1).meta({
      description: 'The different values, those of most sources first. At most 50 are given and compared.',
    }),
    relations: z.array(relation).meta({ description: 'All pairs of different values, or lists, compared.' }),
    voices: z
      .array(voice)
      .min(1)
      .meta({ description: "The same by voice, the sources' own voice first; at most 50." }),
  })
  .meta({
    id: 'Discrepancy',
    description: 'One attribute of one event with every value that sources give it, compared.',
  });

export type Discrepancy = z.output<typeof discrepancy>;
