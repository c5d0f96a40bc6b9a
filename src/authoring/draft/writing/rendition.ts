// Writes one rendition: its mode, cue, quotations and place in the article.

import type { Article, Span } from '../article.ts';
import { tight } from '../spans.ts';
import type { Mode, Utterance } from '../utterance.ts';
import { type Positions, withMarks } from './positions.ts';
import type { ReadArticle } from './read-article.ts';
import { comment, flow, scalar } from './yaml-lines.ts';

/** How far before a proposition its cue may stand, to be held in its span. */
const LONGEST_LEAD = 400;

/** The lines of `renditions:` with the one rendition of a part of an utterance. */
export function renditionYaml(
  { article, sourceId }: ReadArticle,
  utterance: Utterance,
  { part, index }: { part: Span; index: number },
  at: Positions,
  id: string,
): string[] {
  const { cue, via } = utterance;
  const quotes = quotesOf(article.text, utterance, part);
  const { start, end } = at(spanOf(article.text, utterance, { part, index }));
  return [
    '  renditions:',
    `    - id: ${id}`,
    `      source: ${sourceId}`,
    `      via: ${via?.id ?? 'null'}${via !== null && via.id === null ? ` ${comment(via.text)}` : ''}`,
    `      mode: ${modeOf(utterance, quotes)}`,
    cue === null ? '      cue: null' : `      cue: ${flow({ text: cue.text, lemma: cue.lemma })}`,
    `      language: ${article.language}`,
    ...(quotes.length === 0
      ? ['      quotes: []']
      : ['      quotes:', ...quotes.flatMap((quote) => quoteYaml(article, quote, at))]),
    `      paragraph: ${utterance.paragraph}`,
    `      start: ${start}`,
    `      end: ${end}`,
  ];
}

/** From the cue, where it stands before the first part; later parts begin with their own words. */
function spanOf(text: string, { cue }: Utterance, { part, index }: { part: Span; index: number }): Span {
  const leads = index === 0 && cue !== null && cue.start < part.start && cue.end > part.start - LONGEST_LEAD;
  return withMarks(text, leads ? { start: cue.start, end: part.end } : part);
}

/** The words in marks that lie in a part. */
export function quotesOf(text: string, utterance: Utterance, part: Span): Span[] {
  return utterance.quotes
    .filter(({ start, end }) => start < part.end && end > part.start)
    .map(({ start, end }) =>
      tight(text, { start: Math.max(start, part.start), end: Math.min(end, part.end) }),
    )
    .filter(({ start, end }) => end > start);
}

/** Part of a long quotation keeps the mode of the whole, unless it holds no quoted word. */
export function modeOf({ mode }: Utterance, quotes: readonly Span[]): Mode {
  if (quotes.length === 0) return 'indirect';
  return mode === 'indirect' ? 'mixed' : mode;
}

function quoteYaml(article: Article, quote: Span, at: Positions): string[] {
  const { start, end } = at(quote);
  return [
    `        - text: ${scalar(article.text.slice(quote.start, quote.end))}`,
    `          start: ${start}`,
    `          end: ${end}`,
  ];
}
