// Finds what follows an English speech verb: a quotation, a clause with or without 'that', an infinitive, an object.
import type { Paragraph, TokenRange } from '../article.ts';
import type { Token } from '../tokens.ts';
import { skipAdverbial, skipAdverbs, skipPerson } from './adverbials.ts';
import { opensWhatWasSaid } from './clause-leads.ts';
import { isThatClause, namesSpeech, thatWithin } from './clauses.ts';
import { complementAt } from './complement-at.ts';
import { afterComma } from './insertions.ts';
import type { Complement } from './report.ts';
import { low } from './tokens.ts';
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
  const { tokens } = paragraph;
  const { verb } = form;
  const person = skipAdverbs(tokens, after);
  let at = verb.person ? skipPerson(tokens, person, sentence.to) : person;
  let adverbial: number | null = null;
  for (let steps = 0; steps < 12; steps += 1) {
    if (/^(?:back|out)$/.test(low(tokens, at)) && !tokens[at + 1]?.word) at += 1;
    const mark = atMark(paragraph, sentence, at, form, adverbial);
    if (mark !== undefined) return mark;
    const opened = opening(paragraph, sentence, at, form);
    if (opened !== null) return opened;
    const next = opensComplement(tokens, at, form) ? at : skipAdverbial(tokens, at, sentence.to);
    if (next === at) break;
    if (prepositions.has(low(tokens, at)) && !namesSpeech(tokens, at, next)) adverbial ??= at;
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

/** What follows at a mark: a quotation, or what a colon or a comma opens; undefined where a word stands there. */
function atMark(
  paragraph: Paragraph,
  sentence: TokenRange,
  at: number,
  form: Form,
  adverbial: number | null,
): Complement | null | undefined {
  const token = paragraph.tokens[at];
  if (token === undefined || at >= sentence.to) return null;
  if (paragraph.openings.has(at)) return { kind: 'words', from: at };
  if (token.text === ':') return at + 1 < sentence.to ? { kind: 'words', from: at + 1 } : null;
  if (token.text === ',') return afterComma(paragraph, sentence, at, form, adverbial);
  return token.word ? undefined : null;
}

/** A clause that its first word opens: that, if, why. */
function opening(paragraph: Paragraph, sentence: TokenRange, at: number, form: Form): Complement | null {
  const word = low(paragraph.tokens, at);
  if (
    word === 'that' &&
    takes(form, 'that', 'clause', 'opened') &&
    (isThatClause(paragraph, at + 1, sentence.to) || neverTakesObject(form, sentence.to - at))
  )
    return isPronounThat(paragraph.tokens, at)
      ? { kind: 'clause', from: at }
      : { kind: 'that', from: at + 1 };
  const asks = WH.has(word) || (/^(?:who|which)$/.test(word) && isQuestion(form));
  return asks && takes(form, 'wh') ? { kind: 'wh', from: at } : null;
}

/** Whether no adverbial begins at a word, but what the verb takes. */
function opensComplement(tokens: readonly Token[], at: number, form: Form): boolean {
  const word = low(tokens, at);
  if (word === 'to' && takes(form, 'to')) return true;
  return (form.verb.takes.includes(word) && !['that', 'to'].includes(word)) || opensWhatWasSaid(tokens, at);
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
