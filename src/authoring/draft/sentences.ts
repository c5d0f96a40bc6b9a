// Finds the sentences of a paragraph: full stops that end one, outside quotations and not in abbreviations.

import type { Quotation } from './marks.ts';
import type { Language, TokenRange } from './spans.ts';
import { type Token, textAt } from './tokens.ts';

const ENDS = new Set(['.', '!', '?', '؟', '⁉', '।']);
const CLOSERS = new Set(['"', '”', '»', '’', ')', ']', "'"]);
/** English words whose full stop ends no sentence. */
const ABBREVIATED = new Set(
  'mr mrs ms dr prof sen rep gov gen col lt sgt capt rev hon pres st jr sr inc corp co ltd no vs etc dept fla calif ariz tex conn mass wash ore ont que jan feb aug sept oct nov dec cmdr adm maj insp const det supt supt messrs min ald coun'.split(
    ' ',
  ),
);

/** The sentences in order; together they hold every token of the paragraph. */
export function sentencesOf(
  tokens: readonly Token[],
  quotations: readonly Quotation[],
  language: Language,
): TokenRange[] {
  const inside = insideOf(tokens.length, quotations);
  const sentences: TokenRange[] = [];
  let from = language === 'en' ? datelineEnd(tokens) : 0;
  if (from > 0) sentences.push({ from: 0, to: from });
  for (let index = from; index < tokens.length; index += 1) {
    const to = endAfter(tokens, index, inside, language);
    if (to === null) continue;
    sentences.push({ from, to });
    from = to;
    index = to - 1;
  }
  if (from < tokens.length) sentences.push({ from, to: tokens.length });
  return sentences;
}

/** NEW YORK (AFP) – : the place and agency before the first sentence, with their dash; 0 where there are none. */
function datelineEnd(tokens: readonly Token[]): number {
  for (let index = 1; index < Math.min(tokens.length, 10); index += 1) {
    const text = textAt(tokens, index);
    if (/^[–—-]$/.test(text))
      return index + 1 < tokens.length ? (tokens[index + 1]?.text === text ? index + 2 : index + 1) : 0;
    if (!/^[\p{Lu}\p{N}(),./]/u.test(text)) return 0;
  }
  return 0;
}

/** Where a sentence ends that has its last mark at `index`: the token after it and its closing marks; else null. */
function endAfter(tokens: readonly Token[], index: number, inside: Uint8Array, language: Language) {
  const token = tokens[index];
  if (token?.word && inside[index + 1] === 3 && /\p{L}\.\p{L}\.$/u.test(token.text))
    return /^\p{Lu}/u.test(textAt(tokens, index + 2)) ? index + 1 : null; // in Moncton, N.B. "That was a good day."
  if (token === undefined || token.word) return null;
  const closesSpeech = CLOSERS.has(token.text) && ENDS.has(textAt(tokens, index - 1)) && inside[index] === 2;
  if (!closesSpeech && (!ENDS.has(token.text) || inside[index] === 1)) return null;
  let to = index + 1;
  while (to < tokens.length && CLOSERS.has(textAt(tokens, to)) && inside[to] !== 3 && adjoins(tokens, to))
    to += 1;
  const next = tokens[to];
  if (next === undefined) return to;
  if (closesSpeech || token.text !== '.') return startsSentence(next, language) ? to : null;
  return isAbbreviation(tokens[index - 1], next, language)
    ? null
    : startsSentence(next, language)
      ? to
      : null;
}

function adjoins(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.start === tokens[index - 1]?.end;
}

function startsSentence(next: Token, language: Language): boolean {
  if (language === 'ar') return next.word || !/[،,؛;:)]/.test(next.text);
  return /^[\p{Lu}\p{N}"'“‘([«*–—-]/u.test(next.text);
}

function isAbbreviation(before: Token | undefined, next: Token, language: Language): boolean {
  if (before === undefined) return true;
  if (language === 'ar') return [...before.norm].length === 1 && before.word && !/\p{N}/u.test(before.text);
  if (ABBREVIATED.has(before.norm)) return next.word;
  return /^\p{Lu}$/u.test(before.text);
}

/** 0 outside, 1 inside a quotation of the text, 2 at its closing mark, 3 at its opening mark. */
function insideOf(length: number, quotations: readonly Quotation[]): Uint8Array {
  const inside = new Uint8Array(length);
  for (const { open, close, depth } of quotations) {
    if (depth > 0) continue;
    inside.fill(1, open + 1, close);
    inside[open] = 3;
    if (close < length) inside[close] = 2;
  }
  return inside;
}
