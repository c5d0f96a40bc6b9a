// Finds what goes on after an English cue that stands inside or behind what it reports: The plan, he said, will work.
import type { Paragraph, TokenRange } from '../article.ts';
import { skipAdverbial } from './adverbials.ts';
import { low } from './tokens.ts';
import { auxiliaries, modals } from './words.ts';

/** What goes on after ', he said,': a quotation or the rest of the clause. */
export function resumed(paragraph: Paragraph, from: number, sentence: TokenRange): TokenRange | null {
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
  if (
    /ing$/.test(word) ||
    [
      'who',
      'which',
      'and',
      'but',
      'while',
      'as',
      'where',
      'when',
      'according',
      'citing',
      'a',
      'an',
      'after',
    ].includes(word)
  )
    return null;
  return at + 3 < sentence.to ? { from: at + 1, to: sentence.to } : null;
}

/** That, says Smith, is a lie; There is a sense, says Smith, that ...: the clause goes on, while a noun would describe Smith. */
export function goesOnWithVerb({ tokens }: Paragraph, rest: TokenRange | null): boolean {
  const word = low(tokens, rest?.from ?? -1);
  return word === 'that' || modals.has(word) || (auxiliaries.has(word) && !/ing$/.test(word));
}
