// Finds the noun that an English relative pronoun means: a resident who did not want to be named said.
import type { TokenRange } from '../article.ts';
import type { Token } from '../tokens.ts';
import { phraseStart } from './noun-phrases.ts';
import { isCapital, isFiniteVerb, low } from './tokens.ts';
import { personNouns, plurals, prepositions } from './words.ts';

/** A resident who did not want to be named said: the noun before the relative clause begins the subject. */
export function withRelative(tokens: readonly Token[], from: number, end: number, least: number): number {
  const relative = low(tokens, from - 1);
  if (from - 2 < least || !['who', 'whose', 'which', 'that'].includes(relative)) return from;
  let finite = relative === 'who' || relative === 'whose';
  for (let at = from; at < end; at += 1) finite ||= isFiniteVerb(low(tokens, at));
  if (!finite || tokens[from - 2]?.text === ',') return from;
  const noun = phraseStart(tokens, from - 1, least);
  return noun < from - 1 && !isFiniteVerb(low(tokens, from - 2)) ? noun : from;
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
    if (index > 0 && isCapital(tokens[start - 2]) && isCapital(tokens[head])) return false; // Ann Smith of the Regina Police, who
    return (
      start < (ends[index] ?? end) &&
      (personNouns.has(word) || plurals.has(word) || /s$/.test(word) || isCapital(tokens[head]))
    );
  });
  return found ?? from;
}

/** Who said: the noun before the relative pronoun. */
export function antecedent(
  tokens: readonly Token[],
  relative: number,
  least: number,
): { range: TokenRange; rule: string } | null {
  const end = tokens[relative - 1]?.text === ',' ? relative - 1 : relative;
  const from = nounBefore(tokens, phraseStart(tokens, end, least), end, low(tokens, relative));
  const own =
    low(tokens, relative) === 'that' && end === relative && !isCapital(tokens[from]) && end - from > 6;
  return from < end && !own ? { range: { from, to: end }, rule: 'antecedent of the relative' } : null;
}
