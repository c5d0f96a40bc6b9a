// Finds where the clause that an Arabic cue reports ends, and the words before the next cue that belong to that one.
import type { Paragraph, TokenRange } from '../article.ts';
import { normAt, type Token, textAt } from '../tokens.ts';
import { closers } from './words.ts';

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
export function withoutLead(tokens: readonly Token[], cue: number, least: number): number {
  let at = cue;
  while (at > least + 1 && LEADS.has(normAt(tokens, at - 1))) at -= 1;
  return at;
}

const LEADS = new Set(
  'كما فيما بينما حيث لكنه لكنها لكنهم لكن ولكنه ولكنها ولكنهم ولكن من جانبه جهته جانبها جهتها في حين قبل بعد ان و ثم قد فقد كان وكان بدوره بدورها الا انه وهو وهي غير وقت'.split(
    ' ',
  ),
);
