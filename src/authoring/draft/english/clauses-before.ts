// Tells whether the words before an English speech verb are what was said.
import type { Paragraph, TokenRange } from '../article.ts';
import { isAdverb, isCapital, isFiniteVerb, isPronoun, low } from './tokens.ts';
import { conjunctions, people, prepositions, times } from './words.ts';

export function isClause(paragraph: Paragraph, from: number, to: number): boolean {
  let words = 0;
  let finite = false;
  for (let at = from; at < to; at += 1) {
    if (paragraph.tokens[at]?.word) words += 1;
    finite ||= isFiniteVerb(low(paragraph.tokens, at)) || isPronoun(low(paragraph.tokens, at));
  }
  return words >= 3 && finite;
}

/** If you look, people project feelings onto it: a verb with words of its own after it reports nothing before it. */
export function hasObject({ tokens }: Paragraph, after: number, sentence: TokenRange): boolean {
  const word = low(tokens, after);
  if (after >= sentence.to || !tokens[after]?.word) return false;
  return !(
    isAdverb(word) ||
    times.has(word) ||
    prepositions.has(word) ||
    conjunctions.has(word) ||
    people.has(word) ||
    /^(?:last|next|this|early|late|earlier|according|adding|citing|to|the|his|her|a|an|at)$/.test(word) ||
    isCapital(tokens[after])
  );
}

/** Asked whether it was true, Smith said no: the question is not the answer. */
export function isAnswer({ tokens }: Paragraph, sentence: TokenRange): boolean {
  return (
    /^(?:asked|pressed|questioned)$/.test(low(tokens, sentence.from)) ||
    (low(tokens, sentence.from) === 'when' && /^(?:asked|pressed)$/.test(low(tokens, sentence.from + 1)))
  );
}
