// Tells where the content begins after a preposition of an Arabic speech verb, written apart or joined to its word.
import { normAt } from '../tokens.ts';
import { type Clause, type Complement, normalPreposition, type Place, PREPOSITIONS } from './clause.ts';
import { isContentNoun } from './heads.ts';
import type { Form } from './verbs.ts';
import { adverbials, complementizers, occasions, singularIn, titles } from './words.ts';

/** Verbs that mostly take بأن or أن: a ب before it begins a place or a time. */
const INFORMING = new Set(['أفاد', 'أخبر', 'أبلغ']);

export function prepositionAt(clause: Clause, { at, form, chunkEnd, adverbial }: Place): number | null {
  const token = clause.tokens[at];
  const { verb } = form;
  if (token === undefined) return null;
  const first = at === clause.candidate.index + 1;
  if (at < Math.min(chunkEnd, clause.limit) && !first) return null;
  const wanted = [...verb.takes, ...(verb.person === undefined ? [] : [verb.person])];
  const next = clause.tokens[at + 1];
  if (PREPOSITIONS.has(token.norm) && wanted.some((each) => normalPreposition(each) === token.norm)) {
    if (next === undefined || complementizers.has(next.norm)) return null;
    if (token.norm === 'في' && occasions.has(next.norm)) return null;
    if (adverbial && laterPreposition(clause, at, token.norm)) return null;
    return verb.person === undefined || form.addressed ? at + 1 : personObject(clause, chunkEnd, at);
  }
  for (const letter of ['ب', 'ل'])
    if (wanted.includes(letter) && attached(clause, at, letter)) {
      if (
        adverbial &&
        letter === 'ل' &&
        !(token.norm.startsWith('لل') && !adverbials.has(token.norm) && at <= clause.candidate.index + 2)
      )
        return null;
      if (
        !isContentNoun(token.norm.slice(1)) &&
        verb.noun !== undefined &&
        INFORMING.has(verb.past) &&
        clause.laterComplementizer(at)
      )
        return null;
      return verb.person === undefined || form.addressed ? at : personObject(clause, chunkEnd, at);
    }
  return null;
}

/** The accused or described thing is part of what is said. */
function personObject(clause: Clause, chunkEnd: number, at: number): number {
  const first = clause.candidate.index + 2;
  for (let from = first; from < Math.min(at, first + 10); from += 1) {
    const here = normAt(clause.tokens, from);
    const title = titles.has(here) && !here.startsWith('ال') && !titles.has(normAt(clause.tokens, from - 1));
    if (title || (/^ال.*ين$/.test(here) && !singularIn.has(here))) return from;
  }
  return chunkEnd < at && chunkEnd > clause.candidate.index ? chunkEnd : at;
}

/** After an adverbial (خلال زيارة إلى ...) the verb's own preposition may come later, before أن or a verbal noun. */
function laterPreposition(clause: Clause, here: number, preposition: string): boolean {
  const own = normAt(clause.tokens, here + 1);
  if (isContentNoun(own) || isAction(own)) return false;
  for (let at = here + 1; at + 1 < clause.limit; at += 1) {
    if (clause.cutting.has(at)) return false;
    const next = normAt(clause.tokens, at + 1);
    const opens = complementizers.has(next) || isContentNoun(next) || isAction(next);
    if (clause.tokens[at]?.norm === preposition && opens) return true;
  }
  return false;
}

/** Whether the word is written with this preposition before it, as far as the article's other words tell. */
function attached(clause: Clause, at: number, letter: string): boolean {
  const token = clause.tokens[at];
  if (token === undefined || !token.norm.startsWith(letter)) return false;
  const rest = token.norm.slice(1);
  if (rest.length < 2) return clause.openings.has(at + 1);
  if (letter === 'ل' && rest.startsWith('ل') && rest.length > 3) return true;
  if (rest.startsWith('ال') && rest.length > 4) return true;
  if (clause.subjects.words.has(token.norm)) return false;
  if (
    clause.subjects.vocabulary.has(rest) ||
    clause.subjects.vocabulary.has(`ال${rest}`) ||
    isContentNoun(rest)
  )
    return true;
  if (at === clause.candidate.index + 1 && clause.candidate.participle) return rest.length >= 3;
  return at > clause.candidate.index + 1 && rest.length >= 4 && !adverbials.has(token.norm);
}

/** اتهمته المعارضة بعرقلة الاتفاق: a ب in what seemed to be the subject, where the verb needs one. */
export function insideChunk(clause: Clause, form: Form, start: number, chunkEnd: number): Complement | null {
  const finite = form.tense === 'past' || form.tense === 'present';
  if (!finite || !(form.verb.person === 'ب' || form.verb.takes.includes('ب'))) return null;
  for (let at = start + 1; at < chunkEnd; at += 1) {
    const word = normAt(clause.tokens, at);
    if (
      !/^ب\p{L}{4}/u.test(word) ||
      clause.subjects.words.has(word) ||
      titles.has(normAt(clause.tokens, at - 1))
    )
      continue;
    return { kind: 'preposition', from: at, subjectTo: at, form };
  }
  return null;
}

/** زيارة, دراسة, حماية: verbal nouns that are common names of things too. */
function isAction(norm: string): boolean {
  return /^\p{L}{2}ا\p{L}ه$/u.test(norm);
}
