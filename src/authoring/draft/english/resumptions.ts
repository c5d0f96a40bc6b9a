// Finds what goes on after an English cue that stands inside or behind what it reports: The plan, he said, will work.
import type { Paragraph, TokenRange } from '../article.ts';
import { type Token, textAt } from '../tokens.ts';
import { skipAdverbial } from './adverbials.ts';
import { hasFinite, opensClause } from './clauses.ts';
import { isAdverb, isFiniteVerb, low } from './tokens.ts';
import { verbForms } from './verbs.ts';
import { modals } from './words.ts';

const CONJUNCTION = /^(?:and|but|because|though|although|since|if|unless|so|which)$/;

/**
 * What goes on after ', he said,': a quotation or the rest of the clause. Where `clauses` is true, a clause with a conjunction
 * goes on, too: The road is closed, he said, but it may reopen. Where `unfinished` is true, anything does: It was, he said, a lie.
 */
export function resumed(
  paragraph: Paragraph,
  from: number,
  sentence: TokenRange,
  clauses: boolean,
  unfinished: boolean,
): TokenRange | null {
  const { tokens, openings } = paragraph;
  let at = from;
  for (let steps = 0; steps < 6; steps += 1) {
    const next = skipAdverbial(tokens, at, sentence.to);
    if (next === at) break;
    at = next;
  }
  if (openings.has(at)) return { from: at, to: sentence.to };
  if (tokens[at]?.text !== ',') return null;
  if (openings.has(at + 1)) return { from: at + 1, to: sentence.to };
  const word = low(tokens, at + 1);
  if (unfinished) return { from: at + 1, to: sentence.to };
  if (/^(?:and|but)$/.test(word) && openings.has(at + 2)) return { from: at + 2, to: sentence.to };
  if (clauses && CONJUNCTION.test(word)) {
    const follows =
      word === 'which'
        ? finiteSoon(tokens, at + 2)
        : /^(?:and|but|so)$/.test(word)
          ? opensClause(tokens, at + 2, sentence.to)
          : hasFinite(tokens, at + 2, sentence.to);
    return follows ? { from: at + 1, to: sentence.to } : null;
  }
  if (
    /ing$/.test(word) ||
    /^(?:who|which|and|but|while|as|where|when|according|citing|a|an|after)$/.test(word)
  )
    return null;
  return at + 3 < sentence.to ? { from: at + 1, to: sentence.to } : null;
}

/** "We tried," Smith told reporters, "and we failed.": a quotation in small letters after a comma, with no other verb of speech between. */
export function quotationFurtherOn(
  { tokens, openings }: Paragraph,
  from: number,
  sentence: TokenRange,
): TokenRange | null {
  for (let at = from; at < Math.min(sentence.to, from + FURTHEST); at += 1) {
    if (openings.has(at))
      return tokens[at - 1]?.text === ',' && /^\p{Ll}/u.test(textAt(tokens, at + 1))
        ? { from: at, to: sentence.to }
        : null;
    const form = verbForms.get(low(tokens, at));
    if (form !== undefined && !form.base && !form.verb.noun) return null;
  }
  return null;
}

const FURTHEST = 24;

/** which could push, which has already been: a verb, with an adverb before it at most. */
function finiteSoon(tokens: readonly Token[], from: number): boolean {
  return (
    isFiniteVerb(low(tokens, from)) || (isAdverb(low(tokens, from)) && isFiniteVerb(low(tokens, from + 1)))
  );
}

/** That, says Smith, is a lie; There is a sense, says Smith, that ...: the clause goes on, while a noun would describe Smith. */
export function goesOnWithVerb({ tokens }: Paragraph, rest: TokenRange): boolean {
  const word = low(tokens, rest.from);
  return word === 'that' || modals.has(word) || (isFiniteVerb(word) && !/(?:ing|ed)$/.test(word));
}
