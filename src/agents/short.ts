// The short forms in which tools answer: ids, gists, quotations, sources and links, without what an agent seldom needs.
import { z } from 'zod';
import { knownDate } from '../records/dates.ts';
import type { Reference } from '../records/references.ts';
import { type Texts, textIn } from '../records/texts.ts';
import { modes, type Rendition, type Statement } from '../resources/statements/schema.ts';
import { wording } from '../resources/statements/wording.ts';
import type { Api } from './api.ts';

const languageOfAnswers = z
  .string()
  .default('en')
  .meta({ description: 'Language of names and gists, BCP 47; quotations stay in their own.' });

/** The argument that every tool with names in its answer takes. */
export const languageArgument = { answerLanguage: languageOfAnswers };

/** The text in the language that was asked for, else in the first that the record has. */
export const inLanguage = (texts: Texts, language: string): string => textIn(texts, [language]).text;

export const nameIn = (reference: Reference | null, language: string): string | null =>
  reference && inLanguage(reference.name, language);

/** One passage of one source. */
export const shortRendition = z.object({
  id: z.string(),
  source: z.string().meta({ description: 'Title of the source.' }),
  sourceUrl: z.string().meta({ description: 'Address of the source in the record.' }),
  outlet: z.string().nullable().meta({ description: 'Publisher; null where the text names none.' }),
  via: z.string().nullable().meta({ description: 'Outlet that the passage credits for the words.' }),
  mode: z.enum(modes),
  language: z.string(),
  quotes: z.array(z.string()).meta({ description: 'Words inside quotation marks, to the letter.' }),
});

export const shortRenditionOf = (
  { id, source, via, mode, language, quotes }: Rendition,
  answerLanguage: string,
  { linkTo }: Api,
): z.output<typeof shortRendition> => ({
  id,
  source: inLanguage(source.name, answerLanguage),
  sourceUrl: linkTo(source.href),
  outlet: nameIn(source.outlet, answerLanguage),
  via: nameIn(via, answerLanguage),
  mode,
  language,
  quotes: quotes.map(({ text }) => text),
});

/** One statement with its renditions. */
export const shortStatement = z.object({
  id: z.string(),
  url: z.string().meta({ description: 'Address of the statement, a page for people: what to cite.' }),
  speakers: z.array(z.string()),
  gist: z.string().meta({ description: "What was said, in the record's own words: not a quotation." }),
  saidOn: knownDate.nullable(),
  event: z.string().nullable(),
  place: z.string().nullable(),
  wording: wording.meta({ description: 'Whether the renditions quote the same words.' }),
  sources: z.int().meta({ description: 'Number of sources that report it.' }),
  renditions: z.array(shortRendition),
});

export const shortStatementOf = (
  { id, href, speakers, gist, saidOn, event, place, comparison, reported, renditions }: Statement,
  language: string,
  api: Api,
): z.output<typeof shortStatement> => ({
  id,
  url: api.linkTo(href),
  speakers: speakers.map(({ name }) => inLanguage(name, language)),
  gist: inLanguage(gist, language),
  saidOn,
  event: nameIn(event, language),
  place: nameIn(place, language),
  wording: comparison.wording,
  sources: reported.sources,
  renditions: renditions.map((each) => shortRenditionOf(each, language, api)),
});

/** The arguments of a list. */
export const listArguments = {
  limit: z.int().min(1).max(100).default(10).meta({ description: 'The most items that one answer holds.' }),
  cursor: z.string().optional().meta({ description: 'Where to go on: `next` of the answer before.' }),
};

/** What a list says of itself. */
export const listAnswer = {
  total: z.int().meta({ description: 'Number of all that match.' }),
  next: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last.' }),
  advice: z.string().optional().meta({ description: 'What to try where nothing was found.' }),
};

/** The page of a list as the API answers. */
export interface ListPage<T> {
  data: T[];
  page: { total: number; next: string | null };
}

const nothingFound =
  'Nothing has all of these together. Leave an argument out, try other words, or look a name up with resolve_name.';

/** `advice` is given where nothing was found, after what holds of every list. */
export const listAnswerOf = ({ page: { total, next } }: ListPage<unknown>, advice = '') => ({
  total,
  next: next && new URL(next).searchParams.get('cursor'),
  ...(total === 0 ? { advice: nothingFound + advice } : {}),
});
