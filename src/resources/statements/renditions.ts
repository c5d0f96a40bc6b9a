// Reads renditions from the truth, many at a time, with the outlets through which each reached the record.
import type { Glossary } from '../../sqlite/truth.ts';
import { unstatedOutlet } from '../sources/schema.ts';
import { quoteLink } from './quote-link.ts';
import type { Rendition } from './schema.ts';

/** A rendition in a walk: the number of what it belongs to there, then its columns. */
export type RenditionRow = [
  number: number,
  id: string,
  statement: string,
  source: string,
  via: string | null,
  mode: Rendition['mode'],
  cue: string | null,
  lemma: string | null,
  language: string,
  paragraph: number,
  start: number,
  end: number,
  note: string | null,
];

/** The columns of such a row after the first. */
export const renditionColumns = `
  rendition.id, statement, source, via, mode, cue, cue_lemma, language, paragraph, start_offset, end_offset, note`;

/** A quote in a walk, with the id of its rendition. */
export type QuoteRow = [number: number, rendition: string, text: string, start: number, end: number];

export const quoteColumns =
  'rendition_quote.rendition, text, rendition_quote.start_offset, rendition_quote.end_offset';

/** Through whom it reached the record: its publisher, or `unstated`, and the outlet that it credits. */
export const outletsOf = ({ source, via }: Rendition): string[] => [
  source.outlet?.id ?? unstatedOutlet,
  ...(via === null ? [] : [via.id]),
];

/** Makes the answer of a rendition from its row and its quotes in the order of the text; others among them are passed over. */
export function renditionOf(glossary: Glossary, row: RenditionRow, quotes: readonly QuoteRow[]): Rendition {
  const [, id, , source, via, mode, cue, lemma, language, paragraph, start, end, note] = row;
  const url = glossary.url(source);
  return {
    id,
    href: `/renditions/${id}`,
    source: glossary.source(source),
    via: glossary.optionalAgent(via),
    mode,
    cue: cue === null || lemma === null ? null : { text: cue, lemma },
    quotes: quotes.filter(([, rendition]) => rendition === id).map((quote) => quoteOf(quote, url)),
    language,
    paragraph,
    start,
    end,
    note,
  };
}

const quoteOf = ([, , text, start, end]: QuoteRow, url: string | null): Rendition['quotes'][number] => ({
  text,
  start,
  end,
  link: url && quoteLink(url, text),
});
