// A comparison: the renditions of one statement side by side; what an answer says.
import { z } from 'zod';
import { languageTag, optionalPosition, slug } from '../../records/fields.ts';
import { reference, self } from '../../records/references.ts';
import { sourceReference } from '../sources/schema.ts';
import { type modes, rendition, statement } from '../statements/schema.ts';
import { wording } from '../statements/wording.ts';
import { differences } from './alignment.ts';

const whole = (description: string, example: number) =>
  z
    .int()
    .min(0)
    .meta({ description, examples: [example] });
const figure = (description: string, example: number) =>
  z
    .number()
    .min(0)
    .max(1)
    .meta({ description, examples: [example] });
const words = (description: string, example: string[]) =>
  z.array(z.string()).meta({ description, examples: [example] });

const span = z
  .object({
    text: z.string().meta({
      description: 'The words, to the letter, with what stands between them.',
      examples: ['مع ترامب'],
    }),
    quote: whole('Which of the quotes of its rendition it is a part of, counted from 0.', 0),
    start: optionalPosition.start,
    end: optionalPosition.end,
  })
  .meta({ id: 'Span', description: 'Neighbouring words of one quote, with their place in the source.' });

export type Span = z.output<typeof span>;

const core = z
  .object({
    language: languageTag.meta({ description: 'Language of the renditions, without script and region.' }),
    renditions: whole('How many renditions quote in it.', 3),
    words: z
      .array(
        z.object({
          stem: z
            .string()
            .meta({ description: 'What the forms have in common (docs/search.md).', examples: ['تقدم'] }),
          forms: words('The forms in which it is quoted, most frequent first.', ['تقدما', 'تقدم']),
        }),
      )
      .meta({ description: 'The shared words, in order; empty where there are none.' }),
  })
  .meta({
    id: 'Core',
    description: 'The words that all quoting renditions of one language share, in order.',
  });

export type Core = z.output<typeof core>;

const segment = z
  .object({
    kind: z.enum(['core', 'shared', 'own']).meta({
      description:
        '`core`: words that all quoting renditions of the language share; `shared`: words that some other has too; `own`: words that stand here only.',
      examples: ['own'],
    }),
    renditions: z
      .int()
      .min(1)
      .meta({
        description: 'How many quoting renditions have these words, this one included.',
        examples: [1],
      }),
    ...span.shape,
  })
  .meta({ id: 'Segment', description: 'A stretch of quoted words, and how many renditions share it.' });

export type Segment = z.output<typeof segment>;

const comparedRendition = z
  .object({
    ...rendition.pick({ id: true, source: true, via: true, mode: true, cue: true, language: true }).shape,
    proof: rendition.shape.proof,
    ...optionalPosition,
    note: rendition.shape.note,
    words: whole('Number of quoted words; 0 where nothing is quoted.', 7),
    segments: z
      .array(segment)
      .meta({ description: 'The quoted words, cut where it changes who shares them.' }),
  })
  .meta({
    id: 'ComparedRendition',
    description: 'A rendition with its quoted words set against the others.',
  });

export type ComparedRendition = z.output<typeof comparedRendition>;

const stretch = z
  .object({
    kind: z.enum(differences).meta({
      description:
        '`equal`: to the letter; `spelling`: one word, spelt differently; `form`: another form of the word; `replaced`, `dropped`, `added`: seen from left to right.',
      examples: ['added'],
    }),
    left: z.array(span).meta({ description: 'What stands on the left; nothing where words are added.' }),
    right: z.array(span).meta({ description: 'What stands on the right; nothing where words are dropped.' }),
  })
  .meta({ id: 'Stretch', description: 'Words of two renditions that stand at the same place.' });

const pair = z
  .object({
    left: slug.meta({
      description: 'Id of the one rendition.',
      examples: ['putin-good-direct-contacts-article-000'],
    }),
    right: slug.meta({
      description: 'Id of the other rendition.',
      examples: ['putin-good-direct-contacts-article-001'],
    }),
    similarity: figure(
      '2·L / (a + b): a and b count the quoted words of either, L those of their longest common subsequence, spelling left aside. Null where either quotes nothing, or they quote in two languages.',
      0.9231,
    ).nullable(),
    stemSimilarity: figure('The same, other forms of a word counted as common.', 0.9231).nullable(),
    stretches: z.array(stretch).meta({ description: 'The alignment; empty where there is no similarity.' }),
  })
  .meta({ id: 'RenditionPair', description: 'Two renditions, word by word.' });

export type RenditionPair = z.output<typeof pair>;

const tally = {
  renditions: whole('Number of its renditions.', 2),
  modes: z
    .object({
      direct: whole('In direct speech.', 1),
      mixed: whole('Partly quoted.', 1),
      indirect: whole('In indirect speech.', 0),
    } satisfies Record<(typeof modes)[number], z.ZodType>)
    .meta({ description: 'How many of them there are of each mode.' }),
  cues: words('Dictionary forms of the speech verbs, in the order of the text.', ['قال']),
  quotedWords: whole('Number of words quoted.', 6),
  ownWords: whole('How many of these no rendition of another has.', 0),
};

const sourceTally = z
  .object({
    source: sourceReference,
    via: z.array(reference).meta({ description: 'The outlets that it credits here.' }),
    ...tally,
  })
  .meta({ id: 'ComparedSource', description: 'What one source does with the statement.' });

export type SourceTally = z.output<typeof sourceTally>;

const outletTally = z
  .object({
    id: slug.meta({
      description: 'Id of the outlet; `unstated` for sources whose text names no publisher.',
      examples: ['unstated'],
    }),
    outlet: reference.nullable().meta({ description: 'The outlet; null for `unstated`.' }),
    ...tally,
  })
  .meta({
    id: 'ComparedOutlet',
    description: 'What reaches the record through one outlet, as publisher or credited.',
  });

export type OutletTally = z.output<typeof outletTally>;

/** A comparison as the API answers. */
export const comparison = z
  .object({
    ...self,
    statement: statement.pick({ id: true, href: true, speakers: true, gist: true, saidOn: true }).meta({
      id: 'ComparedStatement',
      description: 'The statement, in short.',
    }),
    wording,
    counts: z
      .object({
        renditions: whole('Renditions of the statement.', 3),
        selected: whole('Those that `outlet` and `source` leave.', 3),
        compared: whole('Those that are compared here: the first 50 of the selected.', 3),
        quoting: whole('Those of the compared that quote.', 3),
        sources: whole('Sources of the compared.', 3),
      })
      .meta({ description: 'What is compared.' }),
    similarity: z
      .object({
        lowest: figure('Of the two least alike.', 0.9231),
        mean: figure('Mean over all pairs that have one.', 0.9487),
        highest: figure('Of the two most alike.', 1),
      })
      .nullable()
      .meta({ description: 'The similarities of the pairs in short; null where there are none.' }),
    cores: z
      .array(core)
      .meta({ description: 'The common core, for each language that two or more quote in.' }),
    renditions: z.array(comparedRendition).meta({ description: 'The renditions beside one another.' }),
    pairs: z.array(pair).meta({ description: 'Every two renditions, in the order of `renditions`.' }),
    sources: z.array(sourceTally).meta({ description: 'The same by source.' }),
    outlets: z.array(outletTally).meta({ description: 'The same by outlet.' }),
  })
  .meta({ id: 'Comparison', description: 'The renditions of one statement side by side.' });

export type Comparison = z.output<typeof comparison>;
