// Finds the subject of an English speech verb that stands before it, with its apposition and its relative clause.
import type { Paragraph, TokenRange } from '../article.ts';
import { type Token, textAt } from '../tokens.ts';
import { subjectOfClause } from './clause-subjects.ts';
import { phraseStart } from './noun-phrases.ts';
import { antecedent, withRelative } from './relatives.ts';
import { isAdverb, isCapital, low } from './tokens.ts';
import { auxiliaries, determiners, prepositions, times } from './words.ts';

export type Subject = { range: TokenRange; rule: string };

const RELATIVE = new Set(['who', 'which', 'that']);
/** The subject before a verb at `cue`, not before `least`; null where none stands there (and said). */
export function subjectBefore(paragraph: Paragraph, cue: number, least: number): Subject | null {
  const { tokens } = paragraph;
  let end = cue;
  while (
    end > least &&
    (auxiliaries.has(low(tokens, end - 1)) ||
      isAdverb(low(tokens, end - 1)) ||
      (low(tokens, end - 1) === 'long' && auxiliaries.has(low(tokens, end - 2))))
  )
    end -= 1;
  end = withoutDay(tokens, end, least);
  if (RELATIVE.has(low(tokens, end - 1))) return antecedent(tokens, end - 1, least);
  if (/^[,)—–-]$/.test(textAt(tokens, end - 1))) {
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
    /^[,—–]$/.test(textAt(tokens, from - 1)) &&
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
