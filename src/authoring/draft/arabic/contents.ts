// Finds where the words that an Arabic cue reports begin and end, and which of them stand in marks.
import type { Paragraph, Span, TokenRange } from '../article.ts';
import { isComma, normAt, spanOf, type Token, textAt } from '../tokens.ts';
import type { Mode } from '../utterance.ts';
import type { Complement } from './complements.ts';
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

/** Where the reported clause ends: before the next report, or where the article speaks again after a comma. */
export function clauseEnd(paragraph: Paragraph, range: TokenRange, cutting: ReadonlySet<number>): number {
  const { tokens, openings } = paragraph;
  for (let at = range.from; at < range.to; at += 1) {
    const close = openings.get(at);
    if (close !== undefined) {
      at = Math.min(close, range.to - 1);
      continue;
    }
    if (at > range.from && cutting.has(at)) return withoutLead(tokens, at, range.from);
    const before = textAt(tokens, at - 1);
    if (at > range.from && /^[،,؛;»"”]$/.test(before) && closesAt(tokens, at, cutting)) return at;
    if (tokens[at]?.norm === 'وهو' && tokens[at + 1]?.norm === 'ما') return at;
    if (at > range.from + 2 && /^(وفقا|بحسب|نقلا)$/.test(normAt(tokens, at))) return at;
  }
  return range.to;
}

function closesAt(tokens: readonly Token[], at: number, cutting: ReadonlySet<number>): boolean {
  const norm = normAt(tokens, at);
  const next = normAt(tokens, at + 1);
  if (PRESENT_GOES_ON.has(norm) && /^[يت]/.test(next)) return false;
  if (norm === 'في')
    return next === 'الوقت' || next === 'اشاره' || next === 'حين' || next === 'خطوه' || next === 'وقت';
  if (norm === 'غير' || norm === 'الا')
    return next === 'ان' && [2, 3, 4, 5, 6, 7].some((step) => cutting.has(at + step));
  if (norm === 'خلال') return OCCASION.test(next);
  if (norm === 'دون') return next === 'ان';
  if (norm === 'علي') return next === 'حد';
  return closers.has(norm);
}

const OCCASION = /^(لقا|استقبال|اجتماع|زيار|مؤتمر|جلس|كلم|حديث|تصريح|اتصال|مقابل|مداخل)/;
const PRESENT_GOES_ON = new Set(['فيما', 'بينما']);

/** Words before a cue that belong to its clause: كما, من جانبه, لكنه, قبل أن. */
function withoutLead(tokens: readonly Token[], cue: number, least: number): number {
  let at = cue;
  while (at > least + 1 && LEADS.has(normAt(tokens, at - 1))) at -= 1;
  return at;
}

const LEADS = new Set(
  'كما فيما بينما حيث لكنه لكنها لكنهم لكن ولكنه ولكنها ولكنهم ولكن من جانبه جهته جانبها جهتها في حين قبل بعد ان و ثم قد فقد كان وكان بدوره بدورها الا انه وهو وهي غير وقت'.split(
    ' ',
  ),
);

function trimEnd(tokens: readonly Token[], range: TokenRange): TokenRange {
  let { to } = range;
  while (to > range.from && /^[،,؛;.:!…–—-]$|^\.\.+$/.test(textAt(tokens, to - 1))) to -= 1;
  return { from: range.from, to };
}

/** The insides of the outer marks within a range, without spaces at their ends. */
export function quotesWithin(paragraph: Paragraph, range: TokenRange): Span[] {
  return paragraph.quotations.flatMap(({ open, close, depth }) => {
    if (depth > 0 || open < range.from || open >= range.to) return [];
    return spanOf(paragraph.tokens, { from: open + 1, to: close }) ?? [];
  });
}
