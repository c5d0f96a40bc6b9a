// A source: an article that was read, or is known without its text; what a seed says and what an answer says.
import { z } from 'zod';
import { knownDate } from '../../records/dates.ts';
import { byLanguage, identity, languageTag, names, position, proofs, slug } from '../../records/fields.ts';
import { count, reference, self } from '../../records/references.ts';

const proof = z.enum(proofs).meta({
  description:
    '`text`: its renditions are proven against its text; `none`: only its URL or a citation is known.',
  examples: ['text'],
});
const file = z
  .string()
  .regex(/^[\w][\w.-]*$/, 'expected a file name without a folder')
  .meta({
    description: 'Name of the file that was read; null where the source is known without its text.',
    examples: ['003_a83abefcea29f506.txt'],
  });
const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'expected the SHA-256 of the file as 64 hexadecimal digits')
  .meta({
    description: "SHA-256 of the file's bytes, hexadecimal; null where there is no file.",
    examples: ['0'.repeat(64)],
  });
const url = z
  .url({ protocol: /^https?$/ })
  .nullable()
  .meta({ description: 'Where the article was published, if known.', examples: [null] });
const note = byLanguage
  .nullable()
  .meta({ description: 'Remarks for readers, by language.', examples: [null] });
const publishedOn = knownDate.nullable().meta({
  description:
    'Date of publication, if the text names it: a year, a month, a day, or a moment with its offset.',
  examples: ['2025-08-15'],
});

/**
 * A source as written in `sources.yaml`. One whose text was read has `file`, `sha256` and `paragraphs`, which `npm run
 * locate` fills in; one that is known by its URL or by a citation has none of them.
 */
export const sourceRecord = z.strictObject({
  ...identity,
  name: names,
  file: file.nullable().default(null),
  sha256: sha256.nullable().default(null),
  outlet: slug.nullable().default(null),
  language: languageTag,
  publishedOn: publishedOn.default(null),
  dateline: z.strictObject({ place: slug, date: knownDate }).nullable().default(null),
  url: url.default(null),
  note: note.default(null),
  paragraphs: z
    .array(z.strictObject({ start: position.start, end: position.end }))
    .default([])
    .refine(
      (all) => all.every(({ start, end }, at) => start < end && start >= (all[at - 1]?.end ?? 0)),
      'expected paragraphs in order, none empty, none overlapping',
    ),
});

export type SourceRecord = z.output<typeof sourceRecord>;

/** A source as the API answers. */
export const source = z
  .object({
    id: slug.meta({ description: 'Id of the source.', examples: ['article-003'] }),
    ...self,
    name: names,
    proof,
    file: file.nullable(),
    sha256: sha256.nullable(),
    outlet: reference.nullable().meta({ description: 'Its publisher; null where the text names none.' }),
    language: languageTag,
    publishedOn,
    dateline: z
      .object({
        place: reference,
        date: knownDate.meta({
          description: 'The date that it names, with the same precision.',
          examples: ['2025-08-15'],
        }),
      })
      .nullable()
      .meta({ description: 'Place and date at the beginning of the article, if it has them.' }),
    url,
    note,
    paragraphs: z
      .int()
      .min(0)
      .meta({ description: 'Number of its paragraphs; 0 if its text is not known.', examples: [17] }),
    statements: z.object({ source: count }).meta({ description: 'Statements that it reports.' }),
    renditions: z
      .int()
      .min(0)
      .meta({ description: 'Number of passages in it that report a statement.', examples: [28] }),
    claims: count.meta({ description: 'Claims of the source about events.' }),
  })
  .meta({ id: 'Source', description: 'An article, known by its text, or only by a URL or a citation.' });

export type Source = z.output<typeof source>;

/** A source in short, with its publisher: what stands inside renditions and claims. */
export const sourceReference = reference
  .extend({
    outlet: reference.nullable().meta({ description: 'Its publisher; null where the text names none.' }),
  })
  .meta({ id: 'SourceReference', description: 'A source in short, with its publisher.' });
