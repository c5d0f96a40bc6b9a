// Turns the token ranges of English reports into contents: their ends, their quotations and their mode.

import type { Paragraph, Span, TokenRange } from '../article.ts';
import { spanOf, textAt } from '../tokens.ts';
import type { Mode } from '../utterance.ts';
import { clauseEnd, openRange } from './content-ends.ts';
import type { Report } from './report.ts';
import { low } from './tokens.ts';

export type Content = { contents: Span[]; quotes: Span[]; mode: Mode; ranges: TokenRange[] };

/** The content of a report; `cuts` are the starts of the reports that end what stands before them, in order. */
export function contentOf(paragraph: Paragraph, report: Report, cuts: readonly number[]): Content | null {
  const ranges =
    report.open === null ? wholeOf(paragraph, report, cuts) : [openRange(paragraph, report, cuts)];
  return contentIn(paragraph, ranges);
}

/** A content made of token ranges, in the order of the text; null where no word is left of them. */
export function contentIn(paragraph: Paragraph, ranges: readonly TokenRange[]): Content | null {
  const hasWords = ({ from, to }: TokenRange) => paragraph.tokens.slice(from, to).some(({ word }) => word);
  const trimmed = ranges.map((range) => trim(paragraph, range)).filter(hasWords);
  if (trimmed.length === 0) return null;
  const quotes = trimmed.flatMap((range) => quotesWithin(paragraph, range));
  const contents = trimmed.flatMap((range) => spanOf(paragraph.tokens, range) ?? []);
  return { contents, quotes, mode: modeOf(paragraph, trimmed, quotes.length), ranges: trimmed };
}

/** A content before its verb begins after what another report has taken of the sentence. */
function wholeOf(paragraph: Paragraph, report: Report, cuts: readonly number[]): TokenRange[] {
  const [first, ...rest] = report.whole;
  if (first === undefined) return [];
  const earlier = cuts.findLast((cut) => cut > first.from && cut < first.to);
  let from = earlier ?? first.from;
  while (
    from < first.to &&
    /^(?:and|but)$/.test(low(paragraph.tokens, from)) &&
    paragraph.openings.has(from + 1)
  )
    from += 1;
  const later = rest.map((range) => {
    const close = paragraph.openings.get(range.from);
    const cut = cuts.find((each) => each > range.from && each < range.to);
    if (close !== undefined) return { from: range.from, to: Math.min(close + 1, paragraph.tokens.length) };
    return { from: range.from, to: clauseEnd(paragraph, { from: range.from, to: cut ?? range.to }) };
  });
  return [{ from, to: first.to }, ...later];
}

function trim(paragraph: Paragraph, range: TokenRange): TokenRange {
  const { tokens } = paragraph;
  let { from, to } = range;
  while (from < to && /^[,;:.]$/.test(textAt(tokens, from))) from += 1;
  while (
    to > from &&
    (/^[,;:.—–]$/.test(textAt(tokens, to - 1)) || /^(?:and|but|while)$/.test(low(tokens, to - 1)))
  )
    to -= 1;
  return { from, to };
}

function quotesWithin(paragraph: Paragraph, range: TokenRange): Span[] {
  const quotes: Span[] = [];
  for (let at = range.from; at < range.to; at += 1) {
    const close = paragraph.openings.get(at);
    if (close === undefined) continue;
    const quote = spanOf(paragraph.tokens, { from: at + 1, to: Math.min(close, range.to) });
    if (quote !== null) quotes.push(quote);
    at = close;
  }
  return quotes;
}

function modeOf(paragraph: Paragraph, ranges: readonly TokenRange[], quotes: number): Mode {
  if (quotes === 0) return 'indirect';
  const inMarks = ranges.every(({ from, to }) => {
    const close = paragraph.openings.get(from);
    return close !== undefined && close >= to - 1;
  });
  return inMarks ? 'direct' : 'mixed';
}
