// Finds what follows an English speech verb: a quotation, a clause with or without 'that', an infinitive, an object.
import type { Paragraph, TokenRange } from '../article.ts';
import type { Token } from '../tokens.ts';
import { skipAdverbial, skipAdverbs, skipPerson } from './adverbials.ts';
import { isFiniteVerb, isPronoun, low } from './tokens.ts';
import type { Form } from './verbs.ts';
import { conjunctions, prepositions } from './words.ts';

export type Complement = {
  kind: 'words' | 'that' | 'clause' | 'wh' | 'to' | 'preposition' | 'object';
  /** First token of the content; for 'words' it may be an opening mark. */
  from: number;
};

const WH = new Set(['if', 'whether', 'why', 'how', 'what', 'when', 'where']);

/** The complement after the verb at `cue`, or null. */
export function complementAfter(
  paragraph: Paragraph,
  sentence: TokenRange,
  cue: number,
  form: Form,
): Complement | null {
  const { tokens, openings } = paragraph;
  const { verb } = form;
  let at = skipAdverbs(tokens, cue + 1);
  const person = at;
  if (verb.person) at = skipPerson(tokens, at, sentence.to);
  for (let steps = 0; steps < 12; steps += 1) {
    const token = tokens[at];
    if (token === undefined || at >= sentence.to) return null;
    const word = low(tokens, at);
    if (openings.has(at)) return { kind: 'words', from: at };
    if (token.text === ':') return at + 1 < sentence.to ? { kind: 'words', from: at + 1 } : null;
    if (token.text === ',') {
      if (openings.has(at + 1)) return { kind: 'words', from: at + 1 };
      const resumed =
        steps > 0 || low(tokens, at + 1) === 'according' || prepositions.has(low(tokens, at + 1))
          ? afterInsertion(tokens, at, sentence.to)
          : null;
      return resumed === null ? null : { kind: 'that', from: resumed };
    }
    if (!token.word) return null;
    if (word === 'that' && takes(form, 'that', 'clause') && isThatClause(paragraph, at + 1, sentence.to))
      return { kind: 'that', from: at + 1 };
    if (WH.has(word) && takes(form, 'wh')) return { kind: 'wh', from: at };
    if (verb.takes.includes(word) && !['that', 'to'].includes(word)) break;
    if (word === 'to' && takes(form, 'to')) break;
    const next = skipAdverbial(tokens, at, sentence.to);
    if (next === at) break;
    at = next;
  }
  const found = complementAt(paragraph, sentence, at, form);
  return found?.kind === 'to' && verb.verb === 'ask' ? { kind: 'to', from: person } : found;
}

