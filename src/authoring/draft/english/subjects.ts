// Finds the subject of an English speech verb that stands before it, with its apposition and its relative clause.
import type { Paragraph, TokenRange } from '../article.ts';
import type { Token } from '../tokens.ts';
import { subjectOfClause } from './clause-subjects.ts';
import { isAdverb, isCapital, isFiniteVerb, isPronoun, low } from './tokens.ts';
import { verbForms } from './verbs.ts';
import {
  auxiliaries,
  conjunctions,
  determiners,
  personNouns,
  plurals,
  prepositions,
  times,
} from './words.ts';

export type Subject = { range: TokenRange; rule: string };

const BOUNDARY = /^[,;:.!?"“”'‘’«»()[\]—–…]$|^-$|^\.\.+$/;
const RELATIVE = new Set(['who', 'which', 'that']);
const LONGEST = 22;

/** The subject before a verb at `cue`, not before `least`; null where none stands there (and said). */
export function subjectBefore(paragraph: Paragraph, cue: number, least: number): Subject | null {
  const { tokens } = paragraph;
  let end = cue;
  while (end > least && (auxiliaries.has(low(tokens, end - 1)) || isAdverb(low(tokens, end - 1)))) end -= 1;
  end = withoutDay(tokens, end, least);
  if (RELATIVE.has(low(tokens, end - 1))) return antecedent(tokens, end - 1, least);
  if (/^[,)—–-]$/.test(tokens[end - 1]?.text ?? '')) {
    const range = subjectOfClause(paragraph, end - 1, least);
    return range === null ? null : { range, rule: 'subject with apposition' };
  }
  const from = withRelative(tokens, phraseStart(tokens, end, least), end, least);
  if (isParticiple(tokens, from, least)) return null;
  return from < end ? { range: { from, to: end }, rule: 'subject before the verb' } : null;
}

/** ..., looking at a row of fence posts: a participle after a comma begins no subject. */
function isParticiple(tokens: readonly Token[], from: number, least: number): boolean {
  return (
    from > least &&
    /ing$/.test(low(tokens, from)) &&
    !isCapital(tokens[from]) &&
    /^[,—–]$/.test(tokens[from - 1]?.text ?? '') &&
    (prepositions.has(low(tokens, from + 1)) || determiners.has(low(tokens, from + 1)))
  );
}

/** Smith on Thursday said: the subject ends before the day. */
function withoutDay(tokens: readonly Token[], end: number, least: number): number {
  let at = end;
  while (at - 1 > least && times.has(low(tokens, at - 1))) at -= 1;
  if (at < end && at - 1 > least && /^(?:on|in|late|early|this|last)$/.test(low(tokens, at - 1))) at -= 1;
  return at > least && !prepositions.has(low(tokens, at - 1)) ? at : end;
}

/** Walks back over a noun phrase: words up to a boundary, 'and' between names included. */
function phraseStart(tokens: readonly Token[], end: number, least: number): number {
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
  return tokens[at]?.text === '-' && /^\d+$/.test(tokens[at - 1]?.text ?? '');
}

/** Officials said tests showed: a noun phrase does not reach back over another report. */
function saysClause(word: string): boolean {
  const form = verbForms.get(word);
  if (form === undefined || form.base || form.ing) return false;
  return word === 'says' || (form.past && form.verb.takes.includes('clause') && !form.verb.report);
}

/** the Sheriffs' Association: an apostrophe that belongs to the word before it. */
function isPossessive(tokens: readonly Token[], at: number): boolean {
  return /^['’]$/.test(tokens[at]?.text ?? '') && /s$/i.test(tokens[at - 1]?.text ?? '');
}

/** A resident who did not want to be named said: the noun before the relative clause begins the subject. */
function withRelative(tokens: readonly Token[], from: number, end: number, least: number): number {
  const relative = low(tokens, from - 1);
  if (from - 2 < least || !['who', 'whose', 'which', 'that'].includes(relative)) return from;
  let finite = relative === 'who' || relative === 'whose';
  for (let at = from; at < end; at += 1) finite ||= isFiniteVerb(low(tokens, at));
  if (!finite || tokens[from - 2]?.text === ',') return from;
  const noun = phraseStart(tokens, from - 1, least);
  return noun < from - 1 && !isFiniteVerb(low(tokens, from - 2)) ? noun : from;
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

const ACROSS = /^(?:across|among|around|within|throughout|between|along|behind)$/;

/**
 * remarks drew a rebuke from the embassy, which accused; Bell is one of 340 cleaners in the city who say: the words after the
 * verb, and of these the last noun before a preposition that the relative can mean.
 */
function nounBefore(tokens: readonly Token[], first: number, end: number, relative: string): number {
  let from = first;
  for (let at = first + 1; at < end - 1; at += 1)
    if (isFiniteVerb(low(tokens, at)) && !isCapital(tokens[at]) && !/ed$/.test(low(tokens, at)))
      from = at + 1;
  if (from === first) return first;
  const starts = [from];
  for (let at = from; at < end - 1; at += 1)
    if (prepositions.has(low(tokens, at)) || ACROSS.test(low(tokens, at))) starts.push(at + 1);
  if (relative === 'which') return starts.findLast((start) => low(tokens, start - 1) !== 'of') ?? from;
  const ends = [...starts.slice(1).map((start) => start - 1), end];
  const found = starts.findLast((start, index) => {
    const head = (ends[index] ?? end) - 1;
    const word = low(tokens, head);
    return (
      start < (ends[index] ?? end) &&
      (personNouns.has(word) || plurals.has(word) || /s$/.test(word) || isCapital(tokens[head]))
    );
  });
  return found ?? from;
}

/** Who said: the noun before the relative pronoun. */
function antecedent(tokens: readonly Token[], relative: number, least: number): Subject | null {
  const end = tokens[relative - 1]?.text === ',' ? relative - 1 : relative;
  const from = nounBefore(tokens, phraseStart(tokens, end, least), end, low(tokens, relative));
  const own =
    low(tokens, relative) === 'that' && end === relative && !isCapital(tokens[from]) && end - from > 6;
  return from < end && !own ? { range: { from, to: end }, rule: 'antecedent of the relative' } : null;
}
