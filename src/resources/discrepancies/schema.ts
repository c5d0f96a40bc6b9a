// A discrepancy: one attribute of one event with every value that sources give it; what an answer says.
import { z } from 'zod';
import { reference, self } from '../../records/references.ts';
import { claim, claimTypes, claimValue } from '../claims/schema.ts';
import { type Rule, relations, rules } from './relations.ts';

export const statuses = ['conflicting', 'different', 'compatible', 'agreed', 'single'] as const;

export type Status = (typeof statuses)[number];

const status = z.enum(statuses).meta({
  description:
    '`conflicting`: two values that cannot both be true, such as two figures, dates, places or lists of people; `different`: values of which nothing tells whether they can, such as two texts; `compatible`: several values that can all be true; `agreed`: several sources, one value; `single`: one source.',
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
const countsOfPart = z.object(counts).meta({ description: 'How much is behind it.' });
const attributedTo = reference
  .nullable()
  .meta({ description: 'Whom the sources credit for it; null where they speak in their own voice.' });

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
  .meta({ id: 'ClaimPlace', description: 'A claim that gives the value, with its place in the source.' });

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
        description: 'What a figure can mean (docs/discrepancies.md); null for texts and references.',
      }),
    counts: countsOfPart,
    claims: z.array(said).min(1).meta({ description: 'Who says so, and where; 50 at most.' }),
  })
  .meta({ id: 'GivenValue', description: 'One value with everyone who gives it.' });

export type GivenValue = z.output<typeof given>;

const ruleNames = Object.keys(rules) as [Rule, ...Rule[]];

const relation = z
  .object({
    left: labels,
    right: labels,
    relation: z.enum(relations).meta({
      description:
        'Whether both can be true: `compatible` they can, `conflicting` they cannot, `different` nothing tells.',
      examples: ['compatible'],
    }),
    rule: z
      .enum(ruleNames)
      .meta({ description: 'The rule that says so (docs/discrepancies.md).', examples: ['ranges-overlap'] }),
  })
  .meta({ id: 'ValueRelation', description: 'How two values, or two lists of members, go together.' });

export type ValueRelation = z.output<typeof relation>;

const voice = z
  .object({ attributedTo, status, values: labels, counts: countsOfPart })
  .meta({ id: 'Voice', description: 'What sources say in one voice, and how far they agree in it.' });

export type Voice = z.output<typeof voice>;

/** A discrepancy as the API answers. */
export const discrepancy = z
  .object({
    id: z.string().meta({
      description: 'Id: that of the event, and the attribute.',
      examples: ['alaska-2025-talks-duration'],
    }),
    ...self,
    event: reference.meta({ description: 'The event that is spoken of.' }),
    attribute: claim.shape.attribute,
    types: z
      .array(z.enum(claimTypes))
      .min(1)
      .meta({ description: 'Types of its values.', examples: [['duration']] }),
    list: z.boolean().meta({
      description: 'Whether it takes several members at once, which are then compared list by list.',
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
      .meta({ description: 'How much is behind it.' }),
    values: z.array(given).min(1).meta({
      description: 'Each value once, those of most sources first; 50 at most, and these are compared.',
    }),
    relations: z.array(relation).meta({ description: 'Every two different values, or lists, compared.' }),
    voices: z
      .array(voice)
      .min(1)
      .meta({ description: "The same by voice, the sources' own first; 50 at most." }),
  })
  .meta({
    id: 'Discrepancy',
    description: 'One attribute of one event with every value that sources give it, compared.',
  });

export type Discrepancy = z.output<typeof discrepancy>;
