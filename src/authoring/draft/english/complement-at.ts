// Tells what an English verb takes at the first word behind its adverbials: an infinitive, a preposition, a clause, an object.
import type { Paragraph, TokenRange } from '../article.ts';
import { isWord, type Token, textAt } from '../tokens.ts';
import { hasFinite, looksLikeClause, opensClause, quotationWithin, wordWithin } from './clauses.ts';
import type { Complement } from './report.ts';
import { isFiniteVerb, low } from './tokens.ts';
import { type Form, takes } from './verbs.ts';

/** The complement that begins at a word, or null. */
export function complementAt(
  paragraph: Paragraph,
  sentence: TokenRange,
  at: number,
  form: Form,
): Complement | null {
  const { tokens } = paragraph;
  const { verb } = form;
  if (!isWord(tokens, at) && !/^[$£€#@[]$/.test(textAt(tokens, at))) return null;
  const addressed = verb.person || takes(form, 'to') ? markAfterComma(paragraph, at, sentence.to) : null;
  if (addressed !== null) return { kind: 'words', from: addressed };
  if (low(tokens, at) === 'not' && verb.verb === 'ask') return null;
  if (opensInfinitive(tokens, at, sentence, form)) return { kind: 'to', from: at };
  const preposition = /^(?:of|for|against|about|as|on|at)$/.test(low(tokens, at));
  if (preposition && takes(form, low(tokens, at)))
    return at + 2 < sentence.to ? { kind: 'preposition', from: at } : null;
  const within = (word: string, reach: number) => wordWithin(tokens, word, at, sentence.to, reach) !== null;
  if (verb.verb === 'blame' && within('for', 12)) return { kind: 'object', from: at };
  if (verb.verb === 'accuse' && within('of', 8)) return { kind: 'object', from: at };
  if (takes(form, 'clause') && looksLikeClause(paragraph, at, sentence.to, verb.verb))
    return { kind: 'clause', from: at };
  if (takes(form, 'opened') && opensClause(tokens, at, sentence.to)) return { kind: 'clause', from: at };
  const enough = sentence.to - at > 2;
  if (takes(form, 'gerund') && enough && /ing$/.test(low(tokens, at))) return { kind: 'to', from: at };
  const object =
    (takes(form, 'object') && enough) ||
    (verb['object-quote'] && quotationWithin(paragraph, at, sentence.to)) ||
    (takes(form, 'as') && !verb.praise && within('as', 10));
  return object ? { kind: 'object', from: at } : null;
}

/** to leave; the board to leave: an infinitive, for some verbs after the one addressed. */
function opensInfinitive(tokens: readonly Token[], at: number, sentence: TokenRange, form: Form): boolean {
  const { verb } = form;
  if (!takes(form, 'to')) return false;
  if (low(tokens, at) === 'to') return true;
  if (verb.takes[0] !== 'to' && !/^(?:ask|urge|tell|advise)$/.test(verb.verb)) return false;
  const to = wordWithin(tokens, 'to', at, sentence.to, 9);
  return to !== null && !(takes(form, 'clause') && hasFinite(tokens, at, to));
}

/** telling the new board members, "...": a quotation after a comma and a long addressee. */
function markAfterComma(paragraph: Paragraph, from: number, limit: number): number | null {
  for (let at = from; at < Math.min(limit, from + 9); at += 1) {
    if (paragraph.tokens[at]?.text === ',') return paragraph.openings.has(at + 1) ? at + 1 : null;
    if (isFiniteVerb(low(paragraph.tokens, at))) return null;
  }
  return null;
}
