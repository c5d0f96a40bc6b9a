// Tells where the object of an Arabic speech verb begins: what is stressed, denied or condemned.

import { normAt } from '../tokens.ts';
import { startsAdverbial } from './adverbials.ts';
import { type Clause, type Complement, normalPreposition, type Place, PREPOSITIONS } from './clause.ts';
import { isContentNoun, isHead } from './heads.ts';
import type { Form } from './verbs.ts';
import { actNouns, adjectives, complementizers, contentNouns, offices, speechNouns } from './words.ts';

export function isObject(clause: Clause, { at, form, chunkEnd, adverbial }: Place): boolean {
  const token = clause.tokens[at];
  if (token === undefined || form.addressed || isPassive(clause, form)) return false;
  const opens = clause.candidate.joined && clause.candidate.index === clause.first;
  if (form.verb.strict && form.tense !== 'participle' && !opens && !isContentNoun(token.norm)) return false;
  if (PREPOSITIONS.has(normAt(clause.tokens, at - 1)) || speechNouns.has(token.norm)) return false;
  const noun = isContentNoun(token.norm) && !clause.subjects.words.has(token.norm);
  if (noun && form.tense !== 'participle' && clause.commaComplementizer(at)) return false;
  if (noun && at >= chunkEnd && (contentNouns.has(token.norm) || !clause.laterComplementizer(at)))
    return true;
  if (adverbial || at !== chunkEnd) return false;
  if (clause.laterComplementizer(at) || isLastName(clause, at, form)) return false;
  return (
    !startsAdverbial(clause.tokens, at) &&
    !PREPOSITIONS.has(token.norm) &&
    !/^(التي|الذي|الذين)$/.test(token.norm) &&
    at + 1 < clause.limit
  );
}

/** جان إيف لودريان على الشراكة: what stands before the verb's own preposition is still the name. */
function isLastName(clause: Clause, at: number, form: Form): boolean {
  const next = normAt(clause.tokens, at + 1);
  const own = normAt(clause.tokens, at);
  return (
    !isContentNoun(own) &&
    !own.startsWith('ال') &&
    PREPOSITIONS.has(next) &&
    form.verb.takes.some((each) => normalPreposition(each) === next)
  );
}

/** التي تعتبر شريكا: in a relative clause such a present is passive, and says what a thing counts as. */
function isPassive(clause: Clause, form: Form): boolean {
  const before = normAt(clause.tokens, clause.candidate.index - 1);
  return form.tense === 'present' && form.verb.past === 'اعتبر' && /^و?(?:التي|الذي|الذين)$/.test(before);
}

/** أدان المجلس الهجوم: a noun with ال after a subject with ال is no adjective of it, and so the object. */
export function splitObject(clause: Clause, form: Form, start: number, chunkEnd: number): Complement | null {
  const { verb, tense } = form;
  const finite = tense === 'past' || tense === 'present';
  if (!finite || form.addressed || verb.strict || verb.weak || !verb.takes.includes('object')) return null;
  if (verb.words === 'only' || verb.an === 'only') return null;
  for (let at = start + 1; at < chunkEnd; at += 1) {
    const before = normAt(clause.tokens, at - 1);
    if (!/^و?ال\p{L}{2}/u.test(before) || !isPlainNoun(clause, normAt(clause.tokens, at))) continue;
    return { kind: 'object', from: at, subjectTo: at, form };
  }
  return null;
}

function isPlainNoun(clause: Clause, word: string): boolean {
  return (
    /^ال\p{L}{3}/u.test(word) &&
    !/(?:ي|يه|يين|يون|يان|يتان)$/.test(word) &&
    !isHead(word) &&
    !offices.has(word) &&
    !adjectives.has(word) &&
    !clause.subjects.words.has(word)
  );
}

/** وجه الشكر, قدم اعتذاره: an act of speech named by its noun. */
export function actObject(clause: Clause, form: Form, start: number): Complement | null {
  for (let at = start; at < Math.min(clause.limit, start + 14); at += 1) {
    const norm = normAt(clause.tokens, at);
    if (actNouns.has(norm) && at === start && form.gender === 'f') return null;
    if (actNouns.has(norm)) return { kind: 'act', from: at, subjectTo: at, form };
    if (complementizers.has(norm) || clause.cutting.has(at)) return null;
  }
  return null;
}
