// Turns the token ranges of English reports into contents: their ends, their quotations and their mode.
import type { Paragraph, Span, TokenRange } from '../article.ts';
import type { Mode } from '../utterance.ts';
import { skipAdverbs } from './adverbials.ts';
import { opensClause } from './clauses.ts';
import type { Report } from './report.ts';
import { isAdverb, isFiniteVerb, low } from './tokens.ts';

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
  const contents = trimmed.flatMap((range) => spanOf(paragraph, range));
  return { contents, quotes, mode: modeOf(paragraph, trimmed, quotes.length), ranges: trimmed };
}

function openRange(paragraph: Paragraph, report: Report, cuts: readonly number[]): TokenRange {
  const from = report.open ?? 0;
  const close = paragraph.openings.get(from);
  const end = cuts.find((cut) => cut > from && cut > report.cue.to) ?? report.sentence.to;
  const to = Math.min(end, report.sentence.to, insertionEnd(paragraph, report, from));
  if (close !== undefined && report.kind === 'words' && !goesOn(paragraph, close, to))
    return { from, to: Math.min(close + 1, paragraph.tokens.length) };
  const clause = clauseEnd(paragraph, { from, to });
  return { from, to: report.kind === 'object' ? withoutDay(paragraph, from, clause) : clause };
}

/** confirmed the closures on Friday: the day tells of the confirmation. */
function withoutDay({ tokens }: Paragraph, from: number, to: number): number {
  let end = to;
  while (end > from && !tokens[end - 1]?.word) end -= 1;
  if (!/^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(low(tokens, end - 1))) return to;
  const start = low(tokens, end - 2) === 'on' ? end - 2 : end - 1;
  return start - from > 1 ? start : to;
}

/** admitted "a few mistakes" that ...: the clause goes on after marks that end without punctuation. */
function goesOn({ tokens, openings }: Paragraph, close: number, limit: number): boolean {
  if (close + 1 >= limit || /^[,.?!…—-]$|^\.\.+$/.test(tokens[close - 1]?.text ?? '')) return false;
  if (/^(?:as|while|when|before|after|during)$/.test(low(tokens, close + 1))) return false;
  return (tokens[close + 1]?.word ?? false) || openings.has(close + 1);
}

/** Inside ', who said ...,' and ', telling ...,' the content ends at the comma after which the outer verb follows. */
function insertionEnd(paragraph: Paragraph, report: Report, from: number): number {
  const { tokens, openings } = paragraph;
  if (opensSentence(paragraph, report)) return mainClause(paragraph, report, from) ?? report.sentence.to;
  if (!isInserted(paragraph, report)) return report.sentence.to;
  for (let at = from; at < report.sentence.to; at += 1) {
    const close = openings.get(at);
    if (close !== undefined) at = Math.min(close, report.sentence.to);
    if (tokens[at]?.text !== ',') continue;
    let next = at + 1;
    while (isAdverb(low(tokens, next))) next += 1;
    if (isFiniteVerb(low(tokens, next)) && !/^(?:was|were|been)$/.test(low(tokens, at - 1))) return at;
  }
  return report.sentence.to;
}

/** Saying the plan works, Smith asked for money: the comma before the main clause; null where none follows. */
export function mainClause(paragraph: Paragraph, report: Report, from: number): number | null {
  const { tokens, openings } = paragraph;
  for (let at = from; at < report.sentence.to; at += 1) {
    const close = openings.get(at);
    if (close !== undefined) {
      at = Math.min(close, report.sentence.to);
      if (tokens[at - 1]?.text === ',' && opensClause(tokens, at + 1, report.sentence.to)) return at + 1;
    }
    if (tokens[at]?.text === ',' && opensClause(tokens, at + 1, report.sentence.to)) return at;
  }
  return null;
}

/** Whether a report opens its sentence with a participle, so that its subject stands in the main clause. */
export function opensSentence({ tokens }: Paragraph, { ing, cue, sentence }: Report): boolean {
  return ing && skipAdverbs(tokens, sentence.from) === cue.from;
}

function isInserted(paragraph: Paragraph, report: Report): boolean {
  const { tokens } = paragraph;
  for (let at = report.cue.from - 1; at > Math.max(report.sentence.from, report.cue.from - 16); at -= 1)
    if (tokens[at]?.text === ',')
      return report.ing ? at === report.cue.from - 1 : /^(?:who|which)$/.test(low(tokens, at + 1));
  return false;
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

/** Where an open clause ends: before ', according to', ', adding', a dash pair; else at its limit. */
function clauseEnd(paragraph: Paragraph, range: TokenRange): number {
  const { tokens, openings } = paragraph;
  for (let at = range.from; at < range.to; at += 1) {
    const close = openings.get(at);
    if (close !== undefined) {
      at = Math.min(close, range.to);
      continue;
    }
    if (low(tokens, at) === 'according' && low(tokens, at + 1) === 'to' && at > range.from) return at;
    if (tokens[at]?.text === ';' && at > range.from) return at;
  }
  return range.to;
}

function trim(paragraph: Paragraph, range: TokenRange): TokenRange {
  const { tokens } = paragraph;
  let { from, to } = range;
  while (from < to && /^[,;:.]$/.test(tokens[from]?.text ?? '')) from += 1;
  while (
    to > from &&
    (/^[,;:.—–]$/.test(tokens[to - 1]?.text ?? '') || /^(?:and|but|while)$/.test(low(tokens, to - 1)))
  )
    to -= 1;
  return { from, to };
}

function spanOf(paragraph: Paragraph, range: TokenRange): Span[] {
  const first = paragraph.tokens[range.from];
  const last = paragraph.tokens[range.to - 1];
  return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
}

function quotesWithin(paragraph: Paragraph, range: TokenRange): Span[] {
  const quotes: Span[] = [];
  for (let at = range.from; at < range.to; at += 1) {
    const close = paragraph.openings.get(at);
    if (close === undefined) continue;
    const end = Math.min(close, range.to);
    const first = paragraph.tokens[at + 1];
    const last = paragraph.tokens[end - 1];
    if (first !== undefined && last !== undefined && end > at + 1)
      quotes.push({ start: first.start, end: last.end });
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
