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
    quote: whole('Index of its quote in the rendition, from 0.', 0),
    start: optionalPosition.start,
    end: optionalPosition.end,
  })
  .meta({ id: 'Span', description: 'Neighbouring words of one quote, with their place in the source.' });

export type Span = z.output<typeof span>;

const core = z
  .object({
    language: languageTag.meta({ description: 'Language of the renditions, without script and region.' }),
    renditions: whole('Number of renditions that quote in this language.', 3),
    words: z
      .array(
        z.object({
          stem: z
            .string()
            .meta({ description: 'The common stem of the forms (docs/search.md).', examples: ['تقدم'] }),
          forms: words('The forms in which it is quoted, most frequent first.', ['تقدما', 'تقدم']),
        }),
      )
      .meta({ description: 'The shared words, in order.' }),
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
        description: 'Number of renditions that quote these words, with this one.',
        examples: [1],
      }),
    ...span.shape,
  })
  .meta({
    id: 'Segment',
    description: 'A stretch of quoted words, with the number of renditions that share it.',
  });

export type Segment = z.output<typeof segment>;

const comparedRendition = z
  .object({
    ...rendition.pick({ id: true, source: true, via: true, mode: true, cue: true, language: true }).shape,
    proof: rendition.shape.proof,
    ...optionalPosition,
    note: rendition.shape.note,
    words: whole('Number of quoted words; 0 where nothing is quoted.', 7),
    segments: z.array(segment).meta({
      description: 'The quoted words in segments: the same renditions share all words of a segment.',
    }),
  })
  .meta({
    id: 'ComparedRendition',
    description: 'A rendition, with its quoted words compared with the others.',
  });

export type ComparedRendition = z.output<typeof comparedRendition>;

const stretch = z
  .object({
    kind: z.enum(differences).meta({
      description:
        '`equal`: to the letter; `spelling`: one word, spelt differently; `form`: another form of the word; `replaced`, `dropped`, `added`: from left to right.',
      examples: ['added'],
    }),
    left: z.array(span).meta({ description: 'Words on the left; none if words are added.' }),
    right: z.array(span).meta({ description: 'Words on the right; none if words are dropped.' }),
  })
  .meta({ id: 'Stretch', description: 'Words of two renditions at the same place of the alignment.' });

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
      '2·L / (a + b): a and b are the numbers of quoted words, L is the length of their longest common subsequence; spelling is ignored. Null if one of the two quotes nothing, or if they quote in different languages.',
      0.9231,
    ).nullable(),
    stemSimilarity: figure('The same, with other forms of a word counted as equal.', 0.9231).nullable(),
    stretches: z.array(stretch).meta({ description: 'The alignment; empty if there is no similarity.' }),
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
    .meta({ description: 'Number of them in each mode.' }),
  cues: words('Dictionary forms of the speech verbs, in the order of the text.', ['قال']),
  quotedWords: whole('Number of quoted words.', 6),
  ownWords: whole('Number of these words that only its own renditions quote.', 0),
};

const sourceTally = z
  .object({
    source: sourceReference,
    via: z.array(reference).meta({ description: 'The outlets that it credits here.' }),
    ...tally,
  })
  .meta({ id: 'ComparedSource', description: 'The renditions of one source.' });

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
    description: 'The renditions that one outlet published or is credited for.',
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
        selected: whole('Renditions that `outlet` and `source` select.', 3),
        compared: whole('Compared renditions: the first 50 of the selected.', 3),
        quoting: whole('Compared renditions that quote.', 3),
        sources: whole('Sources of the compared renditions.', 3),
      })
      .meta({ description: 'Numbers of the compared things.' }),
    similarity: z
      .object({
        lowest: figure('Similarity of the least similar pair.', 0.9231),
        mean: figure('Mean of all pairs that have a similarity.', 0.9487),
        highest: figure('Similarity of the most similar pair.', 1),
      })
      .nullable()
      .meta({ description: 'The similarities of the pairs in short; null if there are none.' }),
    cores: z
      .array(core)
      .meta({ description: 'The shared words of each language in which two or more renditions quote.' }),
    renditions: z.array(comparedRendition).meta({ description: 'The compared renditions.' }),
    pairs: z.array(pair).meta({ description: 'All pairs of renditions, in the order of `renditions`.' }),
    sources: z.array(sourceTally).meta({ description: 'The same by source.' }),
    outlets: z.array(outletTally).meta({ description: 'The same by outlet.' }),
  })
  .meta({ id: 'Comparison', description: 'The renditions of one statement side by side.' });

export type Comparison = z.output<typeof comparison>;
