// A statement with its renditions: what a seed says and what an answer says.

import { z } from 'zod';
import { knownDate } from '../../records/dates.ts';
import {
  byLanguage,
  identity,
  ids,
  languageTag,
  line,
  optionalPosition,
  position,
  positionRecord,
  proof,
  slug,
} from '../../records/fields.ts';
import { capital, manyOf } from '../../records/kind-words.ts';
import { mentionedKinds } from '../../records/kinds.ts';
import { reference, self } from '../../records/references.ts';
import { sourceReference } from '../sources/schema.ts';
import { wording } from './wording.ts';

export const modes = ['direct', 'mixed', 'indirect'] as const;

const mode = z.enum(modes).meta({
  description:
    '`direct`: the whole reported clause stands inside quotation marks; `mixed`: part of it does; `indirect`: none does.',
  examples: ['direct'],
});
const gist = byLanguage.meta({
  description: "What was said, in the record's own words, by language.",
  examples: [
    { en: 'Russia and the US have very good direct contacts.', ar: 'بين روسيا وأميركا تواصل مباشر جيد.' },
  ],
});
const saidOn = knownDate.nullable().meta({
  description:
    'Date on which it was said, as the sources give it: a year, a month, a day, or a moment with its offset (ISO 8601); null if none gives it.',
  examples: ['2025-08-15'],
});
const note = byLanguage.nullable().meta({
  description: 'The difference from the other wordings, by language.',
  examples: [{ en: 'Adds that the wish is sincere.' }],
});
const cueFields = {
  text: line.meta({ description: 'The speech verb as it stands in the passage.', examples: ['وأضاف'] }),
  lemma: line.meta({ description: 'Its dictionary form.', examples: ['أضاف'] }),
};
const quoteFields = {
  text: z
    .string()
    .min(1)
    .meta({ description: 'The words inside the marks, to the letter.', examples: ['مثمر جداً'] }),
  start: optionalPosition.start.meta({
    description: 'Where they start: code points from the start of the source; null if its text is not known.',
  }),
  end: optionalPosition.end.meta({
    description:
      'Where they end (exclusive): code points from the start of the source; null if its text is not known.',
  }),
};

const quoteRecord = z.strictObject({
  text: quoteFields.text,
  start: quoteFields.start.default(null),
  end: quoteFields.end.default(null),
});
/** The most code points that an excerpt may have. */
const longestExcerpt = 300;

const excerptFields = {
  text: z
    .string()
    .min(1)
    .refine((text) => [...text].length <= longestExcerpt, `expected at most ${longestExcerpt} characters`)
    .meta({ description: 'The words, to the letter.', examples: ['قالت إن السلام قريب'] }),
  start: position.start.meta({ description: 'Where they start: code points from the start of the source.' }),
  end: position.end.meta({
    description: 'Where they end (exclusive): code points from the start of the source.',
  }),
};

/** A rendition as written under its statement. `npm run locate` fills in id, positions and quotes. */
const renditionRecord = z.strictObject({
  id: slug,
  source: slug,
  via: slug.nullable().default(null),
  mode,
  cue: z.strictObject(cueFields).nullable().default(null),
  language: languageTag,
  quotes: z.array(quoteRecord).default([]),
  excerpt: z.strictObject(excerptFields).nullable().default(null),
  ...positionRecord,
  note: note.default(null),
});

export type RenditionRecord = z.output<typeof renditionRecord>;

/** An id, or `kind/id` where the id alone would be ambiguous between kinds. */
const mentionId = z
  .string()
  .max(100)
  .regex(
    new RegExp(`^(?:(?:${mentionedKinds.join('|')})\\/)?[a-z0-9]+(?:-[a-z0-9]+)*$`),
    'expected an id, or kind/id',
  );

/** A statement as written in `statements.yaml`. */
export const statementRecord = z.strictObject({
  ...identity,
  speakers: z
    .array(slug)
    .min(1, 'expected at least one speaker: name a person or an organization, or take the statement out'),
  gist,
  saidOn: saidOn.default(null),
  event: slug.nullable().default(null),
  place: slug.nullable().default(null),
  addressees: ids,
  topics: ids,
  mentions: z.array(mentionId).default([]),
  renditions: z.array(renditionRecord).min(1, 'expected at least one rendition'),
});

export type StatementRecord = z.output<typeof statementRecord>;

const quote = z
  .object({
    ...quoteFields,
    link: z
      .string()
      .nullable()
      .meta({
        description:
          'URL of the article with a text fragment that leads to these words; null if the URL is not known.',
        examples: ['https://news.example/summit#:~:text=%D9%85%D8%AB%D9%85%D8%B1'],
      }),
  })
  .meta({ id: 'Quote', description: 'Words that stand inside quotation marks.' });

/** A rendition as the API answers. */
export const rendition = z
  .object({
    id: slug.meta({
      description: 'Id of the rendition.',
      examples: ['putin-good-direct-contacts-article-000'],
    }),
    ...self,
    source: sourceReference,
    via: reference.nullable().meta({ description: 'The outlet that the passage credits.' }),
    mode,
    cue: z
      .object(cueFields)
      .nullable()
      .meta({ description: 'The speech verb that introduces it; null if there is none.' }),
    quotes: z.array(quote).meta({ description: 'The quoted words, in the order of the text.' }),
    excerpt: z.object(excerptFields).nullable().meta({
      description:
        'Further words of the passage, 300 characters at most, if the owner of the article allows that; else null.',
    }),
    language: languageTag,
    proof,
    ...optionalPosition,
    note,
  })
  .meta({ id: 'Rendition', description: "One article's passage that reports a statement." });

export type Rendition = z.output<typeof rendition>;

/** A statement as the API answers. */
export const statement = z
  .object({
    id: slug.meta({ description: 'Id of the statement.', examples: ['putin-good-direct-contacts'] }),
    ...self,
    speakers: z
      .array(reference)
      .min(1)
      .meta({ description: 'The speaker; several if the statement is joint.' }),
    gist,
    saidOn,
    event: reference
      .nullable()
      .meta({ description: 'The occasion on which it was said, if the sources tell.' }),
    place: reference.nullable().meta({ description: 'Where it was said, if the sources tell.' }),
    addressees: z.array(reference).meta({ description: 'Addressees, if the sources name them.' }),
    topics: z.array(reference).meta({ description: 'Its topics.' }),
    mentions: z
      .array(reference)
      .meta({ description: `${capital(manyOf(mentionedKinds))} that it mentions.` }),
    reported: z
      .object({
        sources: z
          .int()
          .min(1)
          .meta({ description: 'Number of sources that report it.', examples: [3] }),
        renditions: z
          .int()
          .min(1)
          .meta({ description: 'Number of passages that report it.', examples: [3] }),
      })
      .meta({ description: 'Numbers of its sources and renditions.' }),
    comparison: z
      .object({
        href: z.string().meta({
          description: 'Path of its renditions side by side.',
          examples: ['/statements/putin-good-direct-contacts/comparison'],
        }),
        wording,
      })
      .meta({ description: 'Whether the renditions quote the same words.' }),
    renditions: z.array(rendition).min(1).meta({ description: 'All passages that report it.' }),
  })
  .meta({ id: 'Statement', description: 'One thing that one speaker said, with every rendition of it.' });

export type Statement = z.output<typeof statement>;
