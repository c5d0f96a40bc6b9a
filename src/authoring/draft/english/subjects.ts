// Finds the subject of an English speech verb: before it, with apposition, or after it.
import type { Paragraph, TokenRange } from '../article.ts';
import type { Token } from '../tokens.ts';
import { isAdverb, isCapital, isPronoun, low } from './tokens.ts';
import { auxiliaries, conjunctions, determiners, prepositions, times } from './words.ts';

/** `start` is where the clause of the subject begins, at the subject or at the commas before it. */
export type Subject = { range: TokenRange; rule: string };

const BOUNDARY = /^[,;:.!?"“”'‘«»()[\]—–…]$|^-$|^\.\.+$/;
const RELATIVE = new Set(['who', 'which', 'that']);
const LONGEST = 22;

/** The subject before a verb at `cue`, not before `least`; null where none stands there (and said). */
export function subjectBefore(paragraph: Paragraph, cue: number, least: number): Subject | null {
  const { tokens } = paragraph;
  let end = cue;
  while (end > least && (auxiliaries.has(low(tokens, end - 1)) || isAdverb(low(tokens, end - 1)))) end -= 1;
  if (RELATIVE.has(low(tokens, end - 1))) return antecedent(tokens, end - 1, least);
  if (tokens[end - 1]?.text === ',' || tokens[end - 1]?.text === ')' || tokens[end - 1]?.text === '—')
    return withApposition(paragraph, end - 1, least);
  const from = phraseStart(tokens, end, least);
  return from < end ? { range: { from, to: end }, rule: 'subject before the verb' } : null;
}

/** Walks back over a noun phrase: words up to a boundary, 'and' between names included. */
function phraseStart(tokens: readonly Token[], end: number, least: number): number {
  let from = end;
  while (from > least && end - from < LONGEST) {
    const token = tokens[from - 1];
    if (token === undefined || BOUNDARY.test(token.text)) break;
    const word = low(tokens, from - 1);
    if (
      word === 'and' &&
      from < end &&
      isCapital(tokens[from]) &&
      isCapital(tokens[from - 2]) &&
      from - 2 >= least
    ) {
      from -= 1;
      continue;
    }
    if (conjunctions.has(word)) break;
    from -= 1;
    if (isPronoun(word)) break;
  }
  return withoutLead(tokens, from, end);
}

/** Without what opens a sentence and is no part of the subject: On Friday he, Last week Smith, In Ottawa Smith. */
function withoutLead(tokens: readonly Token[], from: number, end: number): number {
  let at = from;
  if (
    at < end - 1 &&
    (times.has(low(tokens, at)) || isAdverb(low(tokens, at)) || low(tokens, at) === 'last')
  ) {
    while (
      at < end - 1 &&
      (times.has(low(tokens, at)) || isAdverb(low(tokens, at)) || low(tokens, at) === 'last')
    )
      at += 1;
    return at;
  }
  if (prepositions.has(low(tokens, at)) && !['of', 'as'].includes(low(tokens, at))) {
    for (let index = end - 1; index > at; index -= 1) if (isPronoun(low(tokens, index))) return index;
    for (let index = at + 2; index < end; index += 1)
      if (
        (isCapital(tokens[index]) && !isCapital(tokens[index - 1])) ||
        (determiners.has(low(tokens, index)) && !prepositions.has(low(tokens, index - 1)))
      )
        return index;
  }
  return at;
}

/** Who said: the noun before the relative pronoun. */
function antecedent(tokens: readonly Token[], relative: number, least: number): Subject | null {
  const end = tokens[relative - 1]?.text === ',' ? relative - 1 : relative;
  const from = phraseStart(tokens, end, least);
  const own =
    low(tokens, relative) === 'that' && end === relative && !isCapital(tokens[from]) && end - from > 6;
  return from < end && !own ? { range: { from, to: end }, rule: 'antecedent of the relative' } : null;
}

/** Name, the minister of finance, said: back over insertions between commas or brackets to the noun they describe. */
function withApposition(paragraph: Paragraph, last: number, least: number): Subject | null {
  const { tokens } = paragraph;
  let comma = last;
  for (let steps = 0; steps < 6; steps += 1) {
    const before = previousMark(tokens, comma, least);
    if (before === null) break;
    comma = before;
    const from = phraseStart(tokens, comma, least);
    const segmentStart =
      from <= least || BOUNDARY.test(tokens[from - 1]?.text ?? '') || conjunctions.has(low(tokens, from - 1));
    const further = tokens[from - 1]?.text === ',' && isInsertion(tokens, from, comma);
    if (segmentStart && from < comma && !further)
      return { range: { from, to: last }, rule: 'subject with apposition' };
  }
  return null;
}

/** A segment that goes on with a description (an age, a place, 'a nurse from', 'who was'), so that the noun stands further ahead. */
function isInsertion(tokens: readonly Token[], from: number, to: number): boolean {
  const word = low(tokens, from);
  if (/^\d/.test(word) || ['a', 'an', 'who', 'which', 'whose', 'where'].includes(word)) return true;
  return word === 'the' || (to - from <= 2 && isCapital(tokens[from]) && !isCapital(tokens[from - 2]));
}

function previousMark(tokens: readonly Token[], from: number, least: number): number | null {
  const opening = tokens[from]?.text === ')' ? '(' : tokens[from]?.text;
  for (let at = from - 1; at > Math.max(least, from - 30); at -= 1) {
    if (tokens[at]?.text === opening) return at;
    if (/^[.!?;:"”“]$/.test(tokens[at]?.text ?? '')) return null;
  }
  return null;
}

/** The subject after a verb (said Ann Smith, the chairwoman): up to a full stop, an adverbial or what follows a second comma. */
export function subjectAfter(paragraph: Paragraph, cue: number, limit: number): Subject | null {
  const { tokens } = paragraph;
  let to = cue + 1;
  let comma = false;
  for (; to < limit; to += 1) {
    const token = tokens[to];
    const word = low(tokens, to);
    if (token === undefined || /^[;:."“”!?—–]$/.test(token.text)) break;
    if (token.text === ',') {
      if (comma || !describes(tokens, to + 1)) break;
      comma = true;
      continue;
    }
    if (comma) continue;
    if (
      times.has(word) ||
      [
        'in',
        'on',
        'at',
        'during',
        'after',
        'before',
        'when',
        'as',
        'while',
        'via',
        'through',
        'about',
        'to',
      ].includes(word)
    )
      break;
  }
  while (to > cue + 1 && !(tokens[to - 1]?.word ?? false)) to -= 1;
  const first = tokens[cue + 1];
  if (to <= cue + 1 || first === undefined || !first.word) return null;
  return { range: { from: cue + 1, to }, rule: 'subject after the verb' };
}

function describes(tokens: readonly Token[], at: number): boolean {
  return (
    [
      'who',
      'whose',
      'a',
      'an',
      'the',
      'chief',
      'former',
      'director',
      'president',
      'executive',
      'professor',
      'spokesman',
      'spokeswoman',
      'which',
      'senior',
      'head',
      'vice',
      'chair',
    ].includes(low(tokens, at)) || /^\d+$/.test(low(tokens, at))
  );
}
