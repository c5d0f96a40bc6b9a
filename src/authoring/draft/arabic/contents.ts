// Finds where the words that an Arabic cue reports begin and end, and which of them stand in marks.

import type { Paragraph, Span, TokenRange } from '../article.ts';
import { isComma, normAt, spanOf, type Token, textAt } from '../tokens.ts';
import type { Mode } from '../utterance.ts';
import type { Complement } from './clause.ts';
import { clauseEnd, withoutLead } from './content-ends.ts';
import { closers, complementizers } from './words.ts';

export type Content = { contents: Span[]; quotes: Span[]; mode: Mode; tokens: TokenRange };

/** The content of a complement. `cutting` holds the tokens where the next report begins. */
export function contentOf(
  paragraph: Paragraph,
  sentence: TokenRange,
  complement: Complement,
  cutting: ReadonlySet<number>,
): Content | null {
  const { tokens, openings } = paragraph;
  const { from } = complement;
  const opening = complementizers.has(normAt(tokens, from)) ? from + 1 : from;
  const close = openings.get(opening);
  if (close !== undefined && paragraph.unclosed.has(opening))
    return unclosed(paragraph, opening, close, cutting);
  if (close !== undefined) {
    const last = lastOfSeries(paragraph, close);
    const next = last + 1;
    const attached = complement.kind === 'words';
    if (attached || endsAt(tokens, next, sentence.to, cutting)) return inMarks(paragraph, opening, last);
  }
  const to = clauseEnd(
    paragraph,
    { from, to: isRequest(tokens, complement) ? commaAfter(tokens, from, sentence.to) : sentence.to },
    cutting,
  );
  return plain(paragraph, { from, to });
}

/** طلب عدم ذكر اسمه، إن ...: the request ends at its comma. */
function isRequest(tokens: readonly Token[], { form, from }: Complement): boolean {
  return form.verb.past === 'طلب' && tokens[from]?.norm === 'عدم';
}

function commaAfter(tokens: readonly Token[], from: number, limit: number): number {
  let at = from;
  while (at < limit && !isComma(tokens, at)) at += 1;
  return at;
}

/** A quotation without a closing mark ends before the next report. */
function unclosed(
  paragraph: Paragraph,
  open: number,
  close: number,
  cutting: ReadonlySet<number>,
): Content | null {
  let to = open + 1;
  while (to < close && !(to > open + 3 && cutting.has(to))) to += 1;
  return inMarks(paragraph, open, to < close ? withoutLead(paragraph.tokens, to, open + 2) : close);
}

/** «...»، و«...» after one cue is one content. */
function lastOfSeries(paragraph: Paragraph, close: number): number {
  const { tokens, openings } = paragraph;
  let last = close;
  for (;;) {
    let at = last + 1;
    if (isComma(tokens, at)) at += 1;
    if (tokens[at]?.norm === 'و') at += 1;
    const next = at > last + 1 ? openings.get(at) : undefined;
    if (next === undefined) return last;
    last = next;
  }
}

function endsAt(tokens: readonly Token[], at: number, limit: number, cutting: ReadonlySet<number>): boolean {
  const token = tokens[at];
  if (at >= limit || token === undefined || cutting.has(at)) return true;
  return !token.word || closers.has(token.norm);
}

/** A content that is the inside of marks. */
export function inMarks(paragraph: Paragraph, open: number, close: number): Content | null {
  const tokens = { from: open + 1, to: close };
  const span = spanOf(paragraph.tokens, trimEnd(paragraph.tokens, tokens));
  if (span === null) return null;
  return {
    contents: [span],
    quotes: quotesWithin(paragraph, { from: open, to: close + 1 })
      .map(({ start, end }) => ({ start, end: Math.min(end, span.end) }))
      .filter(({ start, end }) => end > start),
    mode: 'direct',
    tokens,
  };
}

/** A content in the article's own voice, mixed where marks stand in it. */
export function plain(paragraph: Paragraph, range: TokenRange): Content | null {
  const tokens = trimEnd(paragraph.tokens, range);
  const span = spanOf(paragraph.tokens, tokens);
  if (span === null) return null;
  const quotes = quotesWithin(paragraph, tokens).filter(
    (quote) => quote.start >= span.start && quote.end <= span.end,
  );
  return { contents: [span], quotes, mode: quotes.length > 0 ? 'mixed' : 'indirect', tokens };
}

function trimEnd(tokens: readonly Token[], range: TokenRange): TokenRange {
  let { to } = range;
  while (to > range.from && /^[،,؛;.:!…–—-]$|^\.\.+$/.test(textAt(tokens, to - 1))) to -= 1;
  return { from: range.from, to };
}

/** The insides of the outer marks within a range, without spaces at their ends. */
function quotesWithin(paragraph: Paragraph, range: TokenRange): Span[] {
  return paragraph.quotations.flatMap(({ open, close, depth }) => {
    if (depth > 0 || open < range.from || open >= range.to) return [];
    return spanOf(paragraph.tokens, { from: open + 1, to: close }) ?? [];
  });
}
