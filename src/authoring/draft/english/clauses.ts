// Small questions about what may follow an English speech verb: a clause, an infinitive, a quotation further on.
import type { Paragraph } from '../article.ts';
import { type Token, textAt } from '../tokens.ts';
import { isCapital, isFiniteVerb, isPronoun, low } from './tokens.ts';
import { conjunctions, determiners, documents, plurals, prepositions, presents } from './words.ts';

/** that observation: no clause where no finite verb follows. */
export function isThatClause({ tokens, openings }: Paragraph, from: number, limit: number): boolean {
  for (let at = from; at < Math.min(limit, from + 40); at += 1)
    if (
      isFiniteVerb(low(tokens, at)) ||
      isPronoun(low(tokens, at)) ||
      openings.has(at) ||
      (at > from && isThirdPerson(tokens, at)) ||
      (at > from && presents.has(low(tokens, at)) && isPluralNoun(tokens, at - 1))
    )
      return true;
  return false;
}

/** said in a statement marking the day that: 'that' further on, with neither verb nor pronoun before it. */
export function thatWithin({ tokens, openings }: Paragraph, from: number, limit: number): number | null {
  for (let at = from; at < Math.min(limit, from + 12); at += 1) {
    const word = low(tokens, at);
    if (word === 'that') return conjunctions.has(low(tokens, at - 1)) ? null : at;
    if (!tokens[at]?.word || openings.has(at) || isPronoun(word)) return null;
    if (isFiniteVerb(word) && !/ed$/.test(word)) return null;
  }
  return null;
}

/** in a statement, on Twitter, during an interview: where it was said, not when what was said is true. */
export function namesSpeech(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1)
    if (documents.has(low(tokens, at)) || SPEECH.test(low(tokens, at))) return true;
  return false;
}

const SPEECH =
  /^(?:interviews?|speech|remarks|twitter|facebook|instagram|news|radio|television|tv|conference|briefing|hearing|meeting|rally|debate|court|phone|telephone|response|reply|reference|address|testimony|visit|house|commons|parliament|legislature|senate|congress|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/** Whether a clause begins here: a noun or a pronoun with a finite verb before the next comma. */
export function opensClause(tokens: readonly Token[], from: number, limit: number): boolean {
  const word = low(tokens, from);
  if (/^(?:who|which|whose|where|when|while|but|and|as|adding|saying)$/.test(word) || /ing$/.test(word))
    return false;
  if (
    !isPronoun(word) &&
    !determiners.has(word) &&
    !plurals.has(word) &&
    !isCapital(tokens[from]) &&
    !/s$|^\d/.test(word)
  )
    return false;
  for (let at = from; at < Math.min(limit, from + 14); at += 1) {
    if (/^[,;:.—]$/.test(textAt(tokens, at))) return false;
    if (at > from && isFiniteVerb(low(tokens, at)) && !prepositions.has(low(tokens, at - 1))) return true;
    if (at > from && presents.has(low(tokens, at)) && isPluralNoun(tokens, at - 1)) return true;
    if (at > from && isThirdPerson(tokens, at)) return true;
  }
  return false;
}

export function looksLikeClause(paragraph: Paragraph, from: number, limit: number, verb: string): boolean {
  const { tokens, openings } = paragraph;
  if (limit - from < 3) return false;
  if (
    conjunctions.has(low(tokens, from)) &&
    !/^(?:if|while|although|though|because|since|when|as|after|before|unless|until|whether|where)$/.test(
      low(tokens, from),
    )
  )
    return false;
  if (isPronoun(low(tokens, from))) return true;
  for (let at = from; at < Math.min(limit, from + 26); at += 1) {
    const close = openings.get(at);
    if (close !== undefined) return verb === 'say' || hasFinite(tokens, at, Math.min(close, limit));
    const word = low(tokens, at);
    if (
      isFiniteVerb(word) &&
      !(at === from && word.endsWith('ed')) &&
      !/^(?:and|but|or)$/.test(low(tokens, at - 1))
    )
      return true;
    if (at > from && presents.has(word) && isPluralNoun(tokens, at - 1)) return true;
    if (at > from && isThirdPerson(tokens, at)) return true;
    if (at > from && SUBJUNCTIVE.has(verb) && presents.has(word)) return true;
  }
  return (
    ['say', 'tell', 'argue', 'insist'].includes(verb) &&
    !prepositions.has(low(tokens, from)) &&
    !/^(?:against|without)$/.test(low(tokens, from)) &&
    !/^(?:their|his|her|its|my|our|your)$/.test(low(tokens, from))
  );
}

const SUBJUNCTIVE = new Set(['suggest', 'recommend', 'propose', 'demand', 'request', 'insist']);

/** coffee lowers the risk: a word in s right before a determiner, after a noun in small letters or a name. */
function isThirdPerson(tokens: readonly Token[], at: number): boolean {
  const word = low(tokens, at);
  if (!/[^s'’i]s$/.test(word) || isCapital(tokens[at]) || !tokens[at - 1]?.word) return false;
  const before = low(tokens, at - 1);
  if (determiners.has(before) || prepositions.has(before) || conjunctions.has(before)) return false;
  return /^(?:the|a|an|his|her|its|their|our|no|every)$/.test(low(tokens, at + 1));
}

/** most Canadians support: a base form is finite after a noun or a name of several. */
function isPluralNoun(tokens: readonly Token[], at: number): boolean {
  const word = low(tokens, at);
  return plurals.has(word) || (word.endsWith('s') && !word.endsWith('ss') && !word.endsWith("'s"));
}

export function hasFinite(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isFiniteVerb(low(tokens, at))) return true;
  return false;
}

export function wordWithin(
  tokens: readonly Token[],
  wanted: string,
  from: number,
  limit: number,
  reach: number,
): number | null {
  for (let at = from; at < Math.min(limit, from + reach); at += 1) {
    if (low(tokens, at) === wanted) return at;
    if (/^[,;:.—]$/.test(textAt(tokens, at))) return null;
  }
  return null;
}

export function quotationWithin(paragraph: Paragraph, from: number, limit: number): boolean {
  for (let at = from; at < Math.min(limit, from + 14); at += 1) {
    if (paragraph.openings.has(at)) return true;
    if (/^[;:.]$/.test(textAt(paragraph.tokens, at))) return false;
  }
  return false;
}
