// Steps over what stands between an English verb and its content: adverbs, addressees, phrases of time and place.
import { isWord, type Token, textAt } from '../tokens.ts';
import { isAdverb, isCapital, isFiniteVerb, isPronoun, low } from './tokens.ts';
import {
  auxiliaries,
  conjunctions,
  determiners,
  listeners,
  modals,
  people,
  prepositions,
  times,
} from './words.ts';

export function skipAdverbs(tokens: readonly Token[], from: number): number {
  let at = from;
  while (isAdverb(low(tokens, at)) && !times.has(low(tokens, at)) && !/['’]s$/.test(textAt(tokens, at + 1)))
    at += 1;
  return at;
}

/** told reporters, told the committee, told CBC News: the addressee up to its last word. */
export function skipPerson(tokens: readonly Token[], from: number, limit: number): number {
  let at = from;
  const word = low(tokens, at);
  if (word === 'not') return from;
  if (people.has(word)) return at + 1;
  if (determiners.has(word)) at += 1;
  else if (isTitle(tokens, at)) at += 1;
  const named = isCapital(tokens[at]);
  let words = 0;
  while (at < limit && words < 6 && isWord(tokens, at)) {
    const here = low(tokens, at);
    if (
      ['that', 'to', 'if', 'whether', 'why', 'how', 'what', 'about', 'when', 'where'].includes(here) ||
      isPronoun(here)
    )
      break;
    if (words > 0 && (determiners.has(here) || prepositions.has(here) || times.has(here))) break;
    if (named && words > 0 && !isCapital(tokens[at]) && !['of', 'and', 'the'].includes(here)) break;
    if (!named && words > 0 && isCapital(tokens[at])) break;
    if (isFiniteVerb(here) && words > 0) return afterNoun(tokens, from);
    words += 1;
    at += 1;
  }
  return at;
}

/** told councillors staff had left, told the committee staff had left: the noun alone, where a clause follows without 'that'. */
function afterNoun(tokens: readonly Token[], from: number): number {
  const noun = determiners.has(low(tokens, from)) ? from + 1 : from;
  const word = low(tokens, noun);
  return listeners.has(word) && !isCapital(tokens[noun]) ? noun + 1 : from;
}

/** told host Ann Smith: a noun of one right before a name. */
function isTitle(tokens: readonly Token[], at: number): boolean {
  const word = low(tokens, at);
  return !isCapital(tokens[at]) && isWord(tokens, at) && !word.endsWith('s') && isCapital(tokens[at + 1]);
}

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;

/** The index after an adverbial that begins at `at`; `at` where none does. */
export function skipAdverbial(tokens: readonly Token[], at: number, limit: number): number {
  const word = low(tokens, at);
  if (/^(?:last|this|next)$/.test(word) && /['’]s$/.test(textAt(tokens, at + 1))) return at; // last year's fire
  if (times.has(word) || isAdverb(word))
    return MONTH.test(word) && /^\d+$/.test(low(tokens, at + 1)) ? at + 2 : at + 1;
  if (
    ['last', 'this', 'next', 'late', 'early', 'that', 'earlier'].includes(word) &&
    (times.has(low(tokens, at + 1)) ||
      ['summer', 'spring', 'fall', 'winter', 'afternoon', 'morning'].includes(low(tokens, at + 1)))
  )
    return at + 2;
  if (!prepositions.has(word)) return at;
  return skipPhrase(tokens, at, limit);
}

/** in a statement, on Parliament Hill, during a visit: a preposition with its noun phrase. */
function skipPhrase(tokens: readonly Token[], from: number, limit: number): number {
  let at = from + 1;
  let nouns = 0;
  for (; at < limit; at += 1) {
    const token = tokens[at];
    const word = low(tokens, at);
    if (token === undefined || !token.word) break;
    if (nouns === 0 && determiners.has(word)) continue;
    if (determiners.has(word) || prepositions.has(word) || isPronoun(word) || conjunctions.has(word)) {
      if (word === 'of' && nouns > 0) {
        nouns = 0;
        continue;
      }
      break;
    }
    if (nouns > 0 && (times.has(word) || modals.has(word) || auxiliaries.has(word))) break;
    if (nouns > 0 && isCapital(token) !== isCapital(tokens[at - 1]) && !/^\d/.test(token.text)) {
      if (isCapital(token) || !NOUN_AFTER_NAME.test(word)) break;
    }
    nouns += 1;
  }
  return nouns > 0 ? at : from;
}

const NOUN_AFTER_NAME =
  /^(?:news|radio|interview|statement|post|conference|speech|rally|hearing|meeting|event|report|show|program|briefing|document|memo|tweet|message|letter|newspaper)$/;
