// Finds the subject of an English verb behind insertions: Ann Smith, the mayor, who is 61, said.
import type { Paragraph, TokenRange } from '../article.ts';
import { isWord, type Token, textAt } from '../tokens.ts';
import { isAdverb, isCapital, isFiniteVerb, isPronoun, low } from './tokens.ts';
import { auxiliaries, conjunctions, determiners, modals, prepositions, times } from './words.ts';

/** More tokens than this between a subject and its verb are another clause. */
const LONGEST = 70;

/**
 * The subject that ends at the mark `last` before a verb: the first segment of the clause that is a noun without a verb of its
 * own, with all that is inserted after it; null where no segment is one.
 */
export function subjectOfClause(paragraph: Paragraph, last: number, least: number): TokenRange | null {
  const starts = segmentsOf(paragraph, last, Math.max(least, last - LONGEST));
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? last + 1;
    const from = nounStart(paragraph.tokens, start, end - 1);
    if (from !== null && from < last) return { from, to: last };
  }
  return null;
}

/** Where the parts between commas, brackets and dashes begin, after the last quotation, semicolon or 'that' before the verb. */
function segmentsOf({ tokens, openings, closings }: Paragraph, last: number, least: number): number[] {
  let starts = [least];
  let depth = 0;
  for (let at = least; at < last; at += 1) {
    const text = textAt(tokens, at);
    const close = openings.get(at);
    if (close !== undefined && close < last) at = close;
    if (closings.has(at))
      starts = tokens[at + 1]?.word && /\p{L}/u.test(textAt(tokens, at - 1)) ? [] : [at + 1];
    else if (text === ';' || text === ':') starts = [at + 1];
    else if (text === '(') depth += 1;
    else if (text === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && /^[,—–]$/.test(text)) starts.push(at + 1);
  }
  return starts.filter((start) => start < last);
}

/** The noun that a segment begins with, after a conjunction or a lead (On Friday Smith); null where it is a clause or an adverbial. */
function nounStart(tokens: readonly Token[], start: number, end: number): number | null {
  let from = start;
  while (/^(?:and|but|yet|so|meanwhile|then|still)$/.test(low(tokens, from)) || isLead(tokens, from))
    from += 1;
  if (from >= end) return null;
  const word = low(tokens, from);
  if (/^(?:after|because|when|before|until|while|as)$/.test(word) && isCapital(tokens[from + 1]))
    return holdsVerb(tokens, from + 1, end) ? null : from + 1; // after Larry Bell, the adviser, told
  if (conjunctions.has(word) && word !== 'that') return null;
  if (prepositions.has(word)) {
    const name = nameAfterLead(tokens, from, end);
    return name !== null && !holdsVerb(tokens, name, end) ? name : null;
  }
  if (/ing$/.test(word) && !isCapital(tokens[from])) return null;
  if (holdsVerb(tokens, from, end)) return null;
  return isNoun(tokens, from) ? from : null;
}

function isLead(tokens: readonly Token[], at: number): boolean {
  return times.has(low(tokens, at)) || isAdverb(low(tokens, at)) || low(tokens, at) === 'last';
}

function isNoun(tokens: readonly Token[], at: number): boolean {
  return isWord(tokens, at) && !auxiliaries.has(low(tokens, at)) && !modals.has(low(tokens, at));
}

/** In Ottawa Smith, the mayor: a pronoun, a name after a word in lower case, or a determiner after the noun of the lead. */
function nameAfterLead(tokens: readonly Token[], from: number, end: number): number | null {
  for (let at = from + 2; at < end; at += 1) {
    if (isPronoun(low(tokens, at))) return at;
    if (prepositions.has(low(tokens, at - 1)) || determiners.has(low(tokens, at - 1))) continue;
    if ((isCapital(tokens[at]) && !isCapital(tokens[at - 1])) || determiners.has(low(tokens, at))) return at;
  }
  return null;
}

/** Whether a segment has a verb of its own outside a relative clause. Words in -ed before a noun describe it: retired teacher. */
function holdsVerb(tokens: readonly Token[], from: number, end: number): boolean {
  for (let at = from + 1; at < end; at += 1) {
    const word = low(tokens, at);
    if (/^(?:who|whose|which|that|where)$/.test(word)) return false;
    if (isCapital(tokens[at]) || !isFiniteVerb(word)) continue;
    if (!/ed$/.test(word)) return true;
    const next = low(tokens, at + 1);
    if (determiners.has(next) || isPronoun(next) || next === 'to') return true;
  }
  return false;
}
