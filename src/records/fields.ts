// The field types that all kinds of records share: ids, names by language, codes and positions.
import { z } from 'zod';
import { isCountry, nearestCountry } from './codes.ts';
import { languageFault } from './languages.ts';

/** Readable kebab-case id, stable for ever. */
export const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected a kebab-case id such as "fox-news"')
  .meta({ description: 'Readable kebab-case id, stable for ever.', examples: ['alaska-2025'] });

/** The issue of a text that white space surrounds. The ingest takes it off. */
export const whiteSpaceAtEnds = 'expected no white space at either end';

/** One line of text that says something: not empty, no white space around it. */
export const line = z
  .string()
  .min(1, 'expected some text')
  .max(4000)
  .refine((text) => text === text.trim(), whiteSpaceAtEnds)
  .refine((text) => text.isWellFormed(), 'expected whole Unicode characters, found half a surrogate pair');

/** BCP 47 language tag in its canonical form (RFC 5646). */
export const languageTag = z
  .string()
  .refine((tag) => languageFault(tag) === null, {
    error: ({ input }) => languageFault(String(input)) ?? 'expected a BCP 47 tag',
  })
  .meta({ description: 'Language as a BCP 47 tag.', examples: ['ar'] });

/** Texts by language: at least one, each under its language tag, in the order in which the record gives them. */
const texts = z.record(z.string(), line).superRefine((given, context) => {
  const tags = Object.keys(given);
  if (tags.length === 0) context.addIssue("expected a text in at least one language, such as { en: '…' }");
  for (const tag of tags) {
    const fault = languageFault(tag);
    if (fault !== null)
      context.addIssue({ code: 'custom', message: fault, path: [tag], params: { isName: true } });
  }
});

/** Texts by language. */
export const byLanguage = texts.meta({
  id: 'Texts',
  description: 'A text by language (BCP 47): at least one, in the order of the record.',
  examples: [{ en: 'In Moscow.', ar: 'في موسكو.' }],
});

/** A name by language. */
export const names = texts.meta({
  id: 'Names',
  description: 'The name by language (BCP 47): at least one, in the order of the record.',
  examples: [{ en: 'Vladimir Putin', ar: 'فلاديمير بوتين', ru: 'Владимир Путин' }],
});

const noCountry = (code: string): string =>
  `no country has the code '${code}' (ISO 3166-1 alpha-2); did you mean '${nearestCountry(code)}'?`;

/** ISO 3166-1 alpha-2. */
export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: 'expected an ISO 3166-1 alpha-2 code such as "RU"', abort: true })
  .refine(isCountry, { error: ({ input }) => noCountry(String(input)) })
  .meta({ description: 'Country, ISO 3166-1 alpha-2.', examples: ['RU'] });

/** A Wikidata item id. */
export const wikidataId = z
  .string()
  .regex(/^Q[1-9]\d*$/, 'expected a Wikidata id such as "Q7747"')
  .meta({ description: 'Id of the same thing in Wikidata.', examples: ['Q7747'] });

/** Where a passage stands in a source. */
export const position = {
  paragraph: z
    .int()
    .min(1)
    .meta({
      description: 'Paragraph of the source that holds the passage: non-empty lines, counted from 1.',
      examples: [3],
    }),
  start: z
    .int()
    .min(0)
    .meta({
      description: 'Where the passage starts: Unicode code points from the start of the source.',
      examples: [266],
    }),
  end: z
    .int()
    .min(1)
    .meta({
      description: 'Where the passage ends (exclusive): Unicode code points from the start of the source.',
      examples: [381],
    }),
};

/** The same where a source may be known without its text: all three or none. */
export const optionalPosition = {
  paragraph: orNone(position.paragraph),
  start: orNone(position.start),
  end: orNone(position.end),
};

function orNone<Field extends z.ZodType>(field: Field): z.ZodNullable<Field> {
  const { description, examples } = field.meta() ?? {};
  return field.nullable().meta({
    description: `${description} Null where the source is known without its text.`,
    ...(examples ? { examples } : {}),
  });
}

/** The same in a record. */
export const positionRecord = {
  paragraph: optionalPosition.paragraph.default(null),
  start: optionalPosition.start.default(null),
  end: optionalPosition.end.default(null),
};

/** How far a passage is proven: against the text of its source, or not at all. */
export const proofs = ['text', 'none'] as const;

/** The same of a passage that a rendition or a claim stands in. */
export const proof = z.enum(proofs).meta({
  description:
    '`text`: the passage is proven against the text of its source; `none`: the source is known without its text, so nothing is proven.',
  examples: ['text'],
});

/** Fields that every record of a kind begins with. `formerly` lists retired ids that now lead here. */
export const identity = { id: slug, formerly: z.array(slug).default([]) };

/** What records of all kinds have. */
export type BaseRecord = z.output<z.ZodObject<typeof identity>>;

/** Every form of a name that is met in sources or in common use, in any script. */
export const aliases = z
  .array(line)
  .default([])
  .refine((forms) => new Set(forms).size === forms.length, 'expected each alias once');

/** What a list of ids may be: each once. */
export const ids = z
  .array(slug)
  .default([])
  .refine((list) => new Set(list).size === list.length, 'expected each id once');