function complementAt(paragraph: Paragraph, sentence: TokenRange, at: number, form: Form): Complement | null {
  const { tokens, openings } = paragraph;
  const { verb } = form;
  if (openings.has(at)) return { kind: 'words', from: at };
  if (!(tokens[at]?.word ?? false) && !/^[$£€#@[]$/.test(tokens[at]?.text ?? '')) return null;
  const word = low(tokens, at);
  const addressed = verb.person || takes(form, 'to') ? markAfterComma(paragraph, at, sentence.to) : null;
  if (addressed !== null) return { kind: 'words', from: addressed };
  if (takes(form, 'to')) {
    if (word === 'to') return { kind: 'to', from: at };
    if (verb.takes[0] === 'to' || ['ask', 'urge', 'tell', 'advise'].includes(verb.verb)) {
      const to = wordWithin(tokens, 'to', at, sentence.to, 9);
      if (to !== null && !(takes(form, 'clause') && hasFinite(tokens, at, to)))
        return { kind: 'to', from: at };
    }
  }
  if (['of', 'for', 'against', 'about', 'as', 'on', 'at'].includes(word) && verb.takes.includes(word))
    return at + 2 < sentence.to ? { kind: 'preposition', from: at } : null;
  if (verb.verb === 'blame' && wordWithin(tokens, 'for', at, sentence.to, 12) !== null)
    return { kind: 'object', from: at };
  if (
    verb.takes.includes('of') &&
    wordWithin(tokens, 'of', at, sentence.to, 8) !== null &&
    verb.verb === 'accuse'
  )
    return { kind: 'object', from: at };
  if (takes(form, 'clause') && looksLikeClause(paragraph, at, sentence.to, verb.verb))
    return { kind: 'clause', from: at };
  if (takes(form, 'object') && sentence.to - at > 2) return { kind: 'object', from: at };
  if (verb['object-quote'] && quotationWithin(paragraph, at, sentence.to))
    return { kind: 'object', from: at };
  if (verb.takes.includes('as') && wordWithin(tokens, 'as', at, sentence.to, 10) !== null && !verb.praise)
    return { kind: 'object', from: at };
  return null;
}

/** that observation: no clause where no finite verb follows. */
function isThatClause({ tokens, openings }: Paragraph, from: number, limit: number): boolean {
  for (let at = from; at < Math.min(limit, from + 40); at += 1)
    if (isFiniteVerb(low(tokens, at)) || isPronoun(low(tokens, at)) || openings.has(at)) return true;
  return false;
}

/** telling the new board members, "...": a quotation after a comma and a long addressee. */
function markAfterComma(paragraph: Paragraph, from: number, limit: number): number | null {
  for (let at = from; at < Math.min(limit, from + 9); at += 1) {
    if (paragraph.tokens[at]?.text === ',') return paragraph.openings.has(at + 1) ? at + 1 : null;
    if (isFiniteVerb(low(paragraph.tokens, at))) return null;
  }
  return null;
}

function takes(form: Form, ...kinds: string[]): boolean {
  return kinds.some((kind) => form.verb.takes.includes(kind));
}

/** said, in a statement, that: the clause after an insertion. */
function afterInsertion(tokens: readonly Token[], comma: number, limit: number): number | null {
  for (let at = comma + 1; at < Math.min(limit, comma + 12); at += 1) {
    if (/^[.;:"“”]$/.test(tokens[at]?.text ?? '')) return null;
    if (tokens[at]?.text !== ',') continue;
    if (low(tokens, at + 1) === 'that') return at + 2;
    return low(tokens, comma + 1) === 'according' ? at + 1 : null;
  }
  return null;
}

function looksLikeClause(paragraph: Paragraph, from: number, limit: number, verb: string): boolean {
  const { tokens, openings } = paragraph;
  if (limit - from < 3) return false;
  if (
    conjunctions.has(low(tokens, from)) &&
    ![
      'if',
      'while',
      'although',
      'though',
      'because',
      'since',
      'when',
      'as',
      'after',
      'before',
      'unless',
      'until',
      'whether',
      'where',
    ].includes(low(tokens, from))
  )
    return false;
  if (isPronoun(low(tokens, from))) return true;
  for (let at = from; at < Math.min(limit, from + 26); at += 1) {
    const close = openings.get(at);
    if (close !== undefined) return verb === 'say' || hasFinite(tokens, at, Math.min(close, limit));
    const word = low(tokens, at);
    if (isFiniteVerb(word) && !(at === from && word.endsWith('ed'))) return true;
  }
  return verb === 'say' || verb === 'tell' || verb === 'argue' || verb === 'insist';
}

function hasFinite(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isFiniteVerb(low(tokens, at))) return true;
  return false;
}

function wordWithin(
  tokens: readonly Token[],
  wanted: string,
  from: number,
  limit: number,
  reach: number,
): number | null {
  for (let at = from; at < Math.min(limit, from + reach); at += 1) {
    if (low(tokens, at) === wanted) return at;
    if (/^[,;:.—]$/.test(tokens[at]?.text ?? '')) return null;
  }
  return null;
}

function quotationWithin(paragraph: Paragraph, from: number, limit: number): boolean {
  for (let at = from; at < Math.min(limit, from + 14); at += 1) {
    if (paragraph.openings.has(at)) return true;
    if (/^[;:.]$/.test(paragraph.tokens[at]?.text ?? '')) return false;
  }
  return false;
}
