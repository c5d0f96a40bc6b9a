// Finds what follows an English speech verb: a quotation, a clause with or without 'that', an infinitive, an object.
import type { Paragraph, TokenRange } from '../article.ts';
import { isWord, type Token, textAt } from '../tokens.ts';
import { skipAdverbial, skipAdverbs, skipPerson } from './adverbials.ts';
import { opensWhatWasSaid } from './clause-leads.ts';
import {
  hasFinite,
  isThatClause,
  looksLikeClause,
  namesSpeech,
  opensClause,
  quotationWithin,
  thatWithin,
  wordWithin,
} from './clauses.ts';
import { afterComma } from './insertions.ts';
import type { Complement } from './report.ts';
import { isFiniteVerb, low } from './tokens.ts';
import type { Form } from './verbs.ts';
import { takes } from './verbs.ts';
import { auxiliaries, modals, prepositions } from './words.ts';

const WH = new Set(['if', 'whether', 'why', 'how', 'what', 'when', 'where']);

/** The complement after the verb that ends before `after`, or null. */
export function complementAfter(
  paragraph: Paragraph,
  sentence: TokenRange,
  after: number,
  form: Form,
): Complement | null {
  const { tokens, openings } = paragraph;
  const { verb } = form;
  const person = skipAdverbs(tokens, after);
  let at = verb.person ? skipPerson(tokens, person, sentence.to) : person;
  let adverbial: number | null = null;
  for (let steps = 0; steps < 12; steps += 1) {
    const token = tokens[at];
    if (token === undefined || at >= sentence.to) return null;
    const word = low(tokens, at);
    if (openings.has(at)) return { kind: 'words', from: at };
    if (/^(?:back|out)$/.test(word) && !tokens[at + 1]?.word) {
      at += 1;
      continue;
    }
    if (token.text === ':') return at + 1 < sentence.to ? { kind: 'words', from: at + 1 } : null;
    if (token.text === ',') return afterComma(paragraph, sentence, at, form, adverbial);
    if (!token.word) return null;
    if (
      word === 'that' &&
      takes(form, 'that', 'clause', 'opened') &&
      (isThatClause(paragraph, at + 1, sentence.to) || neverTakesObject(form, sentence.to - at))
    )
      return isPronounThat(tokens, at) ? { kind: 'clause', from: at } : { kind: 'that', from: at + 1 };
    if (takes(form, 'wh') && (WH.has(word) || (/^(?:who|which)$/.test(word) && isQuestion(form))))
      return { kind: 'wh', from: at };
    if (verb.takes.includes(word) && !['that', 'to'].includes(word)) break;
    if (word === 'to' && takes(form, 'to')) break;
    if (opensWhatWasSaid(tokens, at)) break;
    const next = skipAdverbial(tokens, at, sentence.to);
    if (next === at) break;
    if (prepositions.has(word) && !namesSpeech(tokens, at, next)) adverbial ??= at;
    at = next;
  }
  if (at > person && takes(form, 'that', 'clause')) {
    const that = thatWithin(paragraph, at, sentence.to);
    if (that !== null) return { kind: 'that', from: that + 1 };
  }
  const found = complementAt(paragraph, sentence, at, form);
  if (found?.kind === 'to' && verb.verb === 'ask') return { kind: 'to', from: person };
  return found?.kind === 'clause' && found.from === person && !verb.person
    ? { kind: 'clause', from: withFocus(tokens, after, person) }
    : found;
}

const ALWAYS_CLAUSE = new Set(
  'say argue insist tell warn testify show find suggest indicate reveal claim note allege contend conclude estimate demand recommend propose request urge advise'.split(
    ' ',
  ),
);

function isQuestion({ verb }: Form): boolean {
  return ['ask', 'wonder', 'inquire', 'question'].includes(verb.verb);
}

/** says that's wrong, says that doesn't matter: the subject of the clause. */
function isPronounThat(tokens: readonly Token[], at: number): boolean {
  const next = low(tokens, at + 1);
  return auxiliaries.has(next) || modals.has(next) || /n't$/.test(next);
}

/** said that honesty pays: after such verbs 'that' is never a determiner. */
function neverTakesObject({ verb }: Form, left: number): boolean {
  return left > (ALWAYS_CLAUSE.has(verb.verb) ? 3 : 6) && !/^(?:confirm|deny|announce)$/.test(verb.verb);
}

const FOCUS =
  /^(?:only|just|even|still|now|never|once|always|first|nearly|almost|roughly|approximately|already|perhaps|maybe|sometimes|often|typically|usually|currently|eventually|ultimately|hopefully)$/;

/** said only eight came: an adverb that stands right before the clause belongs to it. */
function withFocus(tokens: readonly Token[], after: number, from: number): number {
  return FOCUS.test(low(tokens, after)) ? after : from;
}

function complementAt(paragraph: Paragraph, sentence: TokenRange, at: number, form: Form): Complement | null {
  const { tokens } = paragraph;
  const { verb } = form;
  if (!isWord(tokens, at) && !/^[$£€#@[]$/.test(textAt(tokens, at))) return null;
  const word = low(tokens, at);
  const addressed = verb.person || takes(form, 'to') ? markAfterComma(paragraph, at, sentence.to) : null;
  if (addressed !== null) return { kind: 'words', from: addressed };
  if (takes(form, 'to')) {
    if (word === 'to') return { kind: 'to', from: at };
    if (word === 'not' && verb.verb === 'ask') return null;
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
  if (takes(form, 'opened') && opensClause(tokens, at, sentence.to)) return { kind: 'clause', from: at };
  if (takes(form, 'gerund') && /ing$/.test(word) && sentence.to - at > 2) return { kind: 'to', from: at };
  if (takes(form, 'object') && sentence.to - at > 2) return { kind: 'object', from: at };
  if (verb['object-quote'] && quotationWithin(paragraph, at, sentence.to))
    return { kind: 'object', from: at };
  if (verb.takes.includes('as') && wordWithin(tokens, 'as', at, sentence.to, 10) !== null && !verb.praise)
    return { kind: 'object', from: at };
  return null;
}

/** telling the new board members, "...": a quotation after a comma and a long addressee. */
function markAfterComma(paragraph: Paragraph, from: number, limit: number): number | null {
  for (let at = from; at < Math.min(limit, from + 9); at += 1) {
    if (paragraph.tokens[at]?.text === ',') return paragraph.openings.has(at + 1) ? at + 1 : null;
    if (isFiniteVerb(low(paragraph.tokens, at))) return null;
  }
  return null;
}
