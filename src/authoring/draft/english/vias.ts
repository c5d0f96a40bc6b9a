// Finds the outlet to which an English passage says that something was said: told the Toronto Star, in an interview with CBC.

import type { Paragraph, TokenRange } from '../article.ts';
import { outletId } from '../outlets.ts';
import { holds } from '../spans.ts';
import { textAt } from '../tokens.ts';
import { isCapital, low } from './tokens.ts';

const REACH = 14;

/** The tokens that name an outlet between a cue and the end of its sentence, outside the content; null where none does. */
export function viaAfter(
  { tokens }: Paragraph,
  cue: TokenRange,
  content: readonly TokenRange[],
): TokenRange | null {
  for (let at = cue.to; at < Math.min(tokens.length, cue.to + REACH); at += 1) {
    if (content.some((range) => holds(range, at)) || /^[.;]$/.test(textAt(tokens, at))) return null;
    if (!isCapital(tokens[at])) continue;
    let to = at + 1;
    while (to < tokens.length && (isCapital(tokens[to]) || low(tokens, to) === 'and')) to += 1;
    const name = tokens
      .slice(at, to)
      .map(({ text }) => text)
      .join(' ');
    if (/^(?:told|to|with|by|on|the|in)$/.test(low(tokens, at - 1)) && outletId(name) !== null)
      return { from: at, to };
    at = to - 1;
  }
  return null;
}
