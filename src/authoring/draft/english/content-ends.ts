// Finds where the content after an English speech verb ends: at its marks, the next report, the outer verb, a credit.

import { outsideMarks, type Paragraph, type TokenRange } from '../article.ts';
import { isWord, textAt } from '../tokens.ts';
import { skipAdverbs } from './adverbials.ts';
import { opensClause } from './clauses.ts';
import type { Report } from './report.ts';
import { isAdverb, isFiniteVerb, low } from './tokens.ts';

export function openRange(paragraph: Paragraph, report: Report, cuts: readonly number[]): TokenRange {
  const from = report.open ?? 0;
  const close = paragraph.openings.get(from);
  const end = cuts.find((cut) => cut > from && cut > report.cue.to) ?? report.sentence.to;
  const to = Math.min(end, report.sentence.to, insertionEnd(paragraph, report, from));
  if (close !== undefined && report.kind === 'words' && !goesOn(paragraph, close, to))
    return { from, to: Math.min(close + 1, paragraph.tokens.length) };
  const clause = clauseEnd(paragraph, { from, to });
  return {
    from,
    to: report.kind === 'object' ? withoutDay(paragraph, from, withoutDeed(paragraph, from, clause)) : clause,
  };
}

/** called it "a mess" and left: another verb of the speaker after the marks. */
function withoutDeed({ tokens, closings }: Paragraph, from: number, to: number): number {
  for (let at = from + 1; at < to; at += 1)
    if (closings.has(at - 1) && /^(?:and|but)$/.test(low(tokens, at)) && isFiniteVerb(low(tokens, at + 1)))
      return at;
  return to;
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
  if (close + 1 >= limit || /^[,.?!…—-]$|^\.\.+$/.test(textAt(tokens, close - 1))) return false;
  if (/^(?:as|while|when|before|after|during)$/.test(low(tokens, close + 1))) return false;
  return isWord(tokens, close + 1) || openings.has(close + 1);
}

/** Inside ', who said ...,' and ', telling ...,' the content ends at the comma after which the outer verb follows. */
function insertionEnd(paragraph: Paragraph, report: Report, from: number): number {
  const { tokens } = paragraph;
  if (opensSentence(paragraph, report)) return mainClause(paragraph, report, from) ?? report.sentence.to;
  if (!isInserted(paragraph, report)) return report.sentence.to;
  for (const at of outsideMarks(paragraph, { from, to: report.sentence.to })) {
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

/** Where an open clause ends: before a semicolon or ', citing'; else at its limit. */
export function clauseEnd(paragraph: Paragraph, range: TokenRange): number {
  const { tokens } = paragraph;
  for (const at of outsideMarks(paragraph, range)) {
    if (tokens[at]?.text === ';' && at > range.from) return at;
    if (low(tokens, at) === 'citing' && tokens[at - 1]?.text === ',' && at > range.from + 1) return at;
  }
  return range.to;
}
