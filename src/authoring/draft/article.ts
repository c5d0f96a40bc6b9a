// The parts of an article as the reading sees them: paragraphs, tokens, quotations in marks and sentences.
import { hash } from 'node:crypto';
import { type Quotation, quotationsOf } from './marks.ts';
import { sentencesOf } from './sentences.ts';
import { type Language, type Span, type TokenRange, tight } from './spans.ts';
import { type Token, textAt, tokensOf } from './tokens.ts';

export type { Language, Span, TokenRange } from './spans.ts';

export type Paragraph = Span & {
  /** Counted from 1 over non-empty lines, as in the record. */
  number: number;
  tokens: Token[];
  quotations: Quotation[];
  /** The outer quotations by their opening token: where each closes. */
  openings: ReadonlyMap<number, number>;
  /** Those without a closing mark. */
  unclosed: ReadonlySet<number>;
  /** The same by their closing token. */
  closings: ReadonlyMap<number, number>;
  sentences: TokenRange[];
};

export type Article = {
  file: string;
  text: string;
  sha256: string;
  language: Language;
  paragraphs: Paragraph[];
};

/** A longer paragraph is read in pieces, so that the time for any text grows with its length alone. */
const LONGEST_PIECE = 1000;

/**
 * Cuts a text into paragraphs (non-empty lines), tokens, quotations and sentences. A paragraph of more than a thousand tokens
 * comes in pieces with one number. `sha256` is that of the text's UTF-8 bytes unless the caller knows the file's own.
 */
export function articleOf(
  file: string,
  text: string,
  language: Language,
  sha256 = hash('sha256', text),
): Article {
  const paragraphs: Paragraph[] = [];
  let number = 0;
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    if (line[0].trim() === '') continue;
    number += 1;
    const tokens = tokensOf(text, tight(text, { start: line.index, end: line.index + line[0].length }));
    for (const piece of piecesOf(tokens)) paragraphs.push(paragraphOf(number, piece, language));
  }
  return { file, text, sha256, language, paragraphs };
}

function paragraphOf(number: number, tokens: Token[], language: Language): Paragraph {
  const quotations = quotationsOf(tokens, language);
  const openings = new Map(
    quotations.flatMap(({ open, close, depth }) => (depth === 0 ? [[open, close]] : [])),
  );
  const unclosed = new Set(quotations.filter((each) => each.unclosed).map(({ open }) => open));
  const closings = new Map([...openings].map(([open, close]) => [close, open]));
  const sentences = sentencesOf(tokens, quotations, language);
  const start = tokens[0]?.start ?? 0;
  const end = tokens.at(-1)?.end ?? start;
  return { number, start, end, tokens, quotations, openings, unclosed, closings, sentences };
}

/** The tokens in pieces of at most a thousand, cut after a full stop where one stands in the last fifth. */
function piecesOf(tokens: Token[]): Token[][] {
  const pieces: Token[][] = [];
  let from = 0;
  while (tokens.length - from > LONGEST_PIECE) {
    let to = from + Math.floor(LONGEST_PIECE * 0.8);
    while (to < from + LONGEST_PIECE && !/^[.!?؟]$/.test(textAt(tokens, to - 1))) to += 1;
    pieces.push(tokens.slice(from, to));
    from = to;
  }
  if (from < tokens.length) pieces.push(tokens.slice(from));
  return pieces;
}

/** Arabic where most letters of the first 5,000 characters are; else English. */
export function languageOf(text: string): Language {
  const sample = text.slice(0, 5000);
  const arabic = sample.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return arabic >= latin && arabic > 0 ? 'ar' : 'en';
}

/** The indices of a range whose tokens stand outside the outer quotations that begin in it; of these, the closing marks too. */
export function* outsideMarks({ openings }: Paragraph, { from, to }: TokenRange): Generator<number> {
  for (let at = from; at < to; at += 1) {
    at = openings.get(at) ?? at;
    if (at < to) yield at;
  }
}
