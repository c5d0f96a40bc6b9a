// Finds where the English noun phrase before a verb begins.
import { type Token, textAt } from '../tokens.ts';
import { isAdverb, isCapital, isPronoun, low } from './tokens.ts';
import { verbForms } from './verbs.ts';
import { conjunctions, determiners, prepositions, times } from './words.ts';

const BOUNDARY = /^[,;:.!?"“”'‘’«»()[\]—–…]$|^-$|^\.\.+$/;

const LONGEST = 22;

/** Walks back over a noun phrase: words up to a boundary, 'and' between names included. */
export function phraseStart(tokens: readonly Token[], end: number, least: number): number {
  let from = end;
  while (from > least && end - from < LONGEST) {
    const token = tokens[from - 1];
    if (
      token === undefined ||
      (BOUNDARY.test(token.text) && !isPossessive(tokens, from - 1) && !isAge(tokens, from - 1))
    )
      break;
    const word = low(tokens, from - 1);
    if (word === 'and' && from < end && isCapital(tokens[from]) && isCapital(tokens[from - 2])) {
      if (from - 2 < least) break;
      from -= 1;
      continue;
    }
    if (conjunctions.has(word) || saysClause(word)) break;
    from -= 1;
    if (isPronoun(word)) break;
  }
  return withoutLead(tokens, from, end);
}

/** the 72-year-old: a hyphen after a number. */
function isAge(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === '-' && /^\d+$/.test(textAt(tokens, at - 1));
}

/** Officials said tests showed: a noun phrase does not reach back over another report. */
function saysClause(word: string): boolean {
  const form = verbForms.get(word);
  if (form === undefined || form.base || form.ing) return false;
  return word === 'says' || (form.past && form.verb.takes.includes('clause') && !form.verb.report);
}

/** the Sheriffs' Association: an apostrophe that belongs to the word before it. */
function isPossessive(tokens: readonly Token[], at: number): boolean {
  return /^['’]$/.test(textAt(tokens, at)) && /s$/i.test(textAt(tokens, at - 1));
}

/** Without what opens a sentence and is no part of the subject: On Friday he, Last week Smith, In Ottawa Smith. */
function withoutLead(tokens: readonly Token[], from: number, end: number): number {
  let at = from;
  const isLead = () => times.has(low(tokens, at)) || isAdverb(low(tokens, at)) || low(tokens, at) === 'last';
  if (at < end - 1 && isLead()) {
    while (at < end - 1 && isLead()) at += 1;
    return at;
  }
  if (!prepositions.has(low(tokens, at)) || ['of', 'as'].includes(low(tokens, at))) return at;
  for (let index = end - 1; index > at; index -= 1) if (isPronoun(low(tokens, index))) return index;
  for (let index = at + 2; index < end; index += 1)
    if (
      (isCapital(tokens[index]) && !isCapital(tokens[index - 1])) ||
      (determiners.has(low(tokens, index)) && !prepositions.has(low(tokens, index - 1)))
    )
      return index;
  return at + 1 < end ? at + 1 : at;
}
